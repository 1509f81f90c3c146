/* Lays out a graph away from the page, which goes on while this computes. Takes one order, gives one answer. */

self.onmessage = ({ data: order }) => {
  if (order.libraries) {
    load(order.libraries);
    self.cytoscape.use(self.cytoscapeFcose);
    return;
  }
  self.postMessage({ number: order.number, positions: laidOut(order) });
};

/** A browser may give up a file that a page before, which was left, had begun to load: then it is asked for again. */
function load(libraries) {
  for (let left = TRIES; ; left--) {
    try {
      importScripts(...libraries);
      return;
    } catch (failure) {
      if (left === 1) throw failure;
    }
  }
}

/** The same graph is laid out the same: a series of numbers that begins anew with each (mulberry32). */
function beginSeries() {
  let state = 1;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How much room an entity and its name take. */
const ROOM = { wide: 140, high: 84 };
const ROUNDS = 60;
const TRIES = 3;

function laidOut({ nodes, lines, fixed, quality }) {
  beginSeries();
  const graph = self.cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 96, height: 64, shape: 'rectangle' } }],
    elements: [
      ...nodes.map(({ id, at }) => ({ group: 'nodes', data: { id }, position: { x: 0, y: 0, ...at } })),
      ...lines.map(({ from, to }) => ({ group: 'edges', data: { source: from, target: to } })),
    ],
  });
  graph.layout({
    name: 'fcose',
    animate: false,
    quality,
    randomize: !fixed.length,
    idealEdgeLength: 130,
    nodeRepulsion: 12000,
    nodeSeparation: 110,
    fixedNodeConstraint: fixed.length ? fixed.map(({ id, at }) => ({ nodeId: id, position: at })) : undefined,
  }).run();
  const positions = graph.nodes().map((node) => [node.id(), { ...node.position() }]);
  graph.destroy();
  return quality === 'draft' ? spread(positions) : positions;
}

/** A rough layout puts entities upon each other: gives each its room, on twice the area that all need. */
function spread(positions) {
  const places = positions.map(([, place]) => place);
  const [wide, high] = ['x', 'y'].map((axis) => extent(places.map((place) => place[axis])));
  const scale = Math.sqrt((2 * places.length * ROOM.wide * ROOM.high) / (wide * high));
  places.forEach((place) => {
    place.x *= scale;
    place.y *= scale;
  });
  for (let round = 0; round < ROUNDS && pushedApart(places); round++);
  return positions;
}

function extent(values) {
  return Math.max(...values) - Math.min(...values) || 1;
}

/** Moves those apart that stand too near, half the way each. @returns {boolean} whether there were any */
function pushedApart(places) {
  const cells = new Map();
  const cellOf = ({ x, y }) => [Math.floor(x / ROOM.wide), Math.floor(y / ROOM.high)];
  let moved = false;
  for (const place of places) {
    const [column, row] = cellOf(place);
    for (let at = 0; at < 9; at++) {
      for (const other of cells.get(`${column + (at % 3) - 1},${row + Math.floor(at / 3) - 1}`) ?? []) {
        moved = pushApart(place, other) || moved;
      }
    }
    const cell = cellOf(place).join();
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(place);
  }
  return moved;
}

/** Along the axis on which it takes less. */
function pushApart(one, other) {
  const across = ROOM.wide - Math.abs(one.x - other.x);
  const down = ROOM.high - Math.abs(one.y - other.y);
  if (across <= 1 || down <= 1) return false;
  const [axis, by] = across / ROOM.wide < down / ROOM.high ? ['x', across] : ['y', down];
  const sign = one[axis] < other[axis] ? -1 : 1;
  one[axis] += (sign * by) / 2;
  other[axis] -= (sign * by) / 2;
  return true;
}
