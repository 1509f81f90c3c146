import { html } from 'lit';
import { PageElement } from '../element.js';
import { view } from '../address.js';
import { go } from '../navigation.js';
import { claimCard } from './claim-card.js';
import { field } from './paths-panel.js';
import '../entity-field.js';

const GROUPS = [['appeared', 'Appeared'], ['ended', 'Ended'], ['passed', 'Began and ended in between']];

/** An entity, two days, and what changed between them. */
class ComparePanel extends PageElement {
  static properties = { answer: { attribute: false }, given: { attribute: false } };

  render() {
    const { entity, from, to } = this.given;
    const date = (label, name, value) => field(label, `compare-${name}`, html`<input id="compare-${name}" name=${name} required
      .value=${value ?? ''} placeholder="2009-06-30" pattern="\\d{4}-\\d{2}-\\d{2}|today">`);
    return html`<section aria-label="Compare two days">
      <h2>Compare two days</h2>
      <p class="quiet">What appeared, ended and changed around an entity.</p>
      <form class="query" @submit=${this.#compare}>
        ${field('Entity', 'compare-entity', html`<entity-field inputId="compare-entity" name="entity" .value=${entity ?? ''} required></entity-field>`)}
        ${date('First day', 'from', from)} ${date('Second day', 'to', to)}
        <button class="primary">Compare</button>
      </form>
      ${this.answer.changes ? this.#changes() : ''}
    </section>`;
  }

  #changes() {
    const { changes } = this.answer;
    const name = (id) => this.answer.graph.nodes.get(id)?.name ?? id;
    const none = ['changed', 'continued', ...GROUPS.map(([key]) => key)].every((key) => !changes[key].length);
    return html`${this.answer.notes.map((note) => html`<p class="note" role="status">${note}</p>`)}
      ${none ? html`<p class="note" role="status">Nothing changed between these days. Choose days further apart.</p>` : ''}
      ${changes.changed.length ? html`<h3 data-group="changed">Changed <span class="quiet">${changes.changed.length}</span></h3>
        ${changes.changed.map((one) => html`<div class="beside">${claimCard(one.before, name)}${claimCard(one.after, name)}</div>`)}` : ''}
      ${GROUPS.map(([key, heading]) => (changes[key].length ? html`<h3 data-group=${key}>${heading} <span class="quiet">${changes[key].length}</span></h3>
        ${changes[key].map((claim) => claimCard(claim, name))}` : ''))}
      ${changes.continued.length ? html`<h3 data-group="continued">Goes on, told anew <span class="quiet">${changes.continued.length}</span></h3>
        ${changes.continued.map(({ relationships }) => html`<div class="beside">${relationships.map((claim) => claimCard(claim, name))}</div>`)}` : ''}`;
  }

  #compare(event) {
    event.preventDefault();
    go(view('compare', Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()]))));
  }
}

customElements.define('compare-panel', ComparePanel);
