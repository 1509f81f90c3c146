import { html } from 'lit';
import { PageElement } from '../element.js';
import { current } from '../navigation.js';
import { write } from '../address.js';
import { lines, visible } from '../graph/model.js';
import { source, sourceId } from '../panel/sources.js';
import { GRAPHS, ROWS, download, fileName, save } from './files.js';
import { standalone } from './standalone.js';
import { curl, ofGraph, ofQuery } from './statements.js';

const MOST_ENTITIES = 500;

/** What is on the screen, to be taken elsewhere: as files, as a statement, as a link. */
class TakeAway extends PageElement {
  static properties = {
    answer: { attribute: false },
    graph: { attribute: false },
    drawing: { attribute: false },
    pane: { attribute: false },
    told: { state: true },
  };

  render() {
    const { table, title } = this.answer;
    const name = fileName(this.answer.understood?.question ?? title);
    const item = (label, act) => html`<button type="button" @click=${() => this.#do(act)}>${label}</button>`;
    return html`<details class="menu" @keydown=${(event) => event.key === 'Escape' && this.#close()}>
      <summary class="button">Take it away</summary>
      <div class="items">
        ${table ? html`<h4>The answer's rows</h4><div>${ROWS.map(([ending, label]) =>
          item(label, () => download(this.answer.source, ending, name)))}</div>` : ''}
        <h4>The graph</h4><div>${GRAPHS.map(([ending, label]) => item(label, () => download(this.#graphSource(), ending, name)))}</div>
        <h4>To look at</h4><div>
          ${this.pane ? item('Picture (PNG)', async () => save(await this.pane().png(), `${name}.png`)) : ''}
          ${this.pane ? item('One page (HTML)', async () => save(await this.#page(), `${name}.html`)) : ''}</div>
        <h4>To run again</h4><div>
          ${item('Copy as Cypher', () => this.#copy(this.#cypher(), 'Cypher'))}
          ${item('Copy as curl', () => this.#copy(curl(this.answer.source), 'The command'))}
          ${item('Copy link', () => this.#copy(location.origin + write(current()), 'The link'))}
          ${item('Copy link with positions', () => this.#copy(location.origin + write(this.#placed(), true), 'The link'))}</div>
        <p class="quiet" role="status">${this.told ?? ''}</p>
      </div>
    </details>`;
  }

  #seen() {
    return visible(this.graph, this.drawing, this.answer.anchors);
  }

  /** What is to be seen; more than the API takes by name is what it was made from. */
  #graphSource() {
    const { nodes, relationships } = this.#seen();
    if (nodes.length > MOST_ENTITIES) return this.answer.source;
    const types = [...new Set(relationships.map((one) => one.type))];
    return { path: '/subgraph', parameters: { entities: nodes.map((node) => node.id).join(','), types: types.join(','), asOf: this.drawing.on } };
  }

  #cypher() {
    return this.answer.definition ? ofQuery(this.answer.definition, this.answer.parameters) : ofGraph(this.#seen(), this.drawing.on);
  }

  #placed() {
    const view = current();
    const positions = Object.fromEntries(this.pane?.().positions() ?? []);
    return { ...view, drawing: { ...view.drawing, pins: { ...positions, ...view.drawing.pins } } };
  }

  async #page() {
    const { nodes, relationships } = this.#seen();
    const cited = new Map(relationships.flatMap((one) => (one.properties.sources ?? []).map((citation) =>
      [`${one.properties.dossier}/${sourceId(citation)}`, [one.properties.dossier, citation]])));
    const known = await Promise.all([...cited].map(async ([key, [dossier, citation]]) => [key, (await source(dossier, citation)) ?? {}]));
    const text = standalone({
      title: this.answer.understood?.question ?? this.answer.title, nodes, lines: lines(relationships, []),
      positions: this.pane().positions(), sources: new Map(known), on: this.drawing.on,
    });
    return new Blob([text], { type: 'text/html' });
  }

  async #copy(text, what) {
    await navigator.clipboard.writeText(text);
    return `${what} is on the clipboard.`;
  }

  async #do(act) {
    this.told = 'One moment …';
    try {
      this.told = (await act()) ?? 'Saved.';
    } catch (failure) {
      this.told = `That did not work: ${failure.message}`;
    }
  }

  #close() {
    this.querySelector('details').open = false;
    this.querySelector('summary').focus();
  }
}

customElements.define('take-away', TakeAway);
