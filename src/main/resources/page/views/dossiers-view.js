import { html } from 'lit';
import { get } from '../api.js';
import { view, write } from '../address.js';
import { current } from '../navigation.js';
import { count } from '../words.js';
import { LoadedView } from './loaded.js';

/** What is loaded: the dossiers, or one of them. */
class DossiersView extends LoadedView {
  ask() {
    return get('/dossiers');
  }

  shown({ dossiers }) {
    const { id } = current().given;
    const one = id && dossiers.find((dossier) => dossier.id === id);
    document.title = `${one?.title ?? 'Dossiers'} – Entente`;
    if (id && !one) return html`<h1>No dossier "${id}"</h1><p>It may have been removed. <a href=${write(view('dossiers'))}>All dossiers</a></p>`;
    return one ? this.#one(one) : html`<h1>Dossiers</h1>
      <p class="quiet">The facts that one file asserts are loaded, replaced and removed together.</p>
      ${dossiers.length ? '' : html`<p class="note">Nothing is loaded yet. <code>entente load FILE</code> loads a dossier, and <code>entente new dossier NAME</code> writes one to fill in.</p>`}
      <ul class="cards">${dossiers.map((dossier) => html`<li><a href=${write(view('dossier', { id: dossier.id }))}>${dossier.title}</a>
        <p class="quiet">${dossier.description} ${size(dossier)}</p></li>`)}</ul>`;
  }

  #one(dossier) {
    return html`<p class="eyebrow"><a href=${write(view('dossiers'))}>Dossiers</a></p>
      <h1>${dossier.title}</h1>
      <p>${dossier.description}</p>
      ${dossier.loading ? html`<p class="note" role="status">It is being loaded; not all of it is there yet.</p>` : ''}
      <dl><dt>id</dt><dd>${dossier.id}</dd><dt>holds</dt><dd>${size(dossier)}</dd><dt>loaded</dt><dd>${dossier.loadedAt}</dd>
        ${dossier.source ? html`<dt>source</dt><dd><a href=${write(view('source', { dossier: dossier.id, id: dossier.source }))}>${dossier.source}</a></dd>` : ''}</dl>`;
  }
}

function size({ entities, relationships, sources }) {
  return [count(entities, 'entity', 'entities'), count(relationships, 'relationship'), count(sources, 'source')].join(', ');
}

customElements.define('dossiers-view', DossiersView);
