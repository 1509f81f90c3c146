import { html } from 'lit';
import { PageElement } from '../element.js';
import { MORE_QUESTIONS, answer, expansion, onDay, withMoreRows } from '../answer.js';
import { merged } from '../graph/model.js';
import { view, write } from '../address.js';
import { draw, show } from '../navigation.js';
import { ANY } from '../time/time-slider.js';
import '../graph/graph-pane.js';
import '../panel/answer-panel.js';
import '../panel/compare-panel.js';
import '../panel/entity-panel.js';
import '../panel/line-panel.js';
import '../panel/paths-panel.js';
import '../problem-note.js';
import '../table/graph-tables.js';
import '../take/take-away.js';

const NO_MARKS = new Map();

/** A question's answer, or what lies around an entity: as a graph, as tables, and in words. */
class ExploreView extends PageElement {
  static properties = {
    view: { attribute: false },
    answer: { state: true },
    graph: { state: true },
    failure: { state: true },
    busy: { state: true },
    picked: { state: true },
    preview: { state: true },
    lit: { state: true },
  };

  #asked = null;
  #about = '';
  #pieces = new Map();
  #drawn = null;
  /** The answer as it came, before the slider asked for another day. */
  #found = null;

  willUpdate(changed) {
    if (!changed.has('view')) return;
    const { name, given, parameters } = this.view;
    const about = JSON.stringify([name, given, parameters]);
    if (about !== this.#about) {
      this.#about = about;
      this.#load();
    } else this.#follow();
  }

  /** What has been done to the graph may need more of it. */
  async #follow() {
    await this.#askForDay();
    await this.#expand();
  }

  /** A question about a day is asked again for the day of the slider. */
  async #askForDay() {
    if (!this.answer) return;
    const found = this.#found;
    const { on } = this.view.drawing;
    const isAsked = found.table && found.definition?.parameters.some(({ name }) => name === 'asOf');
    const day = isAsked && on && on !== ANY ? on : found.asOf;
    if (day === this.answer.asOf) return;
    try {
      const next = day === found.asOf ? found : await onDay(found, day, this.#asked.signal);
      if (found === this.#found && on === this.view.drawing.on) this.answer = next;
    } catch (failure) {
      if (failure.name !== 'AbortError') this.failure = failure;
    }
  }

  async #moreRows() {
    const { answer } = this;
    try {
      const next = await withMoreRows(answer, this.#asked.signal);
      if (answer === this.answer) this.answer = next;
    } catch (failure) {
      if (failure.name !== 'AbortError') this.failure = failure;
    }
  }

  async #load() {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    this.busy = true;
    this.failure = this.picked = this.preview = this.lit = null;
    try {
      const found = await answer(this.view, asked.signal);
      if (asked.signal.aborted) return;
      this.answer = this.#found = found;
      this.#pieces.clear();
      document.title = `${found.understood?.question ?? found.title} – Entente`;
      await this.#follow();
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      this.answer = this.graph = null;
      this.failure = failure;
    }
    this.busy = false;
  }

  /** Puts the answer and all that has been expanded together. */
  async #expand() {
    if (!this.answer) return;
    const open = this.view.drawing.open;
    open.filter((one) => !this.#pieces.has(one)).forEach((one) => this.#pieces.set(one, expansion(one)));
    try {
      const pieces = await Promise.all(open.map((one) => this.#pieces.get(one)));
      const { nodes, relationships } = this.answer.graph;
      this.graph = open.length
        ? merged([{ nodes: [...nodes.values()], relationships: [...relationships.values()] }, ...pieces]) : this.answer.graph;
    } catch (failure) {
      open.forEach((one) => this.#pieces.delete(one));
      this.failure = failure;
    }
  }

  render() {
    if (this.failure) return html`<div class="alone"><problem-note .failure=${this.failure} @again=${this.#load}></problem-note></div>`;
    if (!this.graph) return html`<p class="alone quiet" role="status">Asking …</p>`;
    const shown = this.#shows();
    return html`<div class="explore" data-busy=${String(this.busy)} @pick=${this.#pick} @pin=${this.#pin}
      @more=${this.#moreRows} @preview=${(event) => (this.preview = event.detail)} @highlight=${(event) => (this.lit = event.detail)}>
      <div class="stage">
        <div class="switch" role="group" aria-label="Show as">
          ${['graph', 'table'].map((what) => html`<button type="button" aria-pressed=${String(shown === what)}
            @click=${() => show(what)}>${what === 'graph' ? 'Graph' : 'Table'}</button>`)}
        </div>
        <div class="actions-top"><take-away .answer=${this.answer} .graph=${this.graph} .drawing=${this.#drawing()}
          .pane=${shown === 'graph' ? () => this.querySelector('graph-pane') : null}></take-away></div>
        ${shown === 'graph' ? this.#graphPane() : this.#tables()}
        <time-slider .graph=${this.graph} .on=${this.#drawing().on}></time-slider>
        ${this.view.name === 'start' ? this.#more() : ''}
      </div>
      <aside class="panel" tabindex="0" aria-label="Answer and evidence">${this.#panel()}</aside>
    </div>`;
  }

  #more() {
    return html`<p class="try"><span class="quiet">Ask on:</span>
      ${MORE_QUESTIONS.map((q) => html`<a href=${write(view('ask', { q }))}>${q}</a>`)}</p>`;
  }

  #shows() {
    return this.view.show ?? (this.answer.graph.relationships.size || !this.answer.table ? 'graph' : 'table');
  }

  #graphPane() {
    return html`<graph-pane .graph=${this.graph} .anchors=${this.answer.anchors} .focus=${this.answer.focus}
      .drawing=${this.#drawing()} .picked=${this.picked?.id ?? null}
      .arrangement=${this.answer.arrangement ?? null} .marks=${this.lit ?? this.answer.marks ?? NO_MARKS}></graph-pane>`;
  }

  #tables() {
    return html`<graph-tables .graph=${this.graph} .anchors=${this.answer.anchors} .drawing=${this.#drawing()}
      .table=${this.answer.table} .definition=${this.answer.definition}></graph-tables>`;
  }

  /** A question about a day shows the graph on that day, unless another is chosen. The same as long as nothing changes. */
  #drawing() {
    const { drawing } = this.view;
    const on = this.preview ?? drawing.on ?? this.answer.asOf;
    const next = { ...drawing, on: on === ANY ? null : on };
    if (JSON.stringify(next) !== JSON.stringify(this.#drawn)) this.#drawn = next;
    return this.#drawn;
  }

  #panel() {
    const back = html`<button type="button" class="link back" @click=${() => (this.picked = null)}>← Answer</button>`;
    if (this.picked?.line) return html`${back}<line-panel .line=${this.picked.line} .graph=${this.graph} .drawing=${this.view.drawing}></line-panel>`;
    if (this.picked?.node) return html`${back}<entity-panel .node=${this.picked.node} .drawing=${this.view.drawing}></entity-panel>`;
    const { answer, view: { name, given } } = this;
    if (name === 'paths') return html`<paths-panel .answer=${answer} .given=${given}></paths-panel>`;
    if (name === 'compare') return html`<compare-panel .answer=${answer} .given=${given}></compare-panel>`;
    const center = this.view.name !== 'query' && !this.answer.table && this.graph.nodes.get([...this.answer.focus][0]);
    if (center) return html`${this.answer.notes.map((note) => html`<p class="note" role="status">${note}
        ${answer.more ? html`<a href=${write(view('around', { ...given, around: center.id, ...answer.more }))}>Draw more</a>` : ''}</p>`)}
      <entity-panel .node=${center} .drawing=${this.view.drawing}></entity-panel>`;
    return html`<answer-panel .answer=${this.answer} .view=${this.view}></answer-panel>`;
  }

  #pick({ detail }) {
    this.picked = detail;
  }

  #pin({ detail: { id, pinned } }) {
    const pins = { ...this.view.drawing.pins };
    if (pinned) delete pins[id];
    else pins[id] = this.querySelector('graph-pane')?.position(id) ?? { x: 0, y: 0 };
    draw({ pins });
  }
}

customElements.define('explore-view', ExploreView);
