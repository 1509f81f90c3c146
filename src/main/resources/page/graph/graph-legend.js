import { html, svg } from 'lit';
import { PageElement } from '../element.js';
import { draw } from '../navigation.js';
import { kindOf, lower } from '../words.js';
import { kindLook, typeLook } from './palette.js';

const SHAPES = {
  ellipse: 'M8 2a6 6 0 1 0 .01 0z', 'round-rectangle': 'M3 4h10v8H3z', diamond: 'M8 1 15 8 8 15 1 8z',
  'round-pentagon': 'M8 1.5 14.5 6.5 12 14H4L1.5 6.5z', barrel: 'M3 2.5q5-1.5 10 0v11q-5 1.5-10 0z',
  'round-tag': 'M2 3h8l4 5-4 5H2z', triangle: 'M8 2 14.5 14h-13z', hexagon: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
  star: 'm8 1 2 4.8 5 .4-3.8 3.3L12.4 15 8 12l-4.4 3 1.2-5.5L1 6.2l5-.4z', vee: 'M2 2l6 4 6-4-6 12z',
  'round-hexagon': 'M4.5 2h7L15 8l-3.5 6h-7L1 8z', octagon: 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z',
};
const DASHES = { solid: 'none', dashed: '6 3', dotted: '1.5 3' };

/** On a narrow screen the legend would cover the graph, so it opens when it is asked for. */
const ROOM = matchMedia('(min-width: 821px)');

/** What shapes, colours and line styles mean; each entry shows or leaves out what it stands for. */
class GraphLegend extends PageElement {
  static properties = { graph: { attribute: false }, drawing: { attribute: false } };

  render() {
    if (!this.graph) return '';
    const kinds = counted([...this.graph.nodes.values()].map(kindOf));
    const types = counted([...this.graph.relationships.values()].map((one) => one.type));
    return html`<details class="legend" .open=${ROOM.matches}>
      <summary>Legend</summary>
      <div role="group" aria-label="Kinds of entity">${kinds.map(([kind, many]) => this.#entry(kind, kind, many, shape(kind)))}</div>
      <div role="group" aria-label="Types of relationship">${types.map(([type, many]) => this.#entry(type, lower(type), many, stroke(type)))}</div>
      ${types.length ? html`<p class="quiet">The fainter a line, the less sure its source.</p>` : ''}
    </details>`;
  }

  #entry(name, label, many, picture) {
    const off = this.drawing.off.includes(name);
    const next = off ? this.drawing.off.filter((one) => one !== name) : [...this.drawing.off, name];
    return html`<button type="button" class="entry" aria-pressed=${String(!off)} title="${off ? 'Show' : 'Leave out'} ${label}"
      @click=${() => draw({ off: next })}>${picture}<span>${label}</span><span class="quiet">${many}</span></button>`;
  }
}

function counted(names) {
  const counts = new Map();
  names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return [...counts].sort((one, other) => other[1] - one[1]);
}

function shape(kind) {
  const look = kindLook(kind);
  return html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${SHAPES[look.shape]} fill=${look.colour} />`}</svg>`;
}

function stroke(type) {
  const look = typeLook(type);
  return html`<svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">${svg`
    <path d="M1 8H22" stroke=${look.colour} stroke-width=${look.width} stroke-dasharray=${DASHES[look.line]} fill="none" />
    ${end(look)}`}</svg>`;
}

function end({ arrow, colour }) {
  if (arrow === 'triangle') return svg`<path d="M20 4 27 8 20 12z" fill=${colour} />`;
  if (arrow === 'tee') return svg`<path d="M24 3V13" stroke=${colour} stroke-width="3" />`;
  if (arrow === 'circle') return svg`<circle cx="24" cy="8" r="3" fill=${colour} />`;
  return arrow === 'chevron' ? svg`<path d="M21 4 26 8 21 12" stroke=${colour} stroke-width="1.5" fill="none" />` : '';
}

customElements.define('graph-legend', GraphLegend);
