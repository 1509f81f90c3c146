import { request } from '../console/run.js';
import { visible } from '../graph/model.js';
import { GRAPHS, ROWS, post, save } from './files.js';
import { onePage } from './one-page.js';
import { curlOf } from './statements.js';
import { TakeMenu } from './take-menu.js';

const NAME = 'result';
const OF_ROWS = ROWS.map(([ending]) => ending);
const AS_RETURNED = 'Saved, as the statement returned it: what you expanded, hid or turned off is not in it.';
const NO_MARKS = new Map();

/** What a statement of one's own returned, and the graph as it is seen, to be taken elsewhere. */
class TakeResult extends TakeMenu {
  static properties = {
    result: { attribute: false }, graph: { attribute: false }, drawing: { attribute: false }, pane: { attribute: false },
  };

  groups() {
    const { statement, parameters } = this.result;
    const body = request(statement, parameters);
    const rows = ROWS.map(([ending, label]) => ({ label, act: () => post('/cypher', body, ending, NAME) }));
    const graphs = GRAPHS.filter(([ending]) => !OF_ROWS.includes(ending))
      .map(([ending, label]) => ({ label, act: async () => (await post('/cypher', body, ending, NAME)) ?? this.#asReturned() }));
    const picture = { label: 'Picture (PNG)', act: async () => save(await this.pane().png(), `${NAME}.png`) };
    const page = { label: 'One page (HTML)', act: async () => save(await this.#page(), `${NAME}.html`) };
    const cypher = { label: 'Copy the graph as Cypher', act: () => this.copyGraph(this.#seen()) };
    const isGraph = this.graph?.nodes.size > 0;
    return [
      { heading: 'The rows', items: rows },
      { heading: 'The graph', items: isGraph ? graphs : [] },
      { heading: 'To look at', items: isGraph ? [picture, page] : [] },
      {
        heading: 'To run again',
        items: [...(isGraph ? [cypher] : []), { label: 'Copy as curl', act: () => this.copy(curlOf('/cypher', body), 'The command') }],
      },
    ];
  }

  #asReturned() {
    const { open, hide, off } = this.drawing;
    return [open, hide, off].some((changes) => changes.length) ? AS_RETURNED : undefined;
  }

  #seen() {
    return visible(this.graph, this.drawing, this.result.anchors);
  }

  #page() {
    return onePage({ title: 'What a statement returned', ...this.#seen(), marks: NO_MARKS, positions: this.pane().positions(), on: this.drawing.on });
  }
}

customElements.define('take-result', TakeResult);
