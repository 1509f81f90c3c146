import { html } from 'lit';
import { PageElement } from './element.js';
import { queries } from './catalogue.js';
import { Choices } from './choices.js';
import { Suggestions } from './suggestions.js';
import { asks, view } from './address.js';
import { go } from './navigation.js';

const MOST_QUERIES = 5;

/** The one box: a name, a question, or the title of a saved query. */
class EntenteBox extends PageElement {
  static properties = { view: { attribute: false } };

  #suggestions = new Suggestions();
  #choices = new Choices();
  #text = '';

  /** What is half typed stays, whatever is done to the graph meanwhile. */
  willUpdate(changed) {
    const before = changed.get('view');
    if (changed.has('view') && !(before && asks(before) === asks(this.view))) this.#text = this.view.given.q ?? '';
  }

  render() {
    const { open, at } = this.#choices;
    return html`<form class="box combobox" role="search" @submit=${this.#ask}>
      <input id="box" .value=${this.#text} type="search" role="combobox" aria-expanded=${String(open)} aria-controls="box-list"
        aria-label="Ask a question, or type a name" placeholder="Ask a question, or type a name" autocomplete="off" spellcheck="false"
        aria-autocomplete="list" aria-activedescendant=${at >= 0 ? `box-list-${at}` : ''}
        @input=${this.#typed} @keydown=${this.#key} @blur=${this.#leave}>
      <button class="primary">Ask</button>
      ${this.#choices.list('box-list', (choice) => this.#choose(choice), (choice) => html`
        <span>${choice.title ?? choice.name}</span> <span class="quiet">${choice.title ? 'saved query' : about(choice)}</span>`)}
    </form>`;
  }

  #typed(event) {
    this.#text = event.target.value;
    const text = this.#text;
    this.#suggestions.ask(text, async (entities) => {
      const fitting = text.trim().length < 2 ? [] : fit(await queries().catch(() => []), text);
      if (text !== this.#text || document.activeElement !== event.target) return;
      this.#choices.set([...entities, ...fitting]);
      this.requestUpdate();
    });
  }

  #key(event) {
    const chosen = this.#choices.key(event);
    if (chosen) this.#choose(chosen);
    this.requestUpdate();
  }

  #choose(choice) {
    this.#text = choice.title ? '' : choice.name;
    this.#choices.close();
    this.requestUpdate();
    go(choice.title ? view('queries', { id: choice.name }) : view('around', { around: choice.id }));
  }

  #ask(event) {
    event.preventDefault();
    const q = this.#text.trim();
    this.#leave();
    if (q) go(view('ask', { q }));
  }

  #leave() {
    this.#suggestions.stop();
    this.#choices.close();
    this.requestUpdate();
  }
}

function about({ kind, name, matched }) {
  return matched && matched.toLowerCase() !== name.toLowerCase() && matched !== matched.toLowerCase() ? `${kind}, also ${matched}` : kind;
}

/** Saved queries all of whose words are in the title or the name. */
function fit(all, text) {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  return all.filter(({ title, name }) => words.every((word) => `${title} ${name}`.toLowerCase().includes(word))).slice(0, MOST_QUERIES);
}

customElements.define('entente-box', EntenteBox);
