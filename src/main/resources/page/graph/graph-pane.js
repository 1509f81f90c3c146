import { html } from 'lit';
import { PageElement } from '../element.js';
import { current, draw, keepPlaces } from '../navigation.js';
import { count } from '../words.js';
import { GraphCanvas } from './canvas.js';
import { hint } from './hint.js';
import { lines, visible } from './model.js';
import { arrange, target } from './sides.js';
import './graph-legend.js';
import './graph-tools.js';

const NO_MARKS = new Map();

/**
 * A graph as a picture, with what is needed to read it and to move it about. Fires "pick" with what was clicked on, or
 * null.
 */
class GraphPane extends PageElement {
  static properties = {
    graph: { attribute: false },
    anchors: { attribute: false },
    focus: { attribute: false },
    drawing: { attribute: false },
    marks: { attribute: false },
    arrangement: { attribute: false },
    /** Whether stances on one thing are set out by sides. */
    sided: { attribute: false },
    /** What is said where nothing is drawn as yet. */
    empty: { attribute: false },
    picked: { attribute: false },
    /** Whatever is another for another question. */
    question: { attribute: false },
    hovered: { state: true },
    drawn: { state: true },
    arranging: { state: true },
  };

  #canvas = null;
  #shown = { nodes: [], relationships: [] };
  #lines = [];
  /** Whether everything is to be laid out again, and the step that began with that. */
  #again = false;
  #step = null;
  #dark = matchMedia('(prefers-color-scheme: dark)');

  #size = new ResizeObserver(() => this.drawn && this.#canvas?.resize(this.#covered()));
  #recolour = () => {
    this.querySelector('graph-legend').requestUpdate();
    this.#show();
  };

  connectedCallback() {
    super.connectedCallback();
    this.#dark.addEventListener('change', this.#recolour);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#dark.removeEventListener('change', this.#recolour);
    this.#size.disconnect();
    this.#canvas?.destroy();
    this.#canvas = null;
  }

  firstUpdated() {
    this.#size.observe(this);
    this.#canvas = new GraphCanvas(this.querySelector('.canvas'), {
      select: (id) => this.#pick(id),
      clear: () => this.#pick(null),
      hover: (id, at) => (this.hovered = id && { id, at }),
      moved: (id, at, from) => {
        keepPlaces({ [id]: from });
        draw({ pins: { ...this.drawing.pins, [id]: at } });
      },
    });
  }

  updated(changed) {
    if (changed.has('drawing') && this.drawing?.places) this.#again = false;
    if (changed.has('question')) this.#canvas?.forget();
    if (['graph', 'anchors', 'drawing', 'marks'].some((name) => changed.has(name))) this.#show();
    if (changed.has('picked')) this.#canvas?.select(this.picked);
    this.#placeHint();
  }

  async #show() {
    if (!this.graph || !this.#canvas) return;
    const again = this.#again;
    this.#shown = visible(this.graph, this.drawing, this.anchors);
    const { nodes, relationships } = this.#shown;
    // Kept beside the nodes: while the legend is awaited, another scene may begin.
    const between = lines(relationships, this.drawing.split);
    this.#lines = between;
    this.arranging = true;
    await this.querySelector('graph-legend').updateComplete;
    const done = await this.#canvas.show({
      nodes, lines: between, focus: this.focus ?? this.anchors, pins: this.drawing.pins, places: this.drawing.places,
      arrangement: this.#arrangement(relationships), marks: this.marks ?? NO_MARKS,
    }, { again, covered: this.#covered() });
    if (!done) return;
    if (again) this.#laidOut();
    this.arranging = false;
    this.drawn = { nodes: nodes.length, relationships: relationships.length };
    this.#canvas.select(this.picked);
    this.dispatchEvent(new CustomEvent('drawn', { detail: this.drawn, bubbles: true }));
  }

  /** A layout is a step like others: who goes back finds everything where it was, and who goes forward where it came. */
  #layOut() {
    this.#again = true;
    const arranged = this.#arrangement(this.#shown.relationships)?.positions;
    if (!this.#shown.nodes.every(({ id }) => arranged?.has(id))) {
      keepPlaces(Object.fromEntries(this.#canvas.positions()));
      draw({});
      this.#step = current();
    }
    this.#show();
  }

  #laidOut() {
    this.#again = false;
    if (this.#step === current()) keepPlaces(Object.fromEntries(this.#canvas.positions()));
    this.#step = null;
  }

  #arrangement(seen) {
    if (this.arrangement) return this.arrangement;
    const all = [...this.graph.relationships.values()];
    return this.sided && seen.length && target(all) ? arrange(all, seen) : null;
  }

  /** What of the canvas the legend and the buttons lie on. */
  #covered() {
    const legend = this.querySelector('.legend');
    const wide = this.clientWidth > 700;
    return { left: wide && legend?.open ? legend.offsetWidth + 14 : 0, top: 44 };
  }

  #pick(id) {
    this.hovered = null;
    const line = this.#lines.find((one) => one.id === id);
    const node = this.graph.nodes.get(id);
    const detail = line ? { id, line } : node ? { id, node } : null;
    this.dispatchEvent(new CustomEvent('pick', { detail, bubbles: true }));
  }

  #tool({ detail }) {
    if (detail === 'again') this.#layOut();
    else if (detail === 'fit') this.#canvas.fit(this.#covered());
    else this.#canvas.zoom(detail === 'in' ? 1.3 : 1 / 1.3);
  }

  /** Where an entity stands, so that it can be pinned there; null where it is not drawn. */
  position(id) {
    return this.#canvas.position(id);
  }

  /** Where every entity stands. */
  positions() {
    return this.#canvas.positions();
  }

  /** The picture as a file. */
  png() {
    return this.#canvas.png(getComputedStyle(document.body).backgroundColor);
  }

  render() {
    const about = this.drawn ? `${count(this.drawn.nodes, 'entity', 'entities')}, ${count(this.drawn.relationships, 'relationship')}` : '';
    return html`
      <graph-tools @tool=${this.#tool} .pins=${this.drawing?.pins ?? {}} .hides=${this.drawing?.hide ?? []}></graph-tools>
      <div class="canvas" role="img" aria-label="Graph of ${about}. The table holds the same."
        data-state=${this.arranging || !this.drawn ? 'busy' : 'drawn'}
        data-nodes=${this.drawn?.nodes ?? ''} data-relationships=${this.drawn?.relationships ?? ''}></div>
      ${this.hovered ? hint(this.hovered.id, this.#lines, this.graph) : ''}
      ${this.drawn && !this.drawn.relationships ? html`<p class="nothing">${this.#nothing()}</p>` : ''}
      <graph-legend .graph=${this.graph} .drawing=${this.drawing} .anchors=${this.anchors} .marks=${this.marks ?? NO_MARKS}></graph-legend>`;
  }

  #nothing() {
    if (this.empty) return this.empty;
    return this.drawing.on
      ? 'No relationship here holds on this day. Move the slider, or show all days.'
      : 'No relationships to draw. The table may say more; expand an entity to see what lies around it.';
  }

  /** Beside what it is about; a policy without inline styles leaves the object model. */
  #placeHint() {
    const hint = this.querySelector('.hint');
    if (!hint || !this.hovered?.at) return;
    const { width, height } = this.getBoundingClientRect();
    hint.style.left = `${Math.min(this.hovered.at.x + 16, width - hint.offsetWidth - 8)}px`;
    hint.style.top = `${Math.min(this.hovered.at.y + 56, height - hint.offsetHeight - 8)}px`;
  }
}

customElements.define('graph-pane', GraphPane);
