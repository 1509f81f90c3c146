import { html } from 'lit';
import { get } from '../api.js';
import { view, write } from '../address.js';
import { count, day, safeLink } from '../words.js';
import { claimCard } from '../panel/claim-card.js';
import { LoadedView } from './loaded.js';

/** A page about a source: what it is, and all that rests on it. */
class SourceView extends LoadedView {
  async ask({ dossier, id }) {
    const found = await get(`/sources/${dossier ? `${encodeURIComponent(dossier)}/` : ''}${encodeURIComponent(id)}`);
    const ends = new Set(found.citations.flatMap(({ relationship }) => [relationship.from, relationship.to]));
    const { nodes } = await get('/subgraph', { entities: [...ends].join(','), limit: 1 });
    return { ...found, names: new Map(nodes.map((node) => [node.id, node.name])) };
  }

  shown({ properties, dossier, relationships, citations, truncated, names }) {
    document.title = `${properties.title ?? properties.id} – Entente`;
    const link = safeLink(properties.url);
    const about = [properties.author, properties.publisher, day(properties.publishedOn, properties.publishedOnPrecision)];
    return html`<p class="eyebrow">Source</p>
      <h1>${properties.title ?? properties.id}</h1>
      <p class="quiet">${about.filter(Boolean).join(', ')}</p>
      ${properties.summary ? html`<p>${properties.summary}</p>` : ''}
      ${link ? html`<p><a href=${link} target="_blank" rel="noopener noreferrer">${link}</a></p>` : ''}
      <p>In the dossier <a href=${write(view('dossier', { id: dossier.id }))}>${dossier.title}</a></p>
      <h2>${count(relationships, 'relationship')} rest${relationships === 1 ? 's' : ''} on it</h2>
      ${truncated ? html`<p class="note">The first ${citations.length} are shown.</p>` : ''}
      ${citations.map(({ relationship }) => claimCard(relationship, (id) => names.get(id) ?? id))}`;
  }
}

customElements.define('source-view', SourceView);
