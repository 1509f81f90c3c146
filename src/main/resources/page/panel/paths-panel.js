import { html } from 'lit';
import { PageElement } from '../element.js';
import { view } from '../address.js';
import { go, look } from '../navigation.js';
import { routeId } from '../routes.js';
import { count, lower } from '../words.js';
import '../entity-field.js';
import { ticked } from './type-boxes.js';

/** Two entities and the shortest routes between them, of which one may be chosen. */
class PathsPanel extends PageElement {
  static properties = { answer: { attribute: false }, given: { attribute: false }, chosen: { attribute: false } };

  /** What was ticked and not sent is no limit of other routes. */
  updated(changed) {
    if (changed.has('given') && JSON.stringify(changed.get('given')) !== JSON.stringify(this.given)) {
      this.querySelector('type-boxes').reset(this.given.types ?? '');
    }
  }

  render() {
    const { from, to, types, asOf, maxHops } = this.given;
    return html`<section aria-label="Paths">
      <h2>Paths</h2>
      <p class="quiet">The shortest ways from one entity to another, each step with its evidence.</p>
      <form class="query" @submit=${this.#find}>
        ${field('From', 'path-from', html`<entity-field inputId="path-from" name="from" .value=${from ?? ''} required></entity-field>`)}
        ${field('To', 'path-to', html`<entity-field inputId="path-to" name="to" .value=${to ?? ''} required></entity-field>`)}
        <details ?open=${Boolean(types || asOf || maxHops)}><summary>Limits</summary>
          <type-boxes .chosen=${types ?? ''}></type-boxes>
          ${field('As of', 'path-asof', html`<input id="path-asof" name="asOf" .value=${asOf ?? ''} placeholder="2009-07-31" pattern="\\d{4}-\\d{2}-\\d{2}|today">`)}
          ${field('Most steps', 'path-hops', html`<input id="path-hops" name="maxHops" type="number" min="1" max="8" .value=${maxHops ?? ''} placeholder="6">`)}
        </details>
        <button class="primary">Find paths</button>
      </form>
      ${this.answer.routes ? this.#routes() : ''}
    </section>`;
  }

  #routes() {
    const { paths, total, length } = this.answer.routes;
    const notes = this.answer.notes.map((note) => html`<p class="note" role="status">${note}</p>`);
    if (!paths.length) return html`${notes}<p class="note" role="status">No route within these limits. Allow more steps, other types or another day.</p>`;
    return html`<h3>${count(total, 'shortest route')}, ${count(length, 'step')}${total === 1 ? '' : ' each'}</h3>${notes}
      <ol class="rows routes">${paths.map((path) => html`<li><button type="button" class="link" aria-pressed=${String(this.chosen === routeId(path))}
        @click=${() => this.#choose(routeId(path))}>${path.nodes.map((node, step) => html`${step ? ' – ' : ''}<bdi>${node.name}</bdi>`)}</button>
        <br><span class="quiet">${path.steps.map((step) => [...new Set(step.relationships.map((one) => lower(one.type)))].join(' or ')).join(', then ')}</span></li>`)}</ol>`;
  }

  #choose(id) {
    look({ route: this.chosen === id ? null : id });
  }

  #find(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const given = Object.fromEntries([...form].map(([name, value]) => [name, value.trim()]));
    go(view('paths', { ...given, types: ticked(form) }));
  }
}

export function field(label, id, input) {
  return html`<div class="field"><label for=${id}>${label}</label>${input}</div>`;
}

customElements.define('paths-panel', PathsPanel);
