import { get } from './api.js';
import { merged } from './graph/model.js';
import { count } from './words.js';

/** How many relationships of an entity are drawn at first, and at the most. */
export const AROUND = 300;
const MOST_AROUND = 5_000;

/** What lies around an entity, as an {@link import('./answer.js').Answer}, and what may hold on other days. */
export async function around(given, signal) {
  const { asOf, around: id, hops, types, direction, minConfidence, limit = AROUND } = given;
  const [found, beyond] = await Promise.all([
    aroundAlone(given, signal),
    asOf ? onAnyDay([id], { hops, types, direction, minConfidence, limit }, signal) : null,
  ]);
  return { ...found, beyond };
}

async function aroundAlone(given, signal) {
  const { around: id, hops, types, direction, minConfidence, asOf = null, limit = AROUND } = given;
  const source = { path: `/entities/${encodeURIComponent(id)}/subgraph`, parameters: { hops, types, direction, minConfidence, asOf, limit }, isOfDays: true };
  const piece = await get(source.path, source.parameters, signal);
  const center = piece.nodes.find((node) => node.id === id);
  const { truncated } = piece;
  return {
    title: center?.name ?? id, graph: merged([piece]), anchors: new Set([id]), focus: new Set([id]), table: null, definition: null,
    parameters: {}, asOf, source, notes: truncated ? [partly(piece)] : [],
    more: truncated && limit < MOST_AROUND ? { limit: String(MOST_AROUND) } : null,
    askOn: truncated || asOf ? (another, end) => aroundAlone({ ...given, asOf: another }, end) : null,
  };
}

/** What is on record of entities, whatever the day; null where that does not come: an answer of a day stands without it. */
export async function onAnyDay(ids, parameters, signal) {
  try {
    const pieces = await Promise.all(ids.map((id) => get(`/entities/${encodeURIComponent(id)}/subgraph`, parameters, signal)));
    return { graph: merged(pieces), truncated: pieces.some(({ truncated }) => truncated) };
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    return null;
  }
}

function partly({ relationships, totals }) {
  return `Showing ${relationships.length.toLocaleString('en')} of ${count(totals.relationships, 'relationship')}; narrow them by type, or expand what you need.`;
}
