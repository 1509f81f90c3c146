import { html } from 'lit';
import { PageElement } from '../element.js';
import { day } from '../words.js';
import { MORE_QUESTIONS } from '../answer.js';
import { view, write } from '../address.js';
import { draw, look, show } from '../navigation.js';
import '../graph/graph-pane.js';
import { picked } from '../graph/picked.js';
import { changedPins } from '../graph/pins.js';
import '../panel/answer-panel.js';
import '../panel/around-form.js';
import '../panel/compare-panel.js';
import '../panel/entity-panel.js';
import '../panel/line-panel.js';
import '../panel/paths-panel.js';
import '../problem-note.js';
import '../table/graph-tables.js';
import '../take/take-away.js';
import '../time/time-slider.js';
import { marksOf } from '../routes.js';
import { Inquiry } from './inquiry.js';
import './welcome-view.js';

const NO_MARKS = new Map();

/** A question's answer, or what lies around an entity: as a graph, as tables, and in words. */
class ExploreView extends PageElement {
  static properties = {
    view: { attribute: false },
    preview: { state: true },
  };

  #inquiry = new Inquiry(() => this.requestUpdate());
  #drawn = null;
  /** The question whose answer was last shown. */
  #answered = null;
  /** What is marked, of which answer and route. */
  #marked = null;
  /** What was pressed in a table or a list to see the evidence that is shown. */
  #pressed = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#inquiry.stop();
  }

  willUpdate(changed) {
    if (changed.has('view') && this.#inquiry.follow(this.view)) this.preview = null;
  }

  /** Whoever asked by a link that the answer has taken away goes on at the answer. */
  updated() {
    const { question, asking } = this.#inquiry;
    if (asking || question === this.#answered) return;
    if (this.#answered && document.activeElement === document.body) this.querySelector('.panel')?.focus({ preventScroll: true });
    this.#answered = question;
  }

  render() {
    const { answer, graph, known, failure, asking, adding } = this.#inquiry;
    if (failure) return this.#failed(failure);
    if (!graph || (answer.welcome && asking)) return html`<p class="alone quiet" role="status">Asking …</p>`;
    if (answer.welcome) return html`<welcome-view .welcome=${answer.welcome}></welcome-view>`;
    const shown = this.#shows();
    return html`<div class="explore" data-busy=${asking ? 'asking' : adding ? 'adding' : 'false'} @pick=${this.#pick} @pin=${this.#pin}
      @more=${() => this.#inquiry.more()} @preview=${(event) => (this.preview = event.detail)}>
      <div class="stage">
        <div class="switch" role="group" aria-label="Show as">
          ${['graph', 'table'].map((what) => html`<button type="button" aria-pressed=${String(shown === what)}
            @click=${() => show(what)}>${what === 'graph' ? 'Graph' : 'Table'}</button>`)}
        </div>
        <div class="actions-top"><take-away .answer=${answer} .graph=${graph} .drawing=${this.#drawing()} .marks=${this.#marks()}
          .pane=${shown === 'graph' ? () => this.querySelector('graph-pane') : null}></take-away></div>
        ${shown === 'graph' ? this.#graphPane() : this.#tables()}
        <time-slider .graph=${known} .on=${this.#drawing().on}></time-slider>
        ${this.view.name === 'start' ? this.#more() : ''}
      </div>
      <aside class="panel" tabindex="0" aria-label="Answer and evidence">
        ${asking ? html`<p class="quiet" role="status">Asking …</p>` : html`${this.#part()}${this.#panel()}`}</aside>
    </div>`;
  }

  /** What is wrong, above the form in which it may stand. */
  #failed(failure) {
    const { name, given } = this.view;
    return html`<div class="alone"><problem-note .failure=${failure} @again=${() => this.#inquiry.ask()}></problem-note>
      ${name === 'paths' ? html`<paths-panel .answer=${{ routes: null }} .given=${given}></paths-panel>` : ''}
      ${name === 'compare' ? html`<compare-panel .answer=${{ changes: null }} .given=${given}></compare-panel>` : ''}
      ${name === 'query' ? html`<p><a href=${write(view('queries', { id: given.query }))}>Change the question</a></p>` : ''}</div>`;
  }

  /** Why something more did not come, or that not all is there. */
  #part() {
    const { partFailure, isPart, answer } = this.#inquiry;
    const isOfAll = answer.table && answer.asOf && !this.#inquiry.on();
    const of = isPart || !answer.beyond ? 'Not all that holds on other days is drawn; ask for a day, or expand what you need.' : 'The picture shows all days.';
    const part = isOfAll ? html`<p class="note" role="status">${of} The rows are those of ${day(answer.asOf)}.</p>` : '';
    return partFailure ? html`<problem-note .failure=${partFailure.failure} @again=${partFailure.again}></problem-note>` : part;
  }

  #more() {
    return html`<p class="try"><span class="quiet">Ask on:</span>
      ${MORE_QUESTIONS.map((q) => html`<a href=${write(view('ask', { q }))}>${q}</a>`)}</p>`;
  }

  #shows() {
    const { answer } = this.#inquiry;
    return this.view.show ?? (answer.graph.relationships.size || !answer.table ? 'graph' : 'table');
  }

  #graphPane() {
    const { answer, graph } = this.#inquiry;
    return html`<graph-pane .graph=${graph} .anchors=${answer.anchors} .focus=${answer.focus}
      .drawing=${this.#drawing()} .picked=${this.view.drawing.pick} .question=${this.#inquiry.question}
      .arrangement=${answer.arrangement ?? null} .sided=${!answer.changes} .empty=${answer.empty ?? null} .marks=${this.#marks()}></graph-pane>`;
  }

  #tables() {
    const { answer, graph } = this.#inquiry;
    return html`<graph-tables .graph=${graph} .anchors=${answer.anchors} .drawing=${this.#drawing()}
      .table=${answer.table} .definition=${answer.definition} .marks=${answer.marks ?? NO_MARKS}></graph-tables>`;
  }

  /** The same as long as nothing changes: the graph is drawn again for others. */
  #marks() {
    const { answer } = this.#inquiry;
    const { route } = this.view.drawing;
    if (answer !== this.#marked?.answer || route !== this.#marked.route) {
      this.#marked = { answer, route, marks: marksOf(answer, route) ?? answer.marks ?? NO_MARKS };
    }
    return this.#marked.marks;
  }

  /**
   * How the graph is drawn, on the day that is chosen or asked about. The same as long as nothing changes; and while
   * something else is asked, as it was.
   */
  #drawing() {
    if (this.#inquiry.asking && this.#drawn) return this.#drawn;
    const next = { ...this.view.drawing, pick: null, route: null, on: this.preview ?? this.#inquiry.on() };
    if (JSON.stringify(next) !== JSON.stringify(this.#drawn)) this.#drawn = next;
    return this.#drawn;
  }

  #panel() {
    const { answer, graph } = this.#inquiry;
    const { drawing, name, given } = this.view;
    const on = this.#inquiry.on();
    const back = html`<button type="button" class="link back" @click=${this.#back}>← Answer</button>`;
    const { node, line } = picked(this.#inquiry, this.#drawing(), drawing);
    if (line) return html`${back}<line-panel .line=${line} .graph=${graph} .drawing=${drawing}></line-panel>`;
    if (node) return html`${back}<entity-panel .node=${node} .graph=${graph} .drawing=${drawing} .on=${on} .pinnable=${this.#shows() === 'graph'}></entity-panel>`;
    if (name === 'paths') return html`<paths-panel .answer=${answer} .given=${given} .chosen=${drawing.route}></paths-panel>`;
    if (name === 'compare') return html`<compare-panel .answer=${answer} .given=${given}></compare-panel>`;
    const center = !answer.table && graph.nodes.get([...answer.focus][0]);
    if (center) return html`${answer.notes.map((note) => html`<p class="note" role="status">${note}</p>`)}
      ${answer.more ? html`<p><a href=${this.#moreAround(center.id)}>Draw more</a></p>` : ''}
      <entity-panel .node=${center} .graph=${graph} .drawing=${drawing} .on=${on} .pinnable=${this.#shows() === 'graph'}></entity-panel>
      <around-form .given=${{ ...given, around: center.id }} .on=${drawing.on}></around-form>`;
    return html`<answer-panel .answer=${answer} .view=${this.view}></answer-panel>`;
  }

  #moreAround(id) {
    const { given, drawing } = this.view;
    const wider = view('around', { ...given, q: '', around: id, ...this.#inquiry.answer.more });
    return write({ ...wider, drawing: { ...wider.drawing, on: drawing.on } });
  }

  /** Whoever goes through tables and lists by keys or by ear goes on in the panel, and back to where they were. */
  async #pick({ target, detail }) {
    this.#pressed = target.localName === 'graph-pane' ? null : document.activeElement;
    look({ pick: detail?.id ?? null });
    await this.updateComplete;
    if (this.#pressed) this.querySelector('.panel').focus();
  }

  async #back() {
    look({ pick: null });
    await this.updateComplete;
    (this.#pressed?.isConnected ? this.#pressed : this.querySelector('.panel')).focus();
  }

  #pin({ detail: { id, pinned } }) {
    const at = !pinned && this.querySelector('graph-pane')?.position(id);
    if (pinned || at) draw({ pins: changedPins(this.view.drawing.pins, id, at) });
  }
}

customElements.define('explore-view', ExploreView);
