import { html } from 'lit';
import { get } from '../api.js';
import { view, write } from '../address.js';
import { count, day, safeLink } from '../words.js';
import { claimCard } from '../panel/claim-card.js';
import { apart } from '../panel/apart.js';
import { LoadedView } from './loaded.js';

/** With a limit, the answer says where the next ones are, whatever is committed meanwhile. */
const PAGE = { limit: 100 };

/** A page about a source: what it is, and all that rests on it. */
class SourceView extends LoadedView {
  async ask({ dossier, id }) {
    this.path = `/sources/${dossier ? `${encodeURIComponent(dossier)}/` : ''}${encodeURIComponent(id)}`;
    return this.#named(await get(this.path, PAGE), new Map());
  }

  /** A page of citations, with the names of what they join beside those that are known. */
  async #named(page, known) {
    const ends = new Set(page.citations.flatMap(({ relationship }) => [relationship.from, relationship.to]));
    const { nodes } = ends.size ? await get('/subgraph', { entities: [...ends].join(','), limit: 1 }) : { nodes: [] };
    return { ...page, names: new Map([...known, ...nodes.map((node) => [node.id, node.name])]) };
  }

  #more() {
    return this.follow(async (found) => {
      const page = await this.#named(await get(this.path, { ...PAGE, after: found.next }), found.names);
      return { ...page, citations: [...found.citations, ...page.citations] };
    });
  }

  shown({ properties, dossier, relationships, citations, next, names }) {
    document.title = `${properties.title ?? properties.id} – Entente`;
    const link = safeLink(properties.url);
    const about = [properties.author, properties.publisher, day(properties.publishedOn, properties.publishedOnPrecision)];
    return html`<p class="eyebrow">Source</p>
      <h1>${properties.title ?? properties.id}</h1>
      <p class="quiet">${apart(about)}</p>
      ${properties.summary ? html`<p>${properties.summary}</p>` : ''}
      ${link ? html`<p><a href=${link} target="_blank" rel="noopener noreferrer">${link}</a></p>` : ''}
      <p>In the dossier <a href=${write(view('dossier', { id: dossier.id }))}>${dossier.title ?? dossier.id}</a></p>
      <h2>${count(relationships, 'relationship')} rest${relationships === 1 ? 's' : ''} on it</h2>
      ${citations.map(({ relationship }) => claimCard(relationship, (id) => names.get(id) ?? id))}
      ${next ? html`<p class="note">The first ${citations.length} are shown.
        <button type="button" @click=${() => this.#more()}>Show more</button></p>` : ''}`;
  }
}

customElements.define('source-view', SourceView);
