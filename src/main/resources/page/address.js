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
/** What may be longer than a request can be stands after the #, which is not sent. */
const LONG = ['statement', 'values'];
const MOST_SENT = 8_000;
/** Further out nothing is pinned: a layout would take room for all that lies between. */
const FARTHEST = 20_000;
const MOST_OPEN = 50;
const DAYS = /^(\d{4}-\d{2}-\d{2}|any)$/;
const ONCE = ['on', 'pick', 'route'];
const PARAMETER = 'p.';

/** What a view is about, whatever has been done to its graph: the same text for the same. */
export function asks({ name, given, parameters }) {
  return JSON.stringify([name, given, Object.entries(parameters).sort()]);
}

/** A view as it is before anything has been done to it; the same for the same, whatever is empty and in whichever order. */
export function view(name, given = {}, parameters = {}) {
  const about = Object.fromEntries(GIVEN.filter((one) => given[one]).map((one) => [one, given[one]]));
  const values = Object.entries(parameters).map(([one, all]) => [one, all.filter(Boolean)]).filter(([, all]) => all.length);
  return { name, given: about, parameters: Object.fromEntries(values), drawing: untouched(), show: null };
}

/** @returns {Drawing} */
export function untouched() {
  return { open: [], hide: [], off: [], split: [], on: null, pick: null, route: null, pins: Object.create(null), places: null };
}

/**
 * Reads a view from an address.
 *
 * @param {{search: string, hash: string}} address
 */
export function read({ search, hash }) {
  const values = new URLSearchParams(search);
  const after = new URLSearchParams(hash.slice(1));
  const given = Object.fromEntries(GIVEN.map((name) => [name, values.get(name) ?? (LONG.includes(name) ? after.get(name) : null)]));
  const parameters = {};
  for (const name of new Set(values.keys())) {
    if (name.startsWith(PARAMETER)) parameters[name.slice(PARAMETER.length)] = values.getAll(name);
  }
  const drawing = untouched();
  LISTS.forEach((name) => (drawing[name] = values.getAll(name)));
  drawing.open = drawing.open.slice(0, MOST_OPEN);
  ONCE.forEach((name) => (drawing[name] = values.get(name)));
  if (!DAYS.test(drawing.on)) drawing.on = null;
  after.getAll('pin').forEach((pin) => Object.assign(drawing.pins, pinned(pin)));
  return { ...view(nameOf(values), given, parameters), drawing, show: values.get('show') };
}

/**
 * The address of a view.
 *
 * @param {View} shown
 * @param {boolean} [withPositions] whether the link also keeps where the pinned entities are
 */
export function write(shown, withPositions = false) {
  const values = new URLSearchParams();
  if (!['start', 'ask', 'query', 'around'].includes(shown.name)) values.set('view', shown.name);
  Object.entries(shown.given).forEach(([name, value]) => values.set(name, value));
  Object.entries(shown.parameters).forEach(([name, all]) => all.forEach((value) => values.append(PARAMETER + name, value)));
  LISTS.forEach((name) => shown.drawing[name].forEach((value) => values.append(name, value)));
  ONCE.forEach((name) => shown.drawing[name] && values.set(name, shown.drawing[name]));
  if (shown.show) values.set('show', shown.show);
  const after = new URLSearchParams();
  if (values.toString().length > MOST_SENT) LONG.filter((name) => values.has(name)).forEach((name) => move(name, values, after));
  if (withPositions) Object.entries(shown.drawing.pins).forEach(([id, at]) => after.append('pin', `${id}~${Math.round(at.x)}~${Math.round(at.y)}`));
  return `/${values.size ? `?${values}` : ''}${after.size ? `#${after}` : ''}`;
}

function move(name, from, to) {
  to.set(name, from.get(name));
  from.delete(name);
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
  return [at.x, at.y].every((one) => Math.abs(one) <= FARTHEST) ? { [id]: at } : {};
}
