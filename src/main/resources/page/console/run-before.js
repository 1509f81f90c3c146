import { html } from 'lit';
import { PageElement } from '../element.js';
import { forgetAll, past } from './past.js';

const LETTERS = 70;

/** A choice of the statements that were run before. Fires "choose" with the one that is chosen. */
class RunBefore extends PageElement {
  /** Whatever is another once another statement has run. */
  static properties = { ran: { attribute: false } };

  render() {
    const all = past();
    return all.length ? html`<select aria-label="Statements run before" @change=${(event) => this.#choose(all, event.target)}>
      <option value="">Run before …</option>
      ${all.map((one, at) => html`<option value=${at}>${one.statement.replace(/\s+/g, ' ').slice(0, LETTERS)}</option>`)}
      <option value="forget">Forget all of these</option></select>` : '';
  }

  #choose(all, field) {
    if (field.value === 'forget') forgetAll();
    else if (field.value) this.dispatchEvent(new CustomEvent('choose', { detail: all[field.value], bubbles: true }));
    field.value = '';
    this.requestUpdate();
  }
}

customElements.define('run-before', RunBefore);
