import { html } from 'lit';
import { PageElement } from '../element.js';
import { view, write } from '../address.js';
import { lineOf } from '../graph/model.js';
import { count, plain, spelled, verb } from '../words.js';
import { apart } from './apart.js';
import './query-form.js';

const FIRST_ROWS = 12;
/** What is no longer than this, such as a date, stays on one line. */
const SHORT = 24;
/** What is told below the others, or in the table alone. */
const TOLD = ['words', 'summary', 'position', 'sources', 'dossier'];
const MOST_FACTS = 8;
const SIDES = [['backs', 'For', 'SUPPORTS'], ['opposes', 'Against', 'OPPOSES'], ['takes no side', 'Neither', 'NEUTRAL_ON']];

/** The question and its answer in words. Fires "pick" for an entity that is named, or the line of its stance. */
class AnswerPanel extends PageElement {
  static properties = { answer: { attribute: false }, view: { attribute: false } };

  render() {
    const { definition, title, notes, understood } = this.answer;
    return html`<section aria-label="Answer">
      ${this.view.name === 'start' ? html`<p class="eyebrow">A first question</p>` : ''}
      <h2>${understood?.question ?? title}</h2>
      ${understood && definition ? html`<p class="quiet">Answered by <a href=${write(view('queries', { id: definition.name }))}>${definition.title}</a></p>` : ''}
      ${notes.map((note) => html`<p class="note" role="status">${note}</p>`)}
      ${this.#rows()}
      ${definition ? html`<details class="change" ?open=${this.view.name === 'query'}><summary>Change the question</summary>
        <query-form .definition=${definition} .values=${this.#values()}></query-form></details>` : ''}
    </section>`;
  }

  #values() {
    return Object.fromEntries(Object.entries(this.answer.parameters)
      .filter(([, value]) => value !== null).map(([name, value]) => [name, [value].flat().map(String)]));
  }

  #rows() {
    const { rows, columns } = this.answer.table;
    if (!rows.length) return html`<p class="note">Nothing in the graph answers this. Change the day or the entity below.</p>`;
    if (columns.includes('stance') && columns.includes('actorId') && columns.includes('actor')) return this.#sides(rows);
    const [first] = columns;
    return html`<ol class="rows">${rows.slice(0, FIRST_ROWS).map((row) => this.#row(row, first, columns))}</ol>
      ${rows.length > FIRST_ROWS ? html`<p class="quiet">${count(rows.length - FIRST_ROWS, 'more row')} in the table.</p>` : ''}`;
  }

  #row(row, first, columns) {
    const more = ['words', 'summary', 'position'].filter((column) => columns.includes(column)).map((column) => plain(row[column]));
    const facts = columns.filter((column) => column !== first && !column.endsWith('Id') && !TOLD.includes(column))
      .map((column) => [this.#label(column, columns), said(row[column])]).filter(([, fact]) => fact).slice(0, MOST_FACTS);
    return html`<li>${this.#name(row, first)} <span class="quiet">${facts.map(([label, fact], at) => html`${at ? ' · ' : ''}<span
      class=${fact.length <= SHORT ? 'whole' : ''}>${label}: <bdi>${fact}</bdi></span>`)}</span>
      ${more.filter(Boolean).length ? html`<br>${apart(more, '; ')}` : ''}</li>`;
  }

  /** What a column is about; of two stances side by side, whose each is. */
  #label(column, columns) {
    const { graph, parameters } = this.answer;
    const whose = columns.includes('otherStance') ? { stance: parameters.entity, otherStance: parameters.other }[column] : null;
    return graph.nodes.get(whose)?.name ?? spelled(column);
  }

  #sides(rows) {
    const isOn = (row) => SIDES.some(([stance]) => [row.stance].flat().includes(stance));
    const others = rows.filter((row) => !isOn(row));
    return html`${this.#groups(rows)}${others.length ? html`<h3>No stance on record <span class="quiet">${others.length}</span></h3>
      <ul class="rows">${others.map((row) => html`<li>${this.#name(row, 'actor')}<br>${plain(row.words)}</li>`)}</ul>` : ''}`;
  }

  #groups(rows) {
    return SIDES.map(([stance, heading, type]) => {
      const side = rows.filter((row) => [row.stance].flat().includes(stance));
      return side.length ? html`<h3 class="side" data-type=${type}>${heading} <span class="quiet">${side.length}</span></h3>
        <ul class="rows">${side.map((row) => html`<li>${this.#name(row, 'actor')} ${this.#evidence(row, type)}
          <span class="quiet">${apart([row.position, row.confidence && `${row.confidence} confidence`], ' · ')}</span>
          <br>${plain(row.words)}</li>`)}</ul>` : '';
    });
  }

  /** The way to what is known of a stance, where it is on the one thing that was asked about. */
  #evidence(row, type) {
    const { graph, focus } = this.answer;
    const stance = [...graph.relationships.values()].find((one) => one.type === type && one.from === row.actorId && focus.has(one.to));
    const pick = () => this.dispatchEvent(new CustomEvent('pick', { detail: { id: lineOf(stance) }, bubbles: true }));
    return stance ? html`<button type="button" class="link evidence" aria-label="Evidence: ${plain(row.actor)} ${verb(type)}" @click=${pick}>evidence</button>` : '';
  }

  #name(row, column) {
    const node = this.answer.graph.nodes.get(row[`${column}Id`]);
    const pick = () => this.dispatchEvent(new CustomEvent('pick', { detail: { id: node.id, node }, bubbles: true }));
    return node ? html`<button type="button" class="link" @click=${pick}>${plain(row[column])}</button>` : html`<strong>${plain(row[column])}</strong>`;
  }
}

function said(value) {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : plain(value);
}

customElements.define('answer-panel', AnswerPanel);
