import { html } from 'lit';
import { PageElement } from '../element.js';
import { plain } from '../words.js';

/** How many rows are shown until more are asked for, and how many of them are put into the page at a time. */
const PAGE = 200;
const SHARE = 30;
const SHORT = 14;

/**
 * A table that can be sorted by each column. A column is {name, label, cell?, value?}: cell makes what is shown of a
 * row, value what it is sorted by. Where there are more rows than it has, more asks for them.
 */
class DataTable extends PageElement {
  static properties = {
    caption: {},
    columns: { attribute: false },
    rows: { attribute: false },
    more: { attribute: false },
    by: { state: true },
    down: { state: true },
    shown: { state: true },
    there: { state: true },
  };

  constructor() {
    super();
    this.shown = PAGE;
    this.there = SHARE;
  }

  updated() {
    if (this.there < Math.min(this.shown, this.rows.length)) requestAnimationFrame(() => (this.there += SHARE));
  }

  render() {
    const rows = this.#sorted();
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.caption}>
      <table>
        <caption>${this.caption}</caption>
        <thead><tr>${this.columns.map((column) => this.#head(column))}</tr></thead>
        <tbody>${rows.slice(0, Math.min(this.shown, this.there)).map((row) => html`<tr>${this.columns.map((column) =>
          html`<td class=${isShort(column, row) ? 'short' : ''}>${column.cell ? column.cell(row) : plain(row[column.name])}</td>`)}</tr>`)}</tbody>
      </table>
      ${rows.length > this.shown ? html`<button type="button" @click=${() => (this.shown += PAGE)}>
        Show ${Math.min(PAGE, rows.length - this.shown)} more of ${rows.length.toLocaleString('en')} rows</button>` : ''}
      ${this.more && rows.length <= this.shown ? html`<button type="button" @click=${this.#ask}>Ask for more rows</button>` : ''}
      ${rows.length ? '' : html`<p class="quiet">No rows.</p>`}
    </div>`;
  }

  #ask() {
    this.shown += PAGE;
    this.more();
  }

  #head(column) {
    const sorted = this.by === column.name;
    const order = sorted ? (this.down ? 'descending' : 'ascending') : 'none';
    return html`<th scope="col" aria-sort=${order} title=${column.title ?? ''}><button type="button" @click=${() => this.#sort(column.name)}>
      ${column.label ?? column.name}<span aria-hidden="true">${sorted ? (this.down ? ' ↓' : ' ↑') : ''}</span></button></th>`;
  }

  #sort(name) {
    this.down = this.by === name && !this.down;
    this.by = name;
  }

  #sorted() {
    const column = this.columns.find((one) => one.name === this.by);
    if (!column) return this.rows;
    const value = column.value ?? ((row) => row[column.name]);
    const sign = this.down ? -1 : 1;
    return [...this.rows].sort((one, other) => sign * compared(value(one), value(other)));
  }
}

/** Dates and single words stay on one line. */
function isShort({ name, value }, row) {
  return plain(value ? value(row) : row[name]).length <= SHORT;
}

function compared(one, other) {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return plain(one).localeCompare(plain(other), 'en', { numeric: true });
}

customElements.define('data-table', DataTable);
