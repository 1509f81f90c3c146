import { html } from 'lit';
import { get } from '../api.js';
import { view, write } from '../address.js';
import { kindOf, lower } from '../words.js';
import { claimCard } from '../panel/claim-card.js';
import { facts } from '../panel/entity-panel.js';
import { LoadedView } from './loaded.js';

const MOST = 300;

/** A page about an entity, to be read, linked and printed: what it is, who says so, and all that it is joined to. */
class EntityView extends LoadedView {
  async ask({ id }) {
    const path = `/entities/${encodeURIComponent(id)}`;
    const [details, around] = await Promise.all([get(path), get(`${path}/subgraph`, { limit: MOST })]);
    return { details, around };
  }

  shown({ details, around }) {
    const { id, name, properties, assertedBy } = details;
    document.title = `${name} – Entente`;
    const names = new Map(around.nodes.map((node) => [node.id, node.name]));
    const types = [...new Set(around.relationships.map((one) => one.type))];
    return html`<p class="eyebrow">${kindOf(details)}</p>
      <h1>${name}</h1>
      ${properties.summary ? html`<p>${properties.summary}</p>` : ''}
      <p class="actions"><a class="button" href=${write(view('around', { around: id }))}>See it as a graph</a>
        <a class="button" href=${write(view('paths', { from: id }))}>Paths from here</a>
        <a class="button" href=${write(view('compare', { entity: id }))}>Compare two days</a></p>
      ${facts(properties)}
      <h2>Who describes it</h2>
      <ul>${assertedBy.map((dossier) => html`<li><a href=${write(view('dossier', { id: dossier.id }))}>${dossier.title}</a></li>`)}</ul>
      ${around.truncated ? html`<p class="note">The first ${MOST} of ${around.totals.relationships.toLocaleString('en')} relationships.</p>` : ''}
      ${types.map((type) => html`<h2>${lower(type)}</h2>
        ${around.relationships.filter((one) => one.type === type).map((claim) => claimCard(claim, (other) => names.get(other) ?? other))}`)}`;
  }
}

customElements.define('entity-view', EntityView);
