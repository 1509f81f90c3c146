import { html, svg } from 'lit';
import { PageElement } from '../element.js';
import { asks } from '../address.js';
import { changes } from '../graph/model.js';
import { current, draw } from '../navigation.js';
import { day } from '../words.js';

const DAY = 86_400_000;
/** How much of the span lies before the first and after the last change. */
const MARGIN = 0.04;
/** Milliseconds without a key until the day is taken for chosen. */
const PAUSE = 250;
export const ANY = 'any';

/** The day at which the graph is seen, with a tick wherever something changes. Fires "preview" while it is moved. */
class TimeSlider extends PageElement {
  static properties = { graph: { attribute: false }, on: { attribute: false }, moving: { state: true } };

  /** The step that began when the slider was last moved by keys. */
  #step = null;
  #byKeys = false;
  #timer = null;

  render() {
    const days = this.graph ? changes(this.graph) : [];
    if (!days.length) return '';
    const at = this.moving ?? this.on;
    const { first, last } = span(days);
    const value = at ? Math.min(Math.max(number(at), first), last) : last;
    return html`<div class="time" role="group" aria-label="Time">
      <button type="button" class="tool" aria-label="To the change before" ?disabled=${!days.some((one) => !at || one < at)}
        @click=${() => this.#set(days.filter((one) => !at || one < at).at(-1))}>‹</button>
      <div class="track">
        <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${days.map((one) => tick(one, first, last))}</svg>
        <input type="range" min=${first} max=${last} .value=${String(value)} aria-label="Day at which the graph is seen"
          aria-valuetext=${at ? day(at) : 'all days'} @input=${this.#move} @change=${this.#stop}
          @keydown=${() => (this.#byKeys = true)} @pointerdown=${() => (this.#byKeys = false)}>
      </div>
      <button type="button" class="tool" aria-label="To the next change" ?disabled=${!at || !days.some((one) => one > at)}
        @click=${() => this.#set(days.find((one) => one > at))}>›</button>
      <output>${at ? day(at) : 'all days'}</output>
      <button type="button" class="tool" ?disabled=${!at} @click=${() => this.#set(ANY)}>All days</button>
    </div>`;
  }

  #move(event) {
    this.#preview(date(Number(event.target.value)));
  }

  /** A day for each key is many days; those of one go are one step. */
  #stop(event) {
    const chosen = date(Number(event.target.value));
    clearTimeout(this.#timer);
    if (!this.#byKeys) this.#set(chosen);
    else {
      const before = current();
      this.#timer = setTimeout(() => {
        // Another view has no use for this day
        if (asks(before) !== asks(current())) return this.#preview(null);
        this.#set(chosen, { replace: this.#step === current() });
        this.#step = current();
      }, PAUSE);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #preview(day) {
    this.moving = day;
    this.dispatchEvent(new CustomEvent('preview', { detail: day, bubbles: true }));
  }

  #set(on, how) {
    clearTimeout(this.#timer);
    this.#step = null;
    this.#preview(null);
    draw({ on }, how);
  }
}

function span(days) {
  const from = number(days[0]);
  const to = number(days.at(-1));
  const margin = Math.max(20, Math.ceil((to - from) * MARGIN));
  return { first: Math.max(from - margin, number('0001-01-01')), last: Math.min(to + margin, number('9999-12-31')) };
}

function number(text) {
  return Math.round(Date.parse(`${text}T00:00:00Z`) / DAY);
}

function date(days) {
  return new Date(days * DAY).toISOString().slice(0, 10);
}

function tick(text, first, last) {
  const x = ((number(text) - first) / (last - first)) * 1000;
  return svg`<line class="tick" x1=${x} x2=${x} y1="0" y2="10"><title>${day(text)}</title></line>`;
}

customElements.define('time-slider', TimeSlider);
