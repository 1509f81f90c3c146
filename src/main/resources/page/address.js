/**
 * What the page shows, and the address that shows the same: each view has one.
 *
 * @typedef {object} View
 * @property {string} name start, ask, query, around, paths, compare, cypher, queries, entity, dossiers, dossier, source
 * @property {Record<string, string>} given what the view is about, by the names in the address
 * @property {Record<string, string[]>} parameters those of a saved query
 * @property {Drawing} drawing what has been done to the graph
 * @property {'graph' | 'table' | null} show null leaves it to the view
 *
 * @typedef {object} Drawing
 * @property {string[]} open what has been expanded, as id~TYPE~direction, and ~times where it was more than once
 * @property {string[]} hide ids of entities that are hidden
 * @property {string[]} off types and kinds that the legend leaves out
 * @property {string[]} split lines that show each of their claims
 * @property {string | null} on the day at which the graph is shown; null for all there is
 * @property {string | null} pick the entity, by its id, or the line whose evidence is shown
 * @property {string | null} route the route that is highlighted, as the ids of its entities, with ~ between them
 * @property {Record<string, {x: number, y: number}>} pins entities that stay where they are
 * @property {Record<string, {x: number, y: number}> | null} places where entities stood when the browser left this step;
 *   the history keeps them, no address does
 */

const GIVEN = ['q', 'query', 'around', 'hops', 'entity', 'from', 'to', 'maxHops', 'types', 'direction', 'asOf',
  'minConfidence', 'limit', 'id', 'dossier', 'statement', 'values'];
const LISTS = ['open', 'hide', 'off', 'split'];
const ONCE = ['on', 'pick', 'route'];
const PARAMETER = 'p.';

/** What a view is about, whatever has been done to its graph: the same text for the same. */
export function asks({ name, given, parameters }) {
  return JSON.stringify([name, given, parameters]);
}

/** A view as it is before anything has been done to it. */
export function view(name, given = {}, parameters = {}) {
  return { name, given, parameters, drawing: untouched(), show: null };
}

/** @returns {Drawing} */
export function untouched() {
  return { open: [], hide: [], off: [], split: [], on: null, pick: null, route: null, pins: {}, places: null };
}

/**
 * Reads a view from an address.
 *
 * @param {{search: string, hash: string}} address
 */
export function read({ search, hash }) {
  const values = new URLSearchParams(search);
  const given = {};
  GIVEN.filter((name) => values.has(name)).forEach((name) => (given[name] = values.get(name)));
  const parameters = {};
  for (const name of new Set(values.keys())) {
    if (name.startsWith(PARAMETER)) parameters[name.slice(PARAMETER.length)] = values.getAll(name);
  }
  const drawing = untouched();
  LISTS.forEach((name) => (drawing[name] = values.getAll(name)));
  ONCE.forEach((name) => (drawing[name] = values.get(name)));
  new URLSearchParams(hash.slice(1)).getAll('pin').forEach((pin) => Object.assign(drawing.pins, pinned(pin)));
  return { name: nameOf(values), given, parameters, drawing, show: values.get('show') };
}

/**
 * The address of a view.
 *
 * @param {View} shown
 * @param {boolean} [withPositions] whether the link also keeps where the pinned entities are: after a #, as there may be
 *   more of them than a request can hold
 */
export function write(shown, withPositions = false) {
  const values = new URLSearchParams();
  if (!['start', 'ask', 'query', 'around'].includes(shown.name)) values.set('view', shown.name);
  for (const [name, value] of Object.entries(shown.given)) if (value) values.set(name, value);
  for (const [name, all] of Object.entries(shown.parameters)) {
    all.filter(Boolean).forEach((value) => values.append(PARAMETER + name, value));
  }
  LISTS.forEach((name) => shown.drawing[name].forEach((value) => values.append(name, value)));
  ONCE.forEach((name) => shown.drawing[name] && values.set(name, shown.drawing[name]));
  if (shown.show) values.set('show', shown.show);
  const text = values.toString();
  return (text ? `/?${text}` : '/') + (withPositions ? positions(shown.drawing.pins) : '');
}

function positions(pins) {
  const values = new URLSearchParams();
  Object.entries(pins).forEach(([id, at]) => values.append('pin', `${id}~${Math.round(at.x)}~${Math.round(at.y)}`));
  const text = values.toString();
  return text ? `#${text}` : '';
}

function nameOf(values) {
  if (values.get('view')) return values.get('view');
  if (values.get('q')?.trim()) return 'ask';
  if (values.get('query')) return 'query';
  return values.get('around') ? 'around' : 'start';
}

function pinned(text) {
  const [id, x, y] = text.split('~');
  const at = { x: Number(x), y: Number(y) };
  return Number.isFinite(at.x) && Number.isFinite(at.y) ? { [id]: at } : {};
}
