import { get } from './api.js';
import { phrase, queries } from './catalogue.js';
import { merged } from './graph/model.js';

/** How many questions are offered. */
const MOST = 6;

/**
 * A first view where the sample is not loaded, as an {@link import('./answer.js').Answer}: questions about what the graph
 * does hold, and what is loaded.
 */
export async function welcome(signal) {
  const [all, { dossiers }] = await Promise.all([queries(), get('/dossiers', {}, signal)]);
  const asked = all.filter((one) => phrase(one));
  const ids = [...new Set(asked.flatMap(named))];
  const { nodes } = ids.length ? await get('/subgraph', { entities: ids.join(','), limit: 1 }, signal) : { nodes: [] };
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const isThere = (one) => named(one).length && named(one).every((id) => names.has(id));
  return {
    title: 'Who stands where', graph: merged([]), anchors: new Set(), focus: new Set(), table: null, definition: null, parameters: {},
    asOf: null, notes: [], source: null, askOn: null,
    welcome: {
      questions: asked.filter(isThere).slice(0, MOST).map((one) => ({ ...one, question: phrase(one, names) })), dossiers,
    },
  };
}

/** The entities in a saved query's examples. */
function named({ parameters }) {
  return parameters.filter(({ type, required, example }) => type === 'entity' && required && example).flatMap(({ example }) => example);
}
