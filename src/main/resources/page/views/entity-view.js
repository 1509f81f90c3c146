import { html } from 'lit';
import { get } from '../api.js';
import { view, write } from '../address.js';
import { kindOf, lower } from '../words.js';
import { descriptions } from '../panel/descriptions.js';
import { claimCard } from '../panel/claim-card.js';
import { facts } from '../panel/entity-panel.js';
import { LoadedView } from './loaded.js';

/** With a limit, the answer says where the next ones are, whatever is committed meanwhile. */
const PAGE = { limit: 300 };

/** A page about an entity, to be read, linked and printed: what it is, who says so, and all that it is joined to. */
class EntityView extends LoadedView {
  async ask({ id }) {
    this.path = `/entities/${encodeURIComponent(id)}`;
    const [details, around] = await Promise.all([get(this.path), get(`${this.path}/subgraph`, PAGE)]);
    return { details, around };
  }

  #more() {
    return this.follow(async ({ details, around }) => {
      const page = await get(`${this.path}/subgraph`, { ...PAGE, after: around.next });
      return { details, around: { ...page, nodes: [...around.nodes, ...page.nodes], relationships: [...around.relationships, ...page.relationships] } };
    });
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
      <ul>${assertedBy.map((dossier) => html`<li><a href=${write(view('dossier', { id: dossier.id }))}>${dossier.title ?? dossier.id}</a>${descriptions(dossier, assertedBy)}</li>`)}</ul>
      ${types.map((type) => html`<h2>${lower(type)}</h2>
        ${around.relationships.filter((one) => one.type === type).map((claim) => claimCard(claim, (other) => names.get(other) ?? other))}`)}
      ${around.next ? html`<p class="note">${around.relationships.length.toLocaleString('en')} of ${around.totals.relationships.toLocaleString('en')} relationships are shown.
        <button type="button" @click=${() => this.#more()}>Show more</button></p>` : ''}`;
  }
}

customElements.define('entity-view', EntityView);
