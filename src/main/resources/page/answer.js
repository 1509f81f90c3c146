import { ApiProblem, get } from './api.js';
import { query } from './catalogue.js';
import { comparison } from './comparison.js';
import { joined, merged } from './graph/model.js';
import { routes } from './routes.js';
import { welcome } from './welcome.js';
import { count, day } from './words.js';

/**
 * What a view about the graph has to show.
 *
 * @typedef {object} Answer
 * @property {string} title
 * @property {object} graph a {@link import('./graph/model.js').Graph}
 * @property {Set<string>} anchors ids of what is drawn even where nothing joins it
 * @property {Set<string>} focus ids of what the question is about
 * @property {{columns: string[], rows: object[], next: string | null, page: object} | null} table next is what to ask
 *   for after these rows, by the request of page
 * @property {object | null} definition the saved query
 * @property {Record<string, unknown>} parameters as they were understood
 * @property {string | null} asOf the day at which the question was answered
 * @property {Map<string, string>} [marks] a class for each line that is marked
 * @property {object} [arrangement] where entities stand, if not by force
 * @property {boolean} [isPart] whether there is more than was asked for
 * @property {object | null} [more] what to give for more of it
 * @property {string[]} notes what there is to say of it
 * @property {{path: string, parameters: object, isOfDays?: boolean}} source the request that gave it, and whether that may
 *   name a day by asOf
 * @property {object} [welcome] what to show where the first question has no answer
 */

/** The question of the first view, about the sample. */
export const FIRST_QUESTION = 'Where does everyone stand on the Osh base?';
const WITHOUT_SAMPLE = ['unknown-entity', 'ambiguous-entity', 'not-understood', 'unknown-query'];
/** More of them to try. */
export const MORE_QUESTIONS = [
  'Who did not sign the CORF agreement?',
  'Where do Russia and Uzbekistan differ?',
  'What is disputed about the Tashbulak clash?',
];

/** How many relationships of an entity are drawn at first, and at the most. */
export const AROUND = 300;
const MOST_AROUND = 5_000;
const MOST_DRAWN = 400;
/** How many letters of ids an address may hold, beside all else that the header of a request holds. */
export const MOST_LETTERS = 12_000;
const MOST_WORDS_OF_A_NAME = 8;

/** @returns {Promise<Answer>} */
export async function answer(view, signal) {
  if (view.name === 'around') return around(view.given, signal);
  if (view.name === 'paths') return routes(view.given, signal);
  if (view.name === 'compare') return comparison(view.given, signal);
  if (view.name === 'query') {
    const path = `/queries/${encodeURIComponent(view.given.query)}/results`;
    return ofRows({ path, parameters: view.parameters }, signal);
  }
  if (view.name === 'ask') return ask(view.given.q, signal);
  return first(signal);
}

/** The first question, where the graph holds what it is about. */
async function first(signal) {
  try {
    return await ofRows({ path: '/ask', parameters: { q: FIRST_QUESTION } }, signal);
  } catch (failure) {
    if (!WITHOUT_SAMPLE.includes(failure.problem?.code)) throw failure;
    return welcome(signal);
  }
}

/** The name of an entity shows what lies around it; anything else is a question. */
async function ask(text, signal) {
  const found = mayBeName(text) ? (await get('/entities', { q: text, limit: 5 }, signal)).entities : [];
  const named = namedBy(text, found);
  if (named.length === 1) return around({ around: named[0].id }, signal);
  if (named.length) throw ambiguous(text, named);
  try {
    return await ofRows({ path: '/ask', parameters: { q: text } }, signal);
  } catch (failure) {
    throw failure.problem?.code === 'not-understood' && found.length ? ambiguous(text, found) : failure;
  }
}

function ambiguous(text, entities) {
  return new ApiProblem({
    status: 400, code: 'ambiguous-entity', detail: `Several entities may be meant by "${text}".`,
    candidates: entities.map(({ id, name }) => ({ id, name })),
  });
}

function mayBeName(text) {
  return !text.includes('?') && text.trim().split(/\s+/).length <= MOST_WORDS_OF_A_NAME;
}

/** The entities whose id a text is; where there are none, whose name, or whose alias. */
function namedBy(text, entities) {
  const name = text.trim().toLowerCase();
  const by = (field) => entities.filter((entity) => entity[field]?.toLowerCase() === name);
  return ['id', 'name', 'matched'].map(by).find((found) => found.length) ?? [];
}

async function around({ around: id, hops, types, direction, minConfidence, limit = AROUND }, signal) {
  const source = { path: `/entities/${encodeURIComponent(id)}/subgraph`, parameters: { hops, types, direction, minConfidence, limit }, isOfDays: true };
  const piece = await get(source.path, source.parameters, signal);
  const center = piece.nodes.find((node) => node.id === id);
  return {
    title: center?.name ?? id, graph: merged([piece]), anchors: new Set([id]), focus: new Set([id]), table: null, definition: null,
    parameters: {}, asOf: null, source, isPart: piece.truncated, more: piece.truncated && limit < MOST_AROUND ? { limit: String(MOST_AROUND) } : null,
    notes: piece.truncated ? [partly(piece)] : [],
  };
}

function partly({ relationships, totals }) {
  return `Showing ${relationships.length.toLocaleString('en')} of ${count(totals.relationships, 'relationship')}; narrow them by type, or expand what you need.`;
}

async function ofRows(source, signal) {
  const rows = await get(source.path, source.parameters, signal);
  const definition = await query(rows.query);
  const focus = asked(rows, definition);
  const ids = [...new Set([...focus, ...rows.rows.flatMap((row) => idsOf(row, rows.columns))])];
  const named = drawable(ids);
  const asOf = rows.parameters.asOf ?? null;
  const piece = ids.length
    ? await get('/subgraph', { entities: named.join(','), types: typesIn(definition.cypher) }, signal)
    : { nodes: [], relationships: [] };
  return {
    title: definition.title, graph: merged([told(piece, rows, focus)]), anchors: new Set(ids), focus,
    table: { columns: rows.columns, rows: rows.rows, next: rows.next, page: source },
    definition, parameters: rows.parameters, asOf, source: { path: `/queries/${rows.query}/results`, parameters: rows.parameters },
    understood: rows.understood, notes: notes(rows, ids, named, piece),
  };
}

/** The answer to a question about a day, for another day; the graph still holds what both tell. */
export async function onDay(found, asOf, signal) {
  if (found.isPart) {
    const piece = await get(found.source.path, { ...found.source.parameters, asOf }, signal);
    const then = `As things stood on ${day(asOf)}.`;
    return { ...found, asOf, graph: joined(found.graph, [piece]), more: piece.truncated ? found.more : null, notes: piece.truncated ? [then, partly(piece)] : [then] };
  }
  const then = await ofRows({ path: found.source.path, parameters: { ...found.parameters, asOf } }, signal);
  return {
    ...then, understood: found.understood, notes: [`As things stood on ${day(asOf)}.`, ...then.notes],
    graph: joined(found.graph, [{ nodes: [...then.graph.nodes.values()], relationships: [...then.graph.relationships.values()] }]),
    anchors: new Set([...found.anchors, ...then.anchors]),
  };
}

/** The answer with the rows that follow those it has. */
export async function withMoreRows(found, signal) {
  const { page, next, rows } = found.table;
  const more = await get(page.path, { ...page.parameters, after: next }, signal);
  return { ...found, table: { ...found.table, rows: [...rows, ...more.rows], next: more.next } };
}

function notes(rows, ids, named, piece) {
  const told = [];
  if (rows.next) told.push(`The answer has more than its first ${rows.rows.length.toLocaleString('en')} rows; the table asks for the others.`);
  if (ids.length > named.length) told.push(`The first ${named.length} of ${ids.length.toLocaleString('en')} entities are drawn; the table has all.`);
  if (piece.truncated) told.push('Not every relationship between these is drawn.');
  return told;
}

/** The first of many ids, as many as are drawn and as the address of a request can name. */
function drawable(ids) {
  let letters = 0;
  return ids.slice(0, MOST_DRAWN).filter((id) => (letters += id.length + 1) <= MOST_LETTERS);
}

/** The entities that a question names. */
function asked(rows, definition) {
  return new Set(definition.parameters.filter((one) => one.type === 'entity').flatMap((one) => rows.parameters[one.name] ?? []));
}

/** The entities that a row names. */
function idsOf(row, columns) {
  return columns.filter((column) => column.endsWith('Id')).flatMap((column) => row[column] ?? []);
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

/** The types of relationship that a saved query names, so that what it answers is drawn and nothing else. */
function typesIn(cypher) {
  const named = [...cypher.matchAll(/\[\s*\w*\s*:\s*([A-Z_|]+)/g)].flatMap((match) => match[1].split('|'));
  return [...new Set(named)].join(',') || null;
}
