import { html } from 'lit';
import { PageElement } from '../element.js';
import { keep } from '../console/past.js';
import { graphOf, parametersOf, run } from '../console/run.js';
import { savedFile } from '../console/saved-file.js';
import '../console/cypher-editor.js';
import '../console/cypher-result.js';
import '../console/run-before.js';
import { Expansions } from '../graph/expansions.js';
import '../problem-note.js';
import { untouched, view } from '../address.js';
import { current, go, listen } from '../navigation.js';
import { save } from '../take/files.js';

const FIRST = 'MATCH (a:Actor)-[s:SUPPORTS|OPPOSES]->(b:Base)\nRETURN a, s, b\nORDER BY a.name, b.name';
const NO_PARAMETERS = 'The parameters must be a JSON object, such as {"asOf": "2009-07-31"}.';

/** A place to write Cypher: the statement, its parameters, and what it returns as a graph and a table. */
class CypherView extends PageElement {
  static properties = {
    statement: { state: true }, values: { state: true }, result: { state: true }, failure: { state: true },
    graph: { state: true }, busy: { state: true }, told: { state: true },
  };

  #drawing = untouched();
  /** The statement and parameters of the address, whatever has been written since. */
  #about = null;
  /** What the person has run here, and no link. */
  #asked = null;
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
    this.result = this.failure = this.told = null;
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
          <run-before .ran=${this.result} @choose=${this.#again}></run-before>
        </p>
        ${this.told ? html`<p class="note" role="status">${this.told}</p>` : ''}
        ${this.failure ? html`<problem-note .failure=${this.failure} @again=${this.#run}></problem-note>` : ''}
      </section>
      ${this.result ? html`<cypher-result .result=${this.result} .graph=${this.graph} .drawing=${this.#drawing} @run=${this.#run}></cypher-result>` : ''}
    </div>`;
  }

  #again({ detail: { statement, values } }) {
    this.values = values;
    this.querySelector('cypher-editor').text = statement;
  }

  /** A statement is a step of the history once it runs; the same again runs in its place. */
  #run = () => {
    const next = view('cypher', { statement: this.statement, values: this.values });
    const about = JSON.stringify([next.given.statement, next.given.values]);
    this.#asked = about;
    if (about === this.#about) this.#execute();
    else go(next);
  };

  async #execute() {
    const turn = ++this.#turn;
    const { statement, values } = this;
    const parameters = parametersOf(values);
    this.querySelector('cypher-editor').underline([]);
    this.failure = null;
    this.told = parameters ? null : NO_PARAMETERS;
    this.busy = Boolean(parameters);
    if (!parameters) return;
    try {
      const result = await run(statement, parameters);
      if (turn !== this.#turn) return;
      if (this.#asked === this.#about) keep(statement, values);
      this.#show(result);
      const { graph, failure } = await graphOf(result);
      if (turn !== this.#turn) return;
      this.graph = graph;
      this.result = { ...result, graph, graphFailure: failure, anchors: new Set(graph.nodes.keys()) };
      await this.#expand();
    } catch (failure) {
      if (turn !== this.#turn) return;
      this.#fail(failure);
    }
    this.busy = false;
  }

  /** The rows are there before the graph is. */
  #show(result) {
    this.graph = null;
    this.result = result;
    this.#expansions.clear();
    const remarks = result.notifications.map(({ line, column, description: message }) => ({ line, column, message, severity: 'warning' }));
    this.querySelector('cypher-editor').underline(remarks);
    this.told = remarks.map((one) => one.message).join(' ') || null;
  }

  #fail(failure) {
    const { line, column } = failure.problem ?? {};
    if (line) this.querySelector('cypher-editor').underline([{ line, column, message: failure.message, severity: 'error' }]);
    this.failure = failure;
  }

  /** Adds what has been expanded to what was returned. */
  async #expand() {
    const { result } = this;
    if (!result?.graph) return;
    const { open, on } = this.#drawing;
    this.failure = null;
    const { graph, failure } = await this.#expansions.onto(result.graph, open, on);
    if (result === this.result && open === this.#drawing.open) Object.assign(this, { graph, failure });
    this.requestUpdate();
  }

  /** What was run, whatever has been written since. */
  #save() {
    const { statement, parameters, columns } = this.result;
    save(new Blob([savedFile(statement, parameters, columns)], { type: 'text/plain' }), 'my-question.cypher');
    this.told = 'Saved. Write its title and descriptions into it; "entente check" says what is wrong with it, if anything is.';
  }
}

customElements.define('cypher-view', CypherView);
