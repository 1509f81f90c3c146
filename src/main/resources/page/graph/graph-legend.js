import { html, svg } from 'lit';
import { PageElement } from '../element.js';
import { draw } from '../navigation.js';
import { became, kindOf, lower } from '../words.js';
import { kindLook, typeLook } from './palette.js';
import { lines, visible } from './model.js';
import { DASHES, SHAPES, SIGNS, signed } from './shapes.js';

/** On a narrow screen the legend would cover the graph, so it opens when it is asked for. */
const ROOM = matchMedia('(min-width: 821px)');

/** What shapes, colours and line styles mean; each entry shows or leaves out what it stands for. */
class GraphLegend extends PageElement {
  static properties = {
    graph: { attribute: false }, drawing: { attribute: false }, anchors: { attribute: false }, marks: { attribute: false },
  };

  render() {
    if (!this.graph) return '';
    const seen = visible(this.graph, { ...this.drawing, off: [] }, this.anchors);
    const kinds = counted([...this.graph.nodes.values()], seen.nodes, kindOf);
    const types = counted([...this.graph.relationships.values()], seen.relationships, (one) => one.type);
    const signs = signed(lines(seen.relationships, this.drawing.split), this.marks);
    return html`<details class="legend" .open=${ROOM.matches}>
      <summary>Legend</summary>
      <div role="group" aria-label="Kinds of entity">${kinds.map(([kind, many]) => this.#entry(kind, kind, many, shape(kind)))}</div>
      <div role="group" aria-label="Types of relationship">${types.map(([type, many]) => this.#entry(type, lower(type), many, stroke(type)))}</div>
      ${signs.length ? html`<p>${signs.map((mark) => html`<span class="sign" data-mark=${mark}>${SIGNS[mark]} ${became(mark)}</span> `)}</p>` : ''}
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

/** The names of all that there is, each with how many of them are seen. */
function counted(all, seen, nameOf) {
  const counts = new Map(all.map((one) => [nameOf(one), 0]));
  seen.forEach((one) => counts.set(nameOf(one), counts.get(nameOf(one)) + 1));
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
