import { queries } from '../catalogue.js';
import { schema } from '../vocabulary.js';

const WORDS = ['MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'UNWIND', 'ORDER BY', 'SKIP', 'LIMIT', 'CALL', 'UNION',
  'DISTINCT', 'COLLECT', 'COUNT', 'EXISTS', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'AS', 'AND', 'OR', 'NOT', 'IN', 'IS NULL',
  'date()', 'count()', 'collect()', 'size()', 'type()', 'labels()', 'startNode()', 'endNode()', 'shortestPath()'];

let asked = null;

/** What may stand at the cursor: kinds and types after a colon, properties after a dot, else words and saved queries. */
export async function completions(context) {
  const word = context.matchBefore(/[\w]*/);
  const before = context.state.sliceDoc(Math.max(0, word.from - 1), word.from);
  if (!context.explicit && !word.text && !':.'.includes(before || ' ')) return null;
  const known = await (asked ??= all());
  if (before === ':' || before === '|') {
    const line = context.state.sliceDoc(context.state.doc.lineAt(context.pos).from, word.from);
    return { from: word.from, options: line.lastIndexOf('[') > line.lastIndexOf('(') ? known.types : known.kinds };
  }
  return { from: word.from, options: before === '.' ? known.properties : known.words };
}

async function all() {
  const [graph, saved] = await Promise.all([schema(), queries()]).catch(() => [{ kinds: [], types: [], entityProperties: [], relationshipProperties: [], labels: [] }, []]);
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
