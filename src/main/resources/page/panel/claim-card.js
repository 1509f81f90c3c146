import { html } from 'lit';
import { view, write } from '../address.js';
import { day, period, verb } from '../words.js';
import { sourceId } from './sources.js';
import './source-line.js';

const SHOWN = ['summary', 'sources', 'confidence', 'toPrecision', 'fromPrecision', 'dossier', 'validFrom', 'validTo', 'id',
  'basis', 'position', 'statedBy', 'claim', 'on', 'onPrecision', 'role'];

/**
 * A claim with all that stands behind it.
 *
 * @param {object} claim a relationship
 * @param {(id: string) => string} name of an entity
 */
export function claimCard(claim, name) {
  const { properties } = claim;
  const others = Object.keys(properties).filter((key) => !SHOWN.includes(key));
  return html`<article class="claim" data-type=${claim.type}>
    <h4><a href=${write(view('around', { around: claim.from }))}>${name(claim.from)}</a>
      <span class="verb">${verb(claim.type)}</span>
      <a href=${write(view('around', { around: claim.to }))}>${name(claim.to)}</a></h4>
    <p class="facts">
      <span class="fact">${period(properties)}</span>
      ${properties.on ? html`<span class="fact">act of ${day(properties.on, properties.onPrecision)}</span>` : ''}
      ${properties.position ? html`<span class="fact">position: ${properties.position}</span>` : ''}
      ${properties.role ? html`<span class="fact">role: ${properties.role}</span>` : ''}
      <span class="fact">${properties.confidence ? `${properties.confidence} confidence` : 'confidence not told'}</span>
      <span class="fact">${properties.basis ?? 'basis not told'}</span>
    </p>
    ${properties.claim ? html`<p class="quiet">One answer to: ${properties.claim}</p>` : ''}
    ${properties.summary ? html`<p class="summary">${properties.summary}</p>` : ''}
    ${properties.statedBy ? html`<p class="quiet">In the words of
      <a href=${write(view('entity', { id: properties.statedBy }))}>${name(properties.statedBy)}</a></p>` : ''}
    ${others.map((key) => html`<p class="quiet">${key}: ${String(properties[key])}</p>`)}
    <ul class="sources" aria-label="Sources">${bySource(properties.sources ?? []).map((citations) =>
      html`<li><source-line .dossier=${properties.dossier} .citations=${citations}></source-line></li>`)}</ul>
    <p class="quiet">${properties.sources?.length ? 'Told by' : 'No source of its own; told by'} the dossier
      <a href=${write(view('dossier', { id: properties.dossier }))}>${properties.dossier}</a></p>
  </article>`;
}

function bySource(sources) {
  const grouped = new Map();
  sources.forEach((citation) => grouped.set(sourceId(citation), [...(grouped.get(sourceId(citation)) ?? []), citation]));
  return [...grouped.values()];
}
