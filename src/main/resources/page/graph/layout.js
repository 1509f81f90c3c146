/** Where entities are to stand. Heavy work goes to a worker; the page waits without being held up. */

/** Up to how many entities a layout may take its time, and beyond how many a rough one has to do. */
const THOROUGH = 250;
const ROUGH = 600;
const RADIUS = 150;
/** How many stand in a ring, and how close to another nobody is put. */
const IN_RING = 12;
const CLOSE = 60;
/** How many places of the rings are tried, where others stand in the way. */
const MOST_RINGS = 40;
/** How often a layout is begun before it is done without. */
const TRIES = 2;

const waiting = new Map();
let worker = null;
let trust = null;
let last = 0;

/**
 * Finds a place for everything.
 *
 * @param {string[]} ids what is to be seen
 * @param {{from: string, to: string}[]} lines between them
 * @param {Map<string, {x: number, y: number}>} fixed where some of them stay
 * @returns {Promise<Map<string, {x: number, y: number}>>}
 */
export async function layOut(ids, lines, fixed) {
  const quality = ids.length <= THOROUGH ? 'proof' : ids.length <= ROUGH ? 'default' : 'draft';
  if (fixed.size && quality !== 'proof') {
    return fixed.size > ids.length / 2 ? beside(ids, lines, fixed) : pinned(await layOut(ids, lines, new Map()), fixed);
  }
  const near = fixed.size ? beside(ids, lines, fixed) : new Map();
  const nodes = ids.map((id) => ({ id, at: near.get(id) }));
  const stay = [...fixed].filter(([id]) => near.has(id)).map(([id, at]) => ({ id, at }));
  return new Map(await ask({ nodes, lines: lines.map(({ from, to }) => ({ from, to })), fixed: stay, quality }));
}

/** Moves a layout to what is fixed, and that back to where it stays. */
function pinned(places, fixed) {
  const off = { x: 0, y: 0 };
  fixed.forEach((at, id) => {
    off.x += (at.x - places.get(id).x) / fixed.size;
    off.y += (at.y - places.get(id).y) / fixed.size;
  });
  return new Map([...places].map(([id, { x, y }]) => [id, fixed.get(id) ?? { x: x + off.x, y: y + off.y }]));
}

function ask(order) {
  const number = ++last;
  return new Promise((resolve) => {
    waiting.set(number, { order: { ...order, number }, resolve, tries: 0 });
    send(number);
  });
}

function send(number) {
  const asked = waiting.get(number);
  asked.tries++;
  worker ??= started();
  worker.postMessage(asked.order);
}

/** A worker that failed is replaced; what it was to lay out is asked of the next, and then put in rings. */
function replace(failed) {
  failed.terminate();
  if (worker === failed) worker = null;
  [...waiting].forEach(([number, { order, resolve, tries }]) => {
    if (tries < TRIES) {
      send(number);
    } else {
      waiting.delete(number);
      resolve(beside(order.nodes.map(({ id }) => id), order.lines, new Map(order.fixed.map(({ id, at }) => [id, at]))));
    }
  });
}

/** A policy of a name can be made once. */
function policy() {
  trust ??= self.trustedTypes?.createPolicy('entente-worker', { createScriptURL: (own) => own });
  return trust;
}

function started() {
  const address = new URL('./layout-worker.js', import.meta.url).href;
  const trusted = policy();
  const begun = new Worker(trusted ? trusted.createScriptURL(address) : address);
  const libraries = ['cytoscape', 'layout-base', 'cose-base', 'fcose'];
  begun.postMessage({ libraries: libraries.map((name) => import.meta.resolve(`worker:${name}`)) });
  begun.onmessage = ({ data }) => {
    waiting.get(data.number)?.resolve(data.positions);
    waiting.delete(data.number);
  };
  begun.onerror = (event) => {
    event.preventDefault();
    replace(begun);
  };
  return begun;
}

/** Puts what is new in rings around what it is joined to, which has its place already, where nothing else stands. */
function beside(ids, lines, fixed) {
  const places = new Map(ids.filter((id) => fixed.has(id)).map((id) => [id, fixed.get(id)]));
  const neighbours = new Map();
  lines.forEach(({ from, to }) => {
    if (fixed.has(from)) neighbours.set(to, from);
    if (fixed.has(to)) neighbours.set(from, to);
  });
  const added = ids.filter((id) => !fixed.has(id));
  const around = new Map();
  const taken = new Taken(places.values());
  added.forEach((id) => {
    const hub = neighbours.get(id);
    const center = fixed.get(hub) ?? { x: 0, y: 0 };
    let at = around.get(hub) ?? 0;
    while (at < IN_RING * MOST_RINGS && taken.isNear(inRing(center, at))) at++;
    around.set(hub, at + 1);
    const place = inRing(center, at);
    taken.add(place);
    places.set(id, place);
  });
  return places;
}

/** The place of this number in the rings around another. */
function inRing(center, at) {
  const ring = RADIUS * (1 + Math.floor(at / IN_RING));
  const angle = (at * 2 * Math.PI) / IN_RING + Math.atan2(center.y, center.x);
  return { x: center.x + ring * Math.cos(angle), y: center.y + ring * Math.sin(angle) };
}

/** Places that are taken, by the squares in which they lie. */
class Taken {
  #squares = new Set();

  constructor(places) {
    [...places].forEach((place) => this.add(place));
  }

  add({ x, y }) {
    this.#squares.add(square(x, y));
  }

  isNear({ x, y }) {
    return [-CLOSE, 0, CLOSE].some((across) => [-CLOSE, 0, CLOSE].some((down) => this.#squares.has(square(x + across, y + down))));
  }
}

function square(x, y) {
  return `${Math.round(x / CLOSE)} ${Math.round(y / CLOSE)}`;
}
