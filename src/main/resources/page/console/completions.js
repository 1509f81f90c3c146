import { queries } from '../catalogue.js';
import { schema } from '../vocabulary.js';

const WORDS = ['MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'UNWIND', 'ORDER BY', 'SKIP', 'LIMIT', 'CALL', 'UNION',
  'DISTINCT', 'COLLECT', 'COUNT', 'EXISTS', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'AS', 'AND', 'OR', 'NOT', 'IN', 'IS NULL',
  'date()', 'count()', 'collect()', 'size()', 'type()', 'labels()', 'startNode()', 'endNode()', 'shortestPath()'];

const NOTHING = { kinds: [], types: [], labels: [], entityProperties: [], relationshipProperties: [] };

let asked = null;

/** What may stand at the cursor: kinds and types after a colon, properties after a dot, else words and saved queries. */
export async function completions(context) {
  const word = context.matchBefore(/[\w]*/);
  const before = context.state.sliceDoc(Math.max(0, word.from - 1), word.from);
  if (!context.explicit && !word.text && !':.'.includes(before || ' ')) return null;
  asked ??= all().catch(() => {
    // Words are known in any case; the rest is asked for with the next
    asked = null;
    return put(NOTHING, []);
  });
  const known = await asked;
  if (before === ':' || before === '|') {
    const line = context.state.sliceDoc(context.state.doc.lineAt(context.pos).from, word.from);
    return { from: word.from, options: line.lastIndexOf('[') > line.lastIndexOf('(') ? known.types : known.kinds };
  }
  const name = context.matchBefore(/[a-z][a-z\d]*(-[a-z\d]*)+/);
  // A minus may also be one
  if (name && known.words.some(({ label }) => label.startsWith(name.text))) return { from: name.from, options: known.words };
  return { from: word.from, options: before === '.' ? known.properties : known.words };
}

async function all() {
  return put(...(await Promise.all([schema(), queries()])));
}

function put(graph, saved) {
  const option = (type) => ({ name, description }) => ({ label: name, type, detail: description });
  const properties = [...graph.entityProperties, ...graph.relationshipProperties];
  return {
    kinds: [...graph.kinds, ...graph.labels].map(option('class')),
    types: graph.types.map(option('interface')),
    properties: [...new Map(properties.map((one) => [one.name, one])).values()].map(option('property')),
    words: [...WORDS.map((label) => ({ label, type: 'keyword' })),
      ...saved.map(({ name, title, cypher }) => ({ label: name, type: 'text', detail: title, apply: cypher.trim() }))],
  };
}
