import { html } from 'lit';
import { PageElement } from '../element.js';
import { example, phrase, queries, unknown } from '../catalogue.js';
import { current, listen } from '../navigation.js';
import { view, write } from '../address.js';
import '../panel/query-form.js';
import '../problem-note.js';

/** The saved queries by topic; one of them with all that is to be said of it. */
class QueriesView extends PageElement {
  static properties = { all: { state: true }, failure: { state: true }, search: { state: true }, chosen: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.search = '';
    this.chosen = current().given.id;
    this.stop = listen((shown) => (this.chosen = shown.given.id));
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  async #load() {
    this.failure = null;
    try {
      this.all = await queries({ again: true });
    } catch (failure) {
      this.failure = failure;
    }
  }

  render() {
    if (this.failure) return html`<div class="alone"><problem-note .failure=${this.failure} @again=${this.#load}></problem-note></div>`;
    if (!this.all) return html`<p class="alone quiet" role="status">Reading the catalogue …</p>`;
    const one = this.all.find(({ name }) => name === this.chosen);
    if (this.chosen && !one) return html`<div class="alone"><problem-note .failure=${unknown(this.chosen)}></problem-note></div>
      <div class="reading">${this.#list()}</div>`;
    document.title = `${one?.title ?? 'Questions'} – Entente`;
    return html`<div class="reading">${one ? this.#one(one) : this.#list()}</div>`;
  }

  #list() {
    const words = this.search.toLowerCase().split(/\s+/);
    const text = (one) => `${one.title} ${one.description} ${one.name} ${one.topic}`.toLowerCase();
    const fitting = this.all.filter((one) => words.every((word) => text(one).includes(word)));
    const topics = [...new Set(fitting.map((one) => one.topic))];
    return html`<h1>Questions</h1>
      <p class="quiet">Saved queries, each a question that the graph answers. Any of them can be asked in the box above.</p>
      <label class="find">Find <input type="search" .value=${this.search} @input=${(event) => (this.search = event.target.value)}></label>
      ${topics.map((topic) => html`<section><h2>${topic}</h2><ul class="cards">${fitting.filter((one) => one.topic === topic).map((one) => html`
        <li><a href=${write(view('queries', { id: one.name }))}>${one.title}</a><p class="quiet">${one.description}</p></li>`)}</ul></section>`)}
      ${topics.length ? '' : html`<p>No saved query holds these words.</p>`}`;
  }

  #one(one) {
    const asked = phrase(one);
    return html`<p class="eyebrow"><a href=${write(view('queries'))}>Questions</a> / ${one.topic}</p>
      <h1>${one.title}</h1>
      <p>${one.description}</p>
      <p>For example: <a href=${write(view('query', { query: one.name }, example(one)))}>${asked ?? one.title}</a></p>
      <query-form .definition=${one} .values=${example(one)}></query-form>
      <h2>What it gives</h2>
      <dl>${one.columns.map((column) => html`<dt>${column.name}</dt><dd>${column.description}</dd>`)}</dl>
      ${one.ask.length ? html`<h2>In words</h2>
      <ul>${one.ask.map((pattern) => html`<li><code>${pattern}</code></li>`)}</ul>` : ''}
      <h2>Cypher</h2>
      <pre tabindex="0">${one.cypher}</pre>`;
  }
}

customElements.define('queries-view', QueriesView);
