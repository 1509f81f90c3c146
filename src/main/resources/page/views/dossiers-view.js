import { html } from 'lit';
import { get } from '../api.js';
import { view, write } from '../address.js';
import { current } from '../navigation.js';
import { count, day } from '../words.js';
import { apart } from '../panel/apart.js';
import { LoadedView } from './loaded.js';

/** With a limit, the answer says where the next ones are, whatever is committed meanwhile. */
const PAGE = { limit: 300 };
const RELATIONSHIPS = 'MATCH (a:Entity)-[r]->(b:Entity)\nWHERE r.dossier = $dossier\nRETURN a, r, b\nORDER BY r.id';

/** What is loaded: the dossiers, or one of them. */
class DossiersView extends LoadedView {
  async ask({ id }) {
    const { dossiers } = await get('/dossiers');
    const one = dossiers.find((dossier) => dossier.id === id);
    this.path = `/dossiers/${encodeURIComponent(id)}/sources`;
    return { dossiers, one, page: one ? await get(this.path, PAGE) : null };
  }

  #more() {
    return this.follow(async (found) => {
      const page = await get(this.path, { ...PAGE, after: found.page.next });
      return { ...found, page: { ...page, sources: [...found.page.sources, ...page.sources] } };
    });
  }

  shown({ dossiers, one, page }) {
    const { id } = current().given;
    document.title = `${one ? one.title ?? one.id : 'Dossiers'} – Entente`;
    if (id && !one) return html`<h1>No dossier "${id}"</h1><p>It may have been removed. <a href=${write(view('dossiers'))}>All dossiers</a></p>`;
    return one ? this.#one(one, page) : html`<h1>Dossiers</h1>
      <p class="quiet">The facts that one file asserts are loaded, replaced and removed together.</p>
      ${dossiers.length ? '' : html`<p class="note">Nothing is loaded yet. <code>entente load FILE</code> loads a dossier, and <code>entente new dossier NAME</code> writes one to fill in.</p>`}
      <ul class="cards">${dossiers.map((dossier) => html`<li><a href=${write(view('dossier', { id: dossier.id }))}>${dossier.title ?? dossier.id}</a>
        <p class="quiet">${apart([dossier.description, size(dossier)], ' · ')}</p></li>`)}</ul>`;
  }

  #one(dossier, page) {
    return html`<p class="eyebrow"><a href=${write(view('dossiers'))}>Dossiers</a></p>
      <h1>${dossier.title ?? dossier.id}</h1>
      <p>${dossier.description}</p>
      ${dossier.loading ? html`<p class="note" role="status">It is being loaded; not all of it is there yet.</p>` : ''}
      <dl><dt>id</dt><dd>${dossier.id}</dd><dt>holds</dt><dd>${size(dossier)}</dd><dt>loaded</dt><dd>${dossier.loadedAt ? `${day(dossier.loadedAt.slice(0, 10))}, ${dossier.loadedAt.slice(11, 16)} UTC` : 'not yet'}</dd>
        ${dossier.source ? html`<dt>source</dt><dd><a href=${write(view('source', { dossier: dossier.id, id: dossier.source }))}>${dossier.source}</a></dd>` : ''}</dl>
      <p class="actions"><a class="button" href=${write(view('cypher', { statement: RELATIONSHIPS, values: JSON.stringify({ dossier: dossier.id }) }))}>See its relationships</a></p>
      ${this.#sources(dossier, page)}`;
  }

  #sources({ id: dossier, sources: all }, { sources, next }) {
    return html`<h2>Sources</h2>
      ${sources.length ? '' : html`<p>It names none.</p>`}
      <ul>${sources.map(({ id, title, author, publisher, publishedOn, publishedOnPrecision }) => html`<li><a
        href=${write(view('source', { dossier, id }))}>${title ?? id}</a>
        <span class="quiet">${apart([author, publisher, day(publishedOn, publishedOnPrecision)])}</span></li>`)}</ul>
      ${next ? html`<p class="note">The first ${sources.length.toLocaleString('en')}${all ? ` of ${all.toLocaleString('en')}` : ''} are shown.
        <button type="button" @click=${() => this.#more()}>Show more</button></p>` : ''}`;
  }
}

/** How much it holds; what is still being loaded has not been counted. */
function size({ entities, relationships, sources }) {
  return typeof entities === 'number'
    ? [count(entities, 'entity', 'entities'), count(relationships, 'relationship'), count(sources, 'source')].join(', ')
    : 'not yet counted';
}

customElements.define('dossiers-view', DossiersView);
