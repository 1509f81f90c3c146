import { request } from '../console/run.js';
import { GRAPHS, ROWS, post, save } from './files.js';
import { curlOf } from './statements.js';
import { TakeMenu } from './take-menu.js';

const NAME = 'result';
const OF_ROWS = ROWS.map(([ending]) => ending);

/** What a statement of one's own returned, to be taken elsewhere. */
class TakeResult extends TakeMenu {
  static properties = { result: { attribute: false }, pane: { attribute: false } };

  groups() {
    const { statement, parameters, graph } = this.result;
    const body = request(statement, parameters);
    const files = (formats) => formats.map(([ending, label]) => ({ label, act: () => post('/cypher', body, ending, NAME) }));
    const picture = { label: 'Picture (PNG)', act: async () => save(await this.pane().png(), `${NAME}.png`) };
    const isGraph = graph?.nodes.size > 0;
    return [
      { heading: 'The rows', items: files(ROWS) },
      { heading: 'The graph', items: isGraph ? files(GRAPHS.filter(([ending]) => !OF_ROWS.includes(ending))) : [] },
      { heading: 'To look at', items: isGraph ? [picture] : [] },
      { heading: 'To run again', items: [{ label: 'Copy as curl', act: () => this.copy(curlOf('/cypher', body), 'The command') }] },
    ];
  }
}

customElements.define('take-result', TakeResult);
