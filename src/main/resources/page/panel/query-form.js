import { html } from 'lit';
import { PageElement } from '../element.js';
import { view } from '../address.js';
import { go } from '../navigation.js';
import { spelled } from '../words.js';
import '../entity-field.js';

const INPUTS = { date: 'text', integer: 'number', number: 'number', string: 'text' };

/** A form made from the parameters of a saved query. */
class QueryForm extends PageElement {
  static properties = { definition: { attribute: false }, values: { attribute: false } };

  /** What the fields say before anybody changes them. */
  #told = null;

  /** What was typed for another query or another answer is no value of this one. */
  updated() {
    const told = JSON.stringify([this.definition.name, this.values]);
    const isFirst = this.#told === null;
    if (told === this.#told) return;
    this.#told = told;
    if (isFirst) return;
    this.querySelectorAll('.field > input, .field > select, entity-field').forEach((field) => (field.value = this.#given(field.name)));
  }

  #given(name) {
    return (this.values?.[name] ?? []).join(', ');
  }

  render() {
    return html`<form class="query" @submit=${this.#ask}>
      ${this.definition.parameters.map((parameter) => this.#field(parameter))}
      <button class="primary">Ask</button>
    </form>`;
  }

  #field(parameter) {
    const { name, description, required, example } = parameter;
    const id = `parameter-${name}`;
    const help = `${description}${required ? '' : ', if you like'}${example ? `; such as ${example}` : ''}`;
    return html`<div class="field">
      <label for=${id}>${spelled(name)}</label>
      ${this.#input(parameter, id)}
      <p class="help" id="${id}-help">${help}</p>
    </div>`;
  }

  #input(parameter, id) {
    const { name, type, list, required, words, default: otherwise, example } = parameter;
    const value = this.#given(name);
    const placeholder = String(otherwise ?? example ?? '');
    if (type === 'entity' && !list) {
      return html`<entity-field .inputId=${id} .name=${name} .value=${value} ?required=${required} .placeholder=${placeholder}></entity-field>`;
    }
    if (type === 'enum' || type === 'boolean') {
      const choices = type === 'boolean' ? ['true', 'false'] : words;
      return html`<select id=${id} name=${name} aria-describedby="${id}-help">
        ${required ? '' : html`<option value="">${otherwise ?? 'any'}</option>`}
        ${choices.map((word) => html`<option ?selected=${word === value}>${word}</option>`)}</select>`;
    }
    return html`<input id=${id} name=${name} type=${INPUTS[type] ?? 'text'} .value=${value} ?required=${required}
      placeholder=${placeholder} aria-describedby="${id}-help" step=${type === 'number' ? 'any' : '1'}
      pattern=${type === 'date' && !list ? '\\d{4}-\\d{2}-\\d{2}|today' : '.*'}>`;
  }

  #ask(event) {
    event.preventDefault();
    const lists = new Set(this.definition.parameters.filter((one) => one.list).map((one) => one.name));
    const given = [...new FormData(event.target)].filter(([, value]) => value.trim());
    const parameters = Object.fromEntries(given.map(([name, value]) =>
      [name, lists.has(name) ? value.split(',').map((one) => one.trim()) : [value.trim()]]));
    go(view('query', { query: this.definition.name }, parameters));
  }
}

customElements.define('query-form', QueryForm);
