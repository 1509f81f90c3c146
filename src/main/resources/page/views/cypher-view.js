import { html } from 'lit';
import { PageElement } from '../element.js';
import { forgetAll, keep, past } from '../console/past.js';
import { run } from '../console/run.js';
import { savedFile } from '../console/saved-file.js';
import '../console/cypher-editor.js';
import '../graph/graph-pane.js';
import '../panel/entity-panel.js';
import '../panel/line-panel.js';
import '../problem-note.js';
import '../table/data-table.js';
import { untouched, view } from '../address.js';
import { current, go, listen } from '../navigation.js';
import { save } from '../take/files.js';
import { count } from '../words.js';

const FIRST = 'MATCH (a:Actor)-[s:SUPPORTS|OPPOSES]->(b:Base)\nRETURN a, s, b\nORDER BY a.name, b.name';
const NO_FOCUS = new Set();

/** A place to write Cypher: the statement, its parameters, and what it returns as a graph and a table. */
class CypherView extends PageElement {
  static properties = {
    statement: { state: true }, values: { state: true }, result: { state: true }, failure: { state: true },
    busy: { state: true }, told: { state: true }, picked: { state: true },
  };

  #drawing = untouched();

  connectedCallback() {
    super.connectedCallback();
    this.#read(current());
    this.stop = listen((shown) => shown.name === 'cypher' && this.#read(shown));
    document.title = 'Cypher – Entente';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  #read({ given, drawing }) {
    this.#drawing = drawing;
    if (given.statement === this.statement && this.result) {
      this.requestUpdate();
      return;
    }
    this.statement = given.statement ?? this.statement ?? FIRST;
    this.values = given.values ?? this.values ?? '{}';
    this.updateComplete.then(() => (this.querySelector('cypher-editor').text = this.statement));
  }

  render() {
    return html`<div class="console">
      <section aria-label="Statement">
        <h1>Cypher</h1>
        <p class="quiet">Only what reads the graph runs. Ctrl-Enter runs it; Ctrl-Space completes. A text such as "2009-07-31" among the
          parameters is given as a date.</p>
        <cypher-editor text=${this.statement} @edit=${(event) => (this.statement = event.detail)} @run=${this.#run}></cypher-editor>
        <label class="values">Parameters, as JSON <input .value=${this.values} spellcheck="false"
          @input=${(event) => (this.values = event.target.value)}></label>
        <p class="actions">
          <button type="button" class="primary" @click=${this.#run} ?disabled=${this.busy}>${this.busy ? 'Running …' : 'Run'}</button>
          <button type="button" ?disabled=${!this.result} @click=${this.#save}>Save as a file</button>
          ${this.#past()}
        </p>
        ${this.told ? html`<p class="note" role="status">${this.told}</p>` : ''}
        ${this.failure ? html`<problem-note .failure=${this.failure} @again=${this.#run}></problem-note>` : ''}
      </section>
      ${this.result ? this.#result() : ''}
    </div>`;
  }

  #past() {
    const all = past();
    return all.length ? html`<select aria-label="Statements run before" @change=${(event) => this.#again(all, event)}>
      <option value="">Run before …</option>
      ${all.map((one, at) => html`<option value=${at}>${one.statement.replace(/\s+/g, ' ').slice(0, 70)}</option>`)}
      <option value="forget">Forget all of these</option></select>` : '';
  }

  #again(all, event) {
    const { value } = event.target;
    if (value === 'forget') forgetAll();
    else if (value) {
      this.values = all[value].values;
      this.querySelector('cypher-editor').text = all[value].statement;
    }
    event.target.value = '';
    this.requestUpdate();
  }

  #result() {
    const { columns, rows, truncated, graph } = this.result;
    return html`<section aria-label="Result">
      ${truncated ? html`<p class="note" role="status">There are more rows than these ${rows.length.toLocaleString('en')}. Add a LIMIT or a condition.</p>` : ''}
      ${graph.nodes.size ? html`<graph-pane class="framed" .graph=${graph} .anchors=${this.result.anchors} .focus=${NO_FOCUS}
        .drawing=${this.#drawing} .picked=${this.picked?.id ?? null} @pick=${this.#pick}></graph-pane>
        <div class="picked" role="status">${this.#evidence()}</div>` : ''}
      <data-table caption=${count(rows.length, 'row')} .columns=${columns.map((name) => ({ name }))} .rows=${rows}></data-table>
    </section>`;
  }

  #pick({ detail }) {
    this.picked = detail;
  }

  #evidence() {
    const { line, node } = this.picked ?? {};
    if (line) return html`<line-panel .line=${line} .graph=${this.result.graph} .drawing=${this.#drawing}></line-panel>`;
    return node ? html`<entity-panel .node=${node} .drawing=${this.#drawing}></entity-panel>`
      : html`<p class="quiet">Choose an entity or a line to see its evidence.</p>`;
  }

  #run = async () => {
    const editor = this.querySelector('cypher-editor');
    editor.underline([]);
    this.failure = this.told = null;
    this.busy = true;
    try {
      const result = await run(this.statement, JSON.parse(this.values || '{}'));
      keep(this.statement, this.values);
      go(view('cypher', { statement: this.statement, values: this.values }), { replace: current().given.statement === this.statement });
      this.picked = null;
      this.result = { ...result, anchors: new Set(result.graph.nodes.keys()) };
      const remarks = result.notifications.map(({ line, column, description: message }) => ({ line, column, message, severity: 'warning' }));
      editor.underline(remarks);
      this.told = remarks.map((one) => one.message).join(' ') || null;
    } catch (failure) {
      const { line, column } = failure.problem ?? {};
      if (line) editor.underline([{ line, column, message: failure.message, severity: 'error' }]);
      if (failure instanceof SyntaxError) this.told = 'The parameters must be a JSON object, such as {"asOf": "2009-07-31"}.';
      else this.failure = failure;
    }
    this.busy = false;
  };

  #save() {
    const text = savedFile(this.statement, JSON.parse(this.values || '{}'), this.result.columns);
    save(new Blob([text], { type: 'text/plain' }), 'my-question.cypher');
  }
}

customElements.define('cypher-view', CypherView);
