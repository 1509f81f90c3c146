import { get } from './api.js';
import { keyOf, merged } from './graph/model.js';
import { arrange } from './graph/layers.js';

/** The shortest routes between two entities, as an {@link import('./answer.js').Answer} with the routes beside it. */
export async function routes(given, signal) {
  const { from, to, types, maxHops, asOf = null } = given;
  const source = { path: '/paths', parameters: { from, to, types, maxHops, asOf }, isOfDays: true };
  const answer = { title: 'Paths', source, table: null, definition: null, parameters: {}, asOf, notes: [], askOn: null };
  if (!from || !to) return { ...answer, graph: merged([]), anchors: new Set(), focus: new Set(), routes: null, empty: 'Name two entities; the routes between them are drawn here.' };
  const found = await get(source.path, source.parameters, signal);
  const nodes = found.paths.flatMap((path) => path.nodes).map((node) => ({ properties: {}, ...node }));
  const relationships = found.paths.flatMap((path) => path.steps).flatMap((step) => step.relationships);
  const ids = found.paths.map((path) => path.nodes.map((node) => node.id));
  return {
    ...answer, graph: merged([{ nodes, relationships }]), anchors: new Set(ids.flat()), focus: new Set([found.from, found.to]),
    routes: found, arrangement: ids.length ? arrange(ids) : null,
    askOn: (another, end) => routes({ ...given, asOf: another }, end),
    notes: found.truncated ? [`Showing ${found.paths.length} of ${found.total.toLocaleString('en')} shortest routes; narrow them by type or by a day.`] : [],
  };
}

/** What tells a route from the others of an answer. */
export function routeId(path) {
  return path.nodes.map((node) => node.id).join('~');
}

/** A mark for each relationship of a route of an answer; null where it has no such route. */
export function marksOf({ routes: found }, id) {
  const path = id && found?.paths.find((one) => routeId(one) === id);
  return path ? new Map(path.steps.flatMap((step) => step.relationships).map((one) => [keyOf(one), 'near'])) : null;
}
