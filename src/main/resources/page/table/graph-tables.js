import { html } from 'lit';
import { PageElement } from '../element.js';
import { keyOf, lineOf, lines, sureness, visible } from '../graph/model.js';
import { view, write } from '../address.js';
import { became, count, kindOf, lower, period, plain, spelled } from '../words.js';
import './data-table.js';

/**
 * The same as the picture, as tables: the answer's rows, the relationships and the entities. Fires "pick", and "more" for
 * more rows of the answer.
 */
class GraphTables extends PageElement {
  static properties = {
    graph: { attribute: false },
    anchors: { attribute: false },
    drawing: { attribute: false },
    table: { attribute: false },
    definition: { attribute: false },
    marks: { attribute: false },
  };

  render() {
    if (!this.graph) return '';
    const { nodes, relationships } = visible(this.graph, this.drawing, this.anchors);
    return html`
      ${this.table ? html`<data-table caption="Answer: ${count(this.table.rows.length, 'row')}"
        .columns=${this.#answerColumns()} .rows=${this.table.rows} .more=${this.table.next ? this.#more : null}></data-table>` : ''}
      <data-table caption=${count(relationships.length, 'relationship')} .columns=${this.#relationshipColumns()} .rows=${relationships}></data-table>
      <data-table caption=${count(nodes.length, 'entity', 'entities')} .columns=${this.#entityColumns()} .rows=${nodes}></data-table>`;
  }

  #more = () => this.dispatchEvent(new CustomEvent('more', { bubbles: true }));

  #answerColumns() {
    const told = new Map(this.definition?.columns.map((one) => [one.name, one.description]));
    const { columns } = this.table;
    return columns.filter((name) => !columns.includes(name.replace(/Id$/, '')) || !name.endsWith('Id')).map((name) => ({
      name, label: spelled(name), title: told.get(name),
      cell: (row) => (typeof row[`${name}Id`] === 'string'
        ? html`<a href=${write(view('entity', { id: row[`${name}Id`] }))}>${plain(row[name])}</a>` : plain(row[name])),
    }));
  }

  #relationshipColumns() {
    const name = (id) => this.graph.nodes.get(id)?.name ?? id;
    const mark = (row) => this.marks.get(keyOf(row));
    return [
      ...(this.marks?.size ? [{ name: 'change', value: mark, cell: (row) => became(mark(row)) }] : []),
      { name: 'from', label: 'from', value: (row) => name(row.from), cell: (row) => name(row.from) },
      { name: 'type', label: 'type', value: (row) => row.type, cell: (row) => html`<button type="button" class="link"
        @click=${() => this.#pickLine(row)} aria-label="Evidence: ${name(row.from)} ${lower(row.type)} ${name(row.to)}">${lower(row.type)}</button>` },
      { name: 'to', label: 'to', value: (row) => name(row.to), cell: (row) => name(row.to) },
      { name: 'when', label: 'when', value: (row) => row.properties.validFrom, cell: (row) => period(row.properties) },
      { name: 'confidence', value: sureness, cell: (row) => plain(row.properties.confidence) },
      ...['basis', 'position', 'summary', 'sources'].map((property) => ({
        name: property, value: (row) => row.properties[property], cell: (row) => plain(row.properties[property]),
      })),
    ];
  }

  #entityColumns() {
    return [
      { name: 'name', value: (row) => row.name, cell: (row) => html`<button type="button" class="link"
        @click=${() => this.#pick({ id: row.id, node: row })} aria-label="About ${row.name}">${row.name}</button>` },
      { name: 'kind', value: kindOf, cell: kindOf },
      { name: 'summary', value: (row) => row.properties.summary, cell: (row) => plain(row.properties.summary) },
      { name: 'id', value: (row) => row.id, cell: (row) => html`<a href=${write(view('entity', { id: row.id }))}>${row.id}</a>` },
    ];
  }

  #pickLine(claim) {
    const id = lineOf(claim);
    const seen = visible(this.graph, this.drawing, this.anchors).relationships;
    this.#pick({ id, line: lines(seen, []).find((line) => line.id === id) });
  }

  #pick(detail) {
    this.dispatchEvent(new CustomEvent('pick', { detail, bubbles: true }));
  }
}

customElements.define('graph-tables', GraphTables);
