import { html } from 'lit';
import { kindOf, period, plain, verb } from '../words.js';

/** How many claims of a line are told before it is clicked on. */
const MOST = 4;

/**
 * What there is to say of what the mouse is over.
 *
 * @param {string} id
 * @param {import('./model.js').Line[]} lines
 * @param {import('./model.js').Graph} graph
 */
export function hint(id, lines, graph) {
  const line = lines.find((one) => one.id === id);
  const node = graph.nodes.get(id);
  const name = (end) => graph.nodes.get(end)?.name ?? end;
  if (line) return html`<div class="hint" role="status">${line.claims.slice(0, MOST).map((one) => claim(one, name))}
    ${line.claims.length > MOST ? html`<p class="quiet">and ${line.claims.length - MOST} more; click to see all</p>` : ''}</div>`;
  return node ? html`<div class="hint" role="status"><p><strong><bdi>${node.name}</bdi></strong> <span class="quiet">${kindOf(node)}</span>
    <br>${node.properties?.summary ?? ''}</p></div>` : '';
}

function claim({ type, from, to, properties }, name) {
  const sure = [period(properties), properties.confidence && `${properties.confidence} confidence`, properties.basis];
  return html`<p><strong><bdi>${name(from)}</bdi> ${verb(type)} <bdi>${name(to)}</bdi></strong>
    ${properties.position ? html`(${properties.position})` : ''}<br>${properties.summary ?? ''}
    <span class="quiet">${sure.filter(Boolean).join(' · ')} · ${plain(properties.sources)}</span></p>`;
}
