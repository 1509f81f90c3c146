import { ApiProblem, get } from './api.js';
import { around } from './around.js';
import { comparison } from './comparison.js';
import { merged } from './graph/model.js';
import { routes } from './routes.js';
import { ofRows } from './rows.js';
import { welcome } from './welcome.js';
import { dated, day, folded } from './words.js';

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
 * @property {Map<string, string>} [marks] a class for each relationship that is marked, by its key
 * @property {object} [arrangement] where entities stand, if not by force
 * @property {((asOf: string, signal: AbortSignal) => Promise<Answer>) | null} askOn asks for another day; null where
 *   the graph holds what is to be seen of every day
 * @property {{graph: object, truncated: boolean} | null} [beyond] what may hold on other days than that of the answer, or
 *   a part of it
 * @property {object | null} [routes] those between two entities
 * @property {object | null} [changes] what became of an entity between two days
 * @property {string} [empty] what is said where nothing has been asked as yet
 * @property {object} [understood] how a question in words was taken
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

const MOST_WORDS_OF_A_NAME = 8;

/** @returns {Promise<Answer>} */
export async function answer(view, signal) {
  const given = { ...view.given, asOf: dated(view.given.asOf) };
  if (view.name === 'around') return around(given, signal);
  if (view.name === 'paths') return routes(given, signal);
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
  const name = folded(text);
  const by = (field) => entities.filter((entity) => folded(entity[field] ?? '') === name);
  return ['id', 'name', 'matched'].map(by).find((found) => found.length) ?? [];
}

/**
 * An answer for another day, or for all days. Its graph still holds what was told of the day before; but routes are those of
 * a day alone.
 */
export async function onDay(found, asOf, signal) {
  const then = await found.askOn(asOf, signal);
  const notes = asOf ? [`As things stood on ${day(asOf)}.`, ...then.notes] : then.notes;
  if (found.routes) return { ...then, notes, beyond: { graph: found.graph, truncated: false } };
  return {
    ...then, notes, understood: found.understood, beyond: found.beyond,
    graph: merged([found.graph, then.graph]), anchors: new Set([...found.anchors, ...then.anchors]),
  };
}
