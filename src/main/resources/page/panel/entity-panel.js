import { html } from 'lit';
import { PageElement } from '../element.js';
import { get } from '../api.js';
import { EXPANSION } from '../graph/expansions.js';
import { holdsOn } from '../graph/model.js';
import { view, write } from '../address.js';
import { draw } from '../navigation.js';
import { count, day, kindOf, lower, spelled, told } from '../words.js';
import '../problem-note.js';
import { apart } from './apart.js';
import { descriptions } from './descriptions.js';

const ARROWS = { in: '←', out: '→', both: '↔' };
const WAYS = { in: 'to it', out: 'from it', both: 'either way' };
const SHOWN = ['id', 'name', 'aliases', 'summary'];

/**
 * What is known of an entity, and what can be done with it in the graph, of which something may be there already; counts are
 * those of the day on. Fires "pin".
 */
class EntityPanel extends PageElement {
  static properties = {
    node: { attribute: false },
    graph: { attribute: false },
    drawing: { attribute: false },
    on: { attribute: false },
    pinnable: { attribute: false },
    details: { state: true },
    problem: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('on') || (changed.has('node') && this.node.id !== this.details?.id)) this.#load();
  }

  async #load() {
    const { node: { id }, on } = this;
    if (this.details?.id !== id) this.details = null;
    this.problem = null;
    const overtaken = () => id !== this.node.id || on !== this.on;
    try {
      const details = await get(`/entities/${encodeURIComponent(id)}`, { asOf: on });
      if (!overtaken()) this.details = details;
    } catch (failure) {
      if (!overtaken()) this.problem = failure;
    }
  }

  render() {
    const { id, name, properties } = this.node;
    const pinned = id in this.drawing.pins;
    return html`<section aria-label="Entity">
      <p class="eyebrow">${kindOf(this.node)}</p>
      <h3>${name}</h3>
      ${properties.summary ? html`<p>${properties.summary}</p>` : ''}
      <p class="actions">
        ${pinned || this.pinnable ? html`<button type="button" @click=${() => this.#tell('pin', pinned)}>${pinned ? 'Unpin' : 'Pin'}</button>` : ''}
        <button type="button" @click=${() => draw({ hide: [...new Set([...this.drawing.hide, id])] })}>Hide</button>
        <a class="button" href=${write(view('around', { around: id }))}>Centre on it</a>
        <a class="button" href=${write(view('entity', { id }))}>Page</a>
        <a class="button" href=${write(view('paths', { from: id }))}>Paths from here</a>
      </p>
      ${this.problem ? html`<problem-note .failure=${this.problem} @again=${this.#load}></problem-note>` : this.#counts()}
      ${facts(properties)}
      ${this.#origin()}
    </section>`;
  }

  #counts() {
    if (!this.details) return html`<p class="quiet" role="status">Counting its relationships …</p>`;
    const { counts } = this.details;
    return html`<h4>Expand ${this.on ? html`<span class="quiet">as of ${day(this.on)}</span>` : ''}</h4>
      ${counts.length ? html`<ul class="expand">${counts.map((one) => this.#count(one))}</ul>` : html`<p class="quiet">Nothing is joined to it then.</p>`}`;
  }

  #origin() {
    const told = this.details?.assertedBy ?? [];
    const link = ({ id, title }) => html`<a href=${write(view('dossier', { id }))}>${title ?? id}</a>`;
    const disputes = told.map((one) => [one, descriptions(one, told)]).filter(([, says]) => says);
    return html`${told.length ? html`<p class="quiet told-by">Told by ${told.map((one, at) => html`${at ? '; ' : ''}${link(one)}`)}</p>` : ''}
      ${disputes.length ? html`<h4>They describe it differently</h4>
        <div class="beside">${disputes.map(([one, says]) => html`<article class="claim"><h4>${link(one)}</h4>${says}</article>`)}</div>` : ''}`;
  }

  #count({ type, direction, assertions, neighbours }) {
    const key = `${this.node.id}~${type}~${direction}`;
    const open = this.drawing.open.find((one) => one === key || one.startsWith(`${key}~`));
    const isOpen = Boolean(open);
    const held = `${assertions.toLocaleString('en')} ${type} ${ARROWS[direction]}`;
    if (!isOpen && this.#drawn(type, direction) >= assertions) return html`<li><span class="there quiet">${held}, in the graph</span></li>`;
    const others = this.drawing.open.filter((one) => one !== open);
    const next = isOpen ? others : [...others, key];
    const times = Number(open?.split('~')[3] ?? 1);
    const shown = times * EXPANSION;
    const part = assertions > shown ? `, showing ${shown}` : '';
    const rest = isOpen ? Math.min(EXPANSION, assertions - shown) : 0;
    return html`<li><button type="button" aria-pressed=${String(isOpen)} title="${lower(type)} ${WAYS[direction]}: ${count(neighbours, 'neighbour')}"
      @click=${() => draw({ open: next })}>${isOpen ? '−' : '+'}${held}${part}</button>
      ${rest > 0 ? html`<button type="button" aria-label="Next ${rest} ${type} ${WAYS[direction]}"
        @click=${() => draw({ open: [...others, `${key}~${times + 1}`] })}>Next ${rest}</button>` : ''}</li>`;
  }

  /** How many of its relationships of a type and direction are in the graph. */
  #drawn(type, direction) {
    const { node: { id }, on } = this;
    return [...this.graph.relationships.values()].filter((one) => one.type === type && (!on || holdsOn(one, on))
      && ((direction !== 'in' && one.from === id) || (direction !== 'out' && one.to === id))).length;
  }

  #tell(name, pinned) {
    this.dispatchEvent(new CustomEvent(name, { detail: { id: this.node.id, pinned }, bubbles: true }));
  }
}

/** The other properties of an entity, as a list. */
export function facts(properties) {
  const keys = Object.keys(properties).filter((key) => !SHOWN.includes(key) && !key.endsWith('Precision'));
  return html`<dl>
    ${properties.aliases?.length ? html`<dt>also called</dt><dd>${apart(properties.aliases, '; ')}</dd>` : ''}
    ${keys.map((key) => html`<dt>${spelled(key)}</dt><dd>${told(properties, key)}</dd>`)}</dl>`;
}

customElements.define('entity-panel', EntityPanel);
