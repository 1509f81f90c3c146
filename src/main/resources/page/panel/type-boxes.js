import { html } from 'lit';
import { PageElement } from '../element.js';
import { schema } from '../vocabulary.js';
import { lower } from '../words.js';

/** The types of relationship that a form may be limited to, of those that the graph holds; chosen has commas in between. */
class TypeBoxes extends PageElement {
  static properties = { chosen: {}, types: { state: true } };

  constructor() {
    super();
    this.types = [];
  }

  async connectedCallback() {
    super.connectedCallback();
    // Without them the types that are asked for already can still be taken out
    this.types = (await schema().catch(() => ({ types: [] }))).types;
  }

  /** Forgets what was ticked and not sent. */
  reset(chosen) {
    const names = namesIn(chosen);
    this.querySelectorAll('[name=types]').forEach((box) => (box.checked = names.includes(box.value)));
  }

  render() {
    const chosen = new Set(namesIn(this.chosen));
    const held = this.types.filter((one) => one.relationships || chosen.has(one.name));
    const names = held.length ? held.map((one) => one.name) : [...chosen];
    return html`<fieldset><legend>Types; none chosen means all</legend>
      ${names.map((name) => html`<label><input type="checkbox" name="types" value=${name} .checked=${chosen.has(name)}> ${lower(name)}</label>`)}
    </fieldset>`;
  }
}

function namesIn(list) {
  return list.split(',').map((one) => one.trim()).filter(Boolean);
}

/** The types that are ticked, as an address has them. @param {FormData} form */
export function ticked(form) {
  return form.getAll('types').join(',');
}

customElements.define('type-boxes', TypeBoxes);
