import { html } from 'lit';
import { PageElement } from './element.js';
import { Choices } from './choices.js';
import { Suggestions } from './suggestions.js';

/** A field for an entity, by its name or id, with suggestions. */
class EntityField extends PageElement {
  static properties = {
    inputId: {}, name: {}, value: {}, placeholder: {}, label: {},
    required: { type: Boolean },
  };

  #suggestions = new Suggestions();
  #choices = new Choices();

  render() {
    const list = `${this.inputId}-list`;
    const { open, at } = this.#choices;
    return html`<div class="combobox">
      <input id=${this.inputId} name=${this.name} .value=${this.value ?? ''} ?required=${this.required} autocomplete="off"
        role="combobox" aria-expanded=${String(open)} aria-controls=${list} aria-autocomplete="list" spellcheck="false"
        aria-activedescendant=${at >= 0 ? `${list}-${at}` : ''} placeholder=${this.placeholder ?? ''}
        @input=${this.#typed} @keydown=${this.#key} @blur=${this.#leave}>
      ${this.#choices.list(list, (choice) => this.#choose(choice), (choice) => html`${choice.name} <span class="quiet">${choice.kind}</span>`)}
    </div>`;
  }

  #typed(event) {
    this.value = event.target.value;
    const field = event.target;
    this.#suggestions.ask(this.value, (found) => {
      if (document.activeElement !== field) return;
      this.#choices.set(found);
      this.requestUpdate();
    });
  }

  #key(event) {
    const chosen = this.#choices.key(event);
    if (chosen) this.#choose(chosen);
    this.requestUpdate();
  }

  #choose(entity) {
    this.#suggestions.stop();
    this.value = entity.id;
    this.#choices.close();
    this.requestUpdate();
  }

  #leave() {
    this.#suggestions.stop();
    this.#choices.close();
    this.requestUpdate();
  }
}

customElements.define('entity-field', EntityField);
