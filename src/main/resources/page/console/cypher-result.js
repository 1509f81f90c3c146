import { html } from 'lit';
import { PageElement } from '../element.js';
import '../graph/graph-pane.js';
import { changedPins } from '../graph/pins.js';
import { draw } from '../navigation.js';
import '../panel/entity-panel.js';
import '../panel/line-panel.js';
import '../problem-note.js';
import '../table/graph-tables.js';
import '../take/take-result.js';
import { count } from '../words.js';

const NO_FOCUS = new Set();

/** What a statement returned, as a graph and as tables. Fires "run" when it is to be run again. */
class CypherResult extends PageElement {
  static properties = {
    result: { attribute: false }, graph: { attribute: false }, drawing: { attribute: false }, picked: { state: true },
  };

  /** What was pressed in a table to see the evidence that is shown. */
  #pressed = null;

  willUpdate(changed) {
    if (changed.has('result') && changed.get('result')?.rows !== this.result.rows) this.picked = null;
  }

  render() {
    const { columns, rows, anchors } = this.result;
    const graph = this.graph?.nodes.size ? this.graph : null;
    return html`<section aria-label="Result" @pin=${this.#pin} @pick=${this.#pick}>
      <div class="take"><take-result .result=${this.result} .graph=${this.graph} .drawing=${this.drawing} .pane=${() => this.querySelector('graph-pane')}></take-result></div>
      ${this.#missing()}
      ${graph ? html`<graph-pane class="framed" .graph=${graph} .anchors=${anchors} .focus=${NO_FOCUS}
        .drawing=${this.drawing} .picked=${this.picked?.id ?? null} .sided=${true} .question=${rows}></graph-pane>
        <div class="picked" role="region" tabindex="-1" aria-label="What is chosen">${this.#evidence()}</div>` : ''}
      <data-table caption=${count(rows.length, 'row')} .columns=${columns.map((name) => ({ name }))} .rows=${rows}></data-table>
      ${graph ? html`<graph-tables .graph=${graph} .anchors=${anchors} .drawing=${this.drawing}></graph-tables>` : ''}
    </section>`;
  }

  /** What there is to say where not all came. */
  #missing() {
    const { rows, truncated, failure, graphFailure } = this.result;
    const note = failure ? `The answer broke off: ${count(rows.length, 'row')} came, and maybe there are more.`
      : graphFailure ? 'The rows came, and not all of their graph: ends of relationships that no row holds are missing.'
        : truncated ? `There are more rows than these ${rows.length.toLocaleString('en')}. Add a LIMIT or a condition.` : null;
    const problem = failure ?? graphFailure;
    return html`${note ? html`<p class="note" role="status">${note}</p>` : ''}
      ${problem ? html`<problem-note .failure=${problem} @again=${() => this.dispatchEvent(new CustomEvent('run'))}></problem-note>` : ''}`;
  }

  #evidence() {
    const { line, node } = this.picked ?? {};
    if (!line && !node) return html`<p class="quiet">Choose an entity or a line to see its evidence.</p>`;
    return html`${this.#pressed ? html`<p><button type="button" class="link" @click=${this.#back}>← Table</button></p>` : ''}
      ${line ? html`<line-panel .line=${line} .graph=${this.graph} .drawing=${this.drawing}></line-panel>`
        : html`<entity-panel .node=${node} .graph=${this.graph} .drawing=${this.drawing} .pinnable=${true}></entity-panel>`}`;
  }

  /** Whoever goes through a table by keys or by ear goes on at the evidence, and back to where they were. */
  async #pick({ target, detail }) {
    this.#pressed = target.localName === 'graph-tables' ? document.activeElement : null;
    this.picked = detail;
    await this.updateComplete;
    if (this.#pressed) this.querySelector('.picked').focus();
  }

  async #back() {
    this.picked = null;
    await this.updateComplete;
    this.#pressed.focus();
  }

  #pin({ detail: { id, pinned } }) {
    draw({ pins: changedPins(this.drawing.pins, id, !pinned && this.querySelector('graph-pane').position(id)) });
  }
}

customElements.define('cypher-result', CypherResult);
