import { get, MOST_LETTERS } from './api.js';
import { AROUND, onAnyDay } from './around.js';
import { query } from './catalogue.js';
import { merged } from './graph/model.js';

const MOST_DRAWN = 400;
/** An answer about more entities than these is not looked at for other days. */
const MOST_ASKED = 2;

/** The rows of a saved query as an {@link import('./answer.js').Answer}, with what they tell as a graph. */
export async function ofRows(source, signal) {
  const found = await ofRowsAlone(source, signal);
  return found.askOn ? { ...found, beyond: await beyond(found, signal) } : found;
}

/** What is on record of the entities of a question, of the types that its answer may be made of; null where that is not known. */
function beyond({ focus, definition }, signal) {
  const types = typesIn(definition.cypher);
  return types && focus.size && focus.size <= MOST_ASKED ? onAnyDay([...focus], { types, limit: AROUND }, signal) : null;
}

async function ofRowsAlone(source, signal) {
  const rows = await get(source.path, source.parameters, signal);
  const definition = await query(rows.query);
  const focus = asked(rows, definition);
  const ids = [...new Set([...focus, ...rows.rows.flatMap((row) => idsOf(row, rows.columns))])];
  const named = drawable(ids);
  const asOf = rows.parameters.asOf ?? null;
  const results = { path: `/queries/${rows.query}/results`, parameters: rows.parameters };
  const piece = await between(named, typesOf(rows) ?? typesIn(definition.cypher), signal);
  return {
    title: definition.title, graph: merged([told(piece, rows, focus)]), anchors: new Set(ids), focus,
    table: { columns: rows.columns, rows: rows.rows, next: rows.next, page: source },
    definition, parameters: rows.parameters, asOf, source: results,
    understood: rows.understood, notes: notes(rows, ids, named, piece),
    askOn: isOfADay(definition) ? (another, end) => ofRowsAlone({ ...results, parameters: { ...rows.parameters, asOf: another } }, end) : null,
  };
}

/** What lies between entities. An answer may name what no picture can be made of; it stands without one. */
async function between(ids, types, signal) {
  const none = { nodes: [], relationships: [], truncated: false };
  try {
    return ids.length ? await get('/subgraph', { entities: ids.join(','), types }, signal) : none;
  } catch (failure) {
    if (failure.problem?.status !== 400) throw failure;
    return { ...none, failure };
  }
}

/** The answer with the rows that follow those it has. */
export async function withMoreRows(found, signal) {
  const { page, next, rows } = found.table;
  const more = await get(page.path, { ...page.parameters, after: next }, signal);
  const all = [...rows, ...more.rows];
  const others = found.notes.filter((note) => note !== firstOf(rows));
  return { ...found, notes: more.next ? [firstOf(all), ...others] : others, table: { ...found.table, rows: all, next: more.next } };
}

function notes(rows, ids, named, piece) {
  const told = [];
  if (rows.next) told.push(firstOf(rows.rows));
  if (ids.length > named.length) told.push(`The first ${named.length} of ${ids.length.toLocaleString('en')} entities are drawn; the table has all.`);
  if (piece.failure) told.push(`There is no picture of it: ${piece.failure.problem.detail}`);
  if (piece.truncated) told.push('Not every relationship between these is drawn; ask about fewer, or see one of them with what lies around it.');
  return told;
}

function firstOf(rows) {
  return `The answer has more than its first ${rows.length.toLocaleString('en')} rows; the table asks for the others.`;
}

/** The first of many ids, as many as are drawn and as the address of a request can name. */
function drawable(ids) {
  let letters = 0;
  return ids.slice(0, MOST_DRAWN).filter((id) => (letters += id.length + 1) <= MOST_LETTERS);
}

function isOfADay(definition) {
  return definition.parameters.some(({ name }) => name === 'asOf');
}

/** The entities that a question names. */
function asked(rows, definition) {
  return new Set(definition.parameters.filter((one) => one.type === 'entity').flatMap((one) => rows.parameters[one.name] ?? []));
}

/** The entities that a row names. */
function idsOf(row, columns) {
  return columns.filter((column) => column.endsWith('Id')).flatMap((column) => row[column] ?? []).filter((id) => typeof id === 'string');
}

/** Of what lies between the entities of an answer, what the answer tells: what joins those of a question or of a row. */
function told({ nodes, relationships }, { rows, columns }, focus) {
  const pairs = new Set(rows.flatMap((row) => {
    const ids = idsOf(row, columns);
    return ids.flatMap((one) => ids.map((other) => `${one} ${other}`));
  }));
  return {
    nodes,
    relationships: relationships.filter(({ from, to }) => !focus.size || focus.has(from) || focus.has(to) || pairs.has(`${from} ${to}`)),
  };
}

/** The types of relationship that the rows name, where they name one each. */
function typesOf({ rows }) {
  const named = rows.map((row) => row.relationship);
  return named.length && named.every((one) => /^[A-Z_]+$/.test(one)) ? [...new Set(named)].join(',') : null;
}

/** The types of relationship that a saved query names, so that what it answers is drawn and nothing else. */
function typesIn(cypher) {
  const named = [...cypher.matchAll(/\[\s*\w*\s*:\s*([A-Z_]+(?:\s*\|\s*:?\s*[A-Z_]+)*)/g)].flatMap((match) => match[1].match(/[A-Z_]+/g));
  return [...new Set(named)].join(',') || null;
}
