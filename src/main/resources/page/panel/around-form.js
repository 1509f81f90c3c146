import { html } from 'lit';
import { PageElement } from '../element.js';
import { AROUND } from '../around.js';
import { view } from '../address.js';
import { go } from '../navigation.js';
import { field } from './paths-panel.js';
import { ticked } from './type-boxes.js';

const STEPS = [['1', '1 step'], ['2', '2 steps'], ['3', '3 steps'], ['4', '4 steps']];
const DIRECTIONS = [['', 'from it and to it'], ['out', 'from it'], ['in', 'to it']];
const CONFIDENCES = [['', 'any'], ['moderate', 'moderate or high'], ['high', 'high']];

/** How much of what lies around an entity is asked for: how far, which types, which way, how sure; on the day that is seen. */
class AroundForm extends PageElement {
  static properties = { given: { attribute: false }, on: { attribute: false } };

  /** What the fields say before anybody changes them. */
  #told = null;

  /** What was chosen and not sent is no choice for another neighbourhood. */
  updated() {
    const told = JSON.stringify(this.given);
    if (told === this.#told) return;
    this.#told = told;
    const { hops = '1', direction = '', minConfidence = '', limit = '', types = '' } = this.given;
    Object.entries({ hops, direction, minConfidence, limit }).forEach(([name, value]) => (this.querySelector(`[name=${name}]`).value = value));
    this.querySelector('type-boxes').reset(types);
  }

  render() {
    const { hops = '1', direction = '', minConfidence = '', limit, types } = this.given;
    const isNarrowed = Boolean(types || direction || minConfidence || limit || hops !== '1');
    return html`<details class="change" ?open=${isNarrowed}><summary>Widen or narrow</summary>
      <form class="query" @submit=${this.#ask}>
        ${choice('How far', 'hops', STEPS, hops)}
        ${choice('Which way', 'direction', DIRECTIONS, direction)}
        ${choice('Confidence', 'minConfidence', CONFIDENCES, minConfidence)}
        ${field('At most so many relationships', 'around-limit', html`<input id="around-limit" name="limit" type="number" min="1" max="5000"
          .value=${limit ?? ''} placeholder=${AROUND}>`)}
        <type-boxes .chosen=${types ?? ''}></type-boxes>
        <button class="primary">Draw</button>
      </form></details>`;
  }

  #ask(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const { hops, direction, minConfidence, limit } = Object.fromEntries(form);
    const { around, asOf } = this.given;
    const asked = view('around', { around, asOf, hops: hops === '1' ? '' : hops, direction, minConfidence, limit, types: ticked(form) });
    go({ ...asked, drawing: { ...asked.drawing, on: this.on } });
  }
}

function choice(label, name, choices, chosen) {
  return field(label, `around-${name}`, html`<select id="around-${name}" name=${name}>
    ${choices.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}</select>`);
}

customElements.define('around-form', AroundForm);
