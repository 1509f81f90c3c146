import { html } from 'lit';
import { PageElement } from '../element.js';
import { current, listen } from '../navigation.js';
import '../problem-note.js';

/** A view that shows what one request, or a few, gave. Who extends it says what to ask, and what to make of it. */
export class LoadedView extends PageElement {
  static properties = { found: { state: true }, failure: { state: true }, partFailure: { state: true } };

  #turn = 0;

  connectedCallback() {
    super.connectedCallback();
    const { name } = current();
    this.stop = listen((shown) => shown.name === name && this.load());
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
    // What is still asked for comes too late
    this.#turn++;
    this.found = null;
  }

  async load() {
    const turn = ++this.#turn;
    this.failure = this.found = this.partFailure = null;
    try {
      const found = await this.ask(current().given);
      if (turn === this.#turn) this.found = found;
    } catch (failure) {
      if (turn === this.#turn) this.failure = failure;
    }
  }

  /** Puts what follows behind what is there. @param {(found: object) => Promise<object>} ask gives all of it then */
  async follow(ask) {
    const { found } = this;
    this.partFailure = null;
    try {
      const all = await ask(found);
      if (this.found === found) this.found = all;
    } catch (failure) {
      const isOver = failure.problem?.code === 'graph-changed';
      const again = () => (isOver ? this.load() : this.follow(ask));
      if (this.found === found) this.partFailure = { failure, again };
    }
  }

  render() {
    if (this.failure) return html`<div class="alone"><problem-note .failure=${this.failure} @again=${this.load}></problem-note></div>`;
    if (!this.found) return html`<p class="alone quiet" role="status">Reading …</p>`;
    return html`<div class="reading">${this.shown(this.found)}
      ${this.partFailure ? html`<problem-note .failure=${this.partFailure.failure} @again=${this.partFailure.again}></problem-note>` : ''}</div>`;
  }
}
