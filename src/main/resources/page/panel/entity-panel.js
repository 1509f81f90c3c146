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
    const pinned = Object.hasOwn(this.drawing.pins, id);
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
    const there = counts.filter((one) => this.#isThere(one));
    const more = counts.filter((one) => !there.includes(one));
    return html`<h4>Expand ${this.on ? html`<span class="quiet">as of ${day(this.on)}</span>` : ''}</h4>
      ${counts.length ? '' : html`<p class="quiet">Nothing is joined to it then.</p>`}
      ${more.length ? html`<ul class="expand">${more.map((one) => this.#count(one))}</ul>` : ''}
      ${there.length ? html`<p class="quiet there">In the graph: ${there.map(held).join(', ')}.</p>` : ''}`;
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
    const key = this.#key(type, direction);
    const open = this.#open(key);
    const isOpen = Boolean(open);
    const others = this.drawing.open.filter((one) => one !== open);
    const next = isOpen ? others : [...others, key];
    const times = Number(open?.split('~')[3] ?? 1);
    const shown = times * EXPANSION;
    const part = assertions > shown ? `, showing ${shown}` : '';
    const rest = isOpen ? Math.min(EXPANSION, assertions - shown) : 0;
    return html`<li><button type="button" aria-pressed=${String(isOpen)} title="${lower(type)} ${WAYS[direction]}: ${count(neighbours, 'neighbour')}"
      @click=${() => draw({ open: next })}>${isOpen ? '−' : '+'}${held({ type, direction, assertions })}${part}</button>
      ${rest > 0 ? html`<button type="button" aria-label="Next ${rest} ${type} ${WAYS[direction]}"
        @click=${() => draw({ open: [...others, `${key}~${times + 1}`] })}>Next ${rest}</button>` : ''}</li>`;
  }

  #key(type, direction) {
    return `${this.node.id}~${type}~${direction}`;
  }

  /** What has been expanded by a key, as the drawing has it. */
  #open(key) {
    return this.drawing.open.find((one) => one === key || one.startsWith(`${key}~`));
  }

  /** Whether all its relationships of a type and direction are in the graph, and not because they were expanded. */
  #isThere({ type, direction, assertions }) {
    const { node: { id }, on } = this;
    const isOfIt = ({ from, to }) => (direction !== 'in' && from === id) || (direction !== 'out' && to === id);
    const drawn = [...this.graph.relationships.values()].filter((one) => one.type === type && (!on || holdsOn(one, on)) && isOfIt(one));
    return drawn.length >= assertions && !this.#open(this.#key(type, direction));
  }

  #tell(name, pinned) {
    this.dispatchEvent(new CustomEvent(name, { detail: { id: this.node.id, pinned }, bubbles: true }));
  }
}

/** "3 SUPPORTS ←". */
function held({ type, direction, assertions }) {
  return `${assertions.toLocaleString('en')} ${type} ${ARROWS[direction]}`;
}

/** The other properties of an entity, as a list. */
export function facts(properties) {
  const keys = Object.keys(properties).filter((key) => !SHOWN.includes(key) && !key.endsWith('Precision'));
  return html`<dl>
    ${properties.aliases?.length ? html`<dt>also called</dt><dd>${apart(properties.aliases, '; ')}</dd>` : ''}
    ${keys.map((key) => html`<dt>${spelled(key)}</dt><dd>${told(properties, key)}</dd>`)}</dl>`;
}

customElements.define('entity-panel', EntityPanel);
