import { html } from 'lit';
import { PageElement } from '../element.js';
import { forgetAll, keep, past } from '../console/past.js';
import { run } from '../console/run.js';
import { savedFile } from '../console/saved-file.js';
import '../console/cypher-editor.js';
import { Expansions } from '../graph/expansions.js';
import '../graph/graph-pane.js';
import { changedPins } from '../graph/pins.js';
import '../panel/entity-panel.js';
import '../panel/line-panel.js';
import '../problem-note.js';
import '../table/graph-tables.js';
import { untouched, view } from '../address.js';
import { current, draw, go, listen } from '../navigation.js';
import { save } from '../take/files.js';
import '../take/take-result.js';
import { count } from '../words.js';

const FIRST = 'MATCH (a:Actor)-[s:SUPPORTS|OPPOSES]->(b:Base)\nRETURN a, s, b\nORDER BY a.name, b.name';
const NO_FOCUS = new Set();
const NO_PARAMETERS = 'The parameters must be a JSON object, such as {"asOf": "2009-07-31"}.';

/** A place to write Cypher: the statement, its parameters, and what it returns as a graph and a table. */
class CypherView extends PageElement {
  static properties = {
    statement: { state: true }, values: { state: true }, result: { state: true }, failure: { state: true },
    graph: { state: true }, busy: { state: true }, told: { state: true }, picked: { state: true },
  };

  #drawing = untouched();
  /** The statement and parameters of the address, whatever has been written since. */
  #about = null;
  #turn = 0;
  #expansions = new Expansions();

  connectedCallback() {
    super.connectedCallback();
    this.#read(current());
    this.stop = listen((shown) => shown.name === 'cypher' && this.#read(shown));
    document.title = 'Cypher – Entente';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#turn++;
    this.stop();
  }

  /** What has been done to the graph changes that alone; another statement is shown with what it returns. */
  #read({ given, drawing }) {
    const about = JSON.stringify([given.statement, given.values]);
    this.#drawing = drawing;
    if (about === this.#about) {
      this.#expand();
      return;
    }
    this.#about = about;
    this.statement = given.statement ?? this.statement ?? FIRST;
    this.values = given.values ?? this.values ?? '{}';
    this.#turn++;
    this.result = this.failure = this.told = this.picked = null;
    this.busy = false;
    this.updateComplete.then(() => {
      this.querySelector('cypher-editor').text = this.statement;
      if (given.statement) this.#execute();
    });
  }

  render() {
    return html`<div class="console">
      <section aria-label="Statement">
        <h1>Cypher</h1>
        <p class="quiet">Only what reads the graph runs. Ctrl-Enter runs it; Ctrl-Space completes. A text such as "2009-07-31" among the
          parameters is given as a date.</p>
        <cypher-editor text=${this.statement} @edit=${(event) => (this.statement = event.detail)} @run=${this.#run}></cypher-editor>
        <label class="values">Parameters, as JSON <input .value=${this.values} spellcheck="false"
          @input=${(event) => (this.values = event.target.value)} @keydown=${(event) => event.key === 'Enter' && this.#run()}></label>
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
    const { columns, rows, truncated } = this.result;
    const { graph } = this;
    return html`<section aria-label="Result" @pin=${this.#pin} @pick=${(event) => (this.picked = event.detail)}>
      <div class="take"><take-result .result=${this.result} .pane=${() => this.querySelector('graph-pane')}></take-result></div>
      ${truncated ? html`<p class="note" role="status">There are more rows than these ${rows.length.toLocaleString('en')}. Add a LIMIT or a condition.</p>` : ''}
      ${graph.nodes.size ? html`<graph-pane class="framed" .graph=${graph} .anchors=${this.result.anchors} .focus=${NO_FOCUS}
        .drawing=${this.#drawing} .picked=${this.picked?.id ?? null} .question=${this.result}></graph-pane>
        <div class="picked" role="status">${this.#evidence()}</div>` : ''}
      <data-table caption=${count(rows.length, 'row')} .columns=${columns.map((name) => ({ name }))} .rows=${rows}></data-table>
      ${graph.nodes.size ? html`<graph-tables .graph=${graph} .anchors=${this.result.anchors} .drawing=${this.#drawing}></graph-tables>` : ''}
    </section>`;
  }

  #evidence() {
    const { line, node } = this.picked ?? {};
    if (line) return html`<line-panel .line=${line} .graph=${this.graph} .drawing=${this.#drawing}></line-panel>`;
    return node ? html`<entity-panel .node=${node} .drawing=${this.#drawing} .pinnable=${true}></entity-panel>`
      : html`<p class="quiet">Choose an entity or a line to see its evidence.</p>`;
  }

  #pin({ detail: { id, pinned } }) {
    draw({ pins: changedPins(this.#drawing.pins, id, !pinned && this.querySelector('graph-pane').position(id)) });
  }

  /** A statement is a step of the history once it runs; the same again runs in its place. */
  #run = () => {
    const next = view('cypher', { statement: this.statement, values: this.values });
    if (JSON.stringify([next.given.statement, next.given.values]) === this.#about) this.#execute();
    else go(next);
  };

  async #execute() {
    const turn = ++this.#turn;
    const { statement, values } = this;
    const editor = this.querySelector('cypher-editor');
    editor.underline([]);
    this.failure = this.told = null;
    this.busy = true;
    try {
      const result = await run(statement, parametersOf(values));
      if (turn !== this.#turn) return;
      keep(statement, values);
      this.picked = null;
      this.graph = result.graph;
      this.result = { ...result, anchors: new Set(result.graph.nodes.keys()) };
      this.#expansions.clear();
      const remarks = result.notifications.map(({ line, column, description: message }) => ({ line, column, message, severity: 'warning' }));
      editor.underline(remarks);
      this.told = remarks.map((one) => one.message).join(' ') || null;
      await this.#expand();
    } catch (failure) {
      if (turn !== this.#turn) return;
      const { line, column } = failure.problem ?? {};
      if (line) editor.underline([{ line, column, message: failure.message, severity: 'error' }]);
      if (failure instanceof SyntaxError) this.told = NO_PARAMETERS;
      else this.failure = failure;
    }
    this.busy = false;
  }

  /** Adds what has been expanded to what was returned. */
  async #expand() {
    const { result } = this;
    if (!result) return;
    const { open, on } = this.#drawing;
    this.failure = null;
    try {
      const graph = await this.#expansions.onto(result.graph, open, on);
      if (result === this.result && open === this.#drawing.open) this.graph = graph;
    } catch (failure) {
      if (result === this.result && open === this.#drawing.open) this.failure = failure;
    }
    this.requestUpdate();
  }

  /** What was run, whatever has been written since. */
  #save() {
    const { statement, parameters, columns } = this.result;
    save(new Blob([savedFile(statement, parameters, columns)], { type: 'text/plain' }), 'my-question.cypher');
  }
}

/** @throws {SyntaxError} where a text is no object of JSON */
function parametersOf(text) {
  const parameters = JSON.parse(text || '{}');
  if (!parameters || typeof parameters !== 'object' || Array.isArray(parameters)) throw new SyntaxError(NO_PARAMETERS);
  return parameters;
}

customElements.define('cypher-view', CypherView);
