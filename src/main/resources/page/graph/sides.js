import { isStance } from './model.js';

/**
 * Arranges stances on one thing so that the sides can be told at a glance: for on the left, against on the right, who says
 * both above and who says neither below.
 */

const ROWS = 6;
const APART = { across: 150, down: 96 };
const SIDES = {
  SUPPORTS: { heading: 'For', x: -270 },
  OPPOSES: { heading: 'Against', x: 270 },
  NEUTRAL_ON: { heading: 'Neither', y: 170 },
  BOTH: { heading: 'For and against', y: -170 },
};

/** What all relationships are stances on, or null where they are not all on one thing. */
export function target(relationships) {
  const first = relationships[0];
  return first && relationships.every((one) => isStance(one) && one.to === first.to && one.from !== first.to)
    ? first.to : null;
}

/**
 * Where everything is to stand: each actor on the side of the stances that are seen, or else of all.
 *
 * @param {object[]} relationships all on one target
 * @param {object[]} seen those of them that are seen, which the headings count
 * @returns {{positions: Map<string, {x: number, y: number}>, headings: {id: string, label: string, type: string, position: object}[]}}
 */
export function arrange(relationships, seen) {
  const positions = new Map([[relationships[0].to, { x: 0, y: 0 }]]);
  const headings = [];
  const [all, here] = [takenBy(relationships), takenBy(seen)];
  const sideOf = (id) => side(here.get(id) ?? all.get(id));
  for (const [type, place] of Object.entries(SIDES)) {
    const actors = [...all.keys()].filter((id) => sideOf(id) === type);
    const counted = actors.filter((id) => here.has(id)).length;
    actors.forEach((id, at) => positions.set(id, place.x ? inColumns(place.x, at, actors.length) : inRows(place.y, at, actors.length)));
    if (counted) headings.push({ id: `side:${type}`, type, label: `${place.heading} · ${counted}`, position: beside(place, actors.length) });
  }
  return { positions, headings };
}

/** The types of stance that each actor takes. */
function takenBy(relationships) {
  const taken = new Map();
  relationships.forEach(({ from, type }) => taken.set(from, (taken.get(from) ?? new Set()).add(type)));
  return taken;
}

function side(types) {
  if (types.has('SUPPORTS') && types.has('OPPOSES')) return 'BOTH';
  return ['SUPPORTS', 'OPPOSES'].find((type) => types.has(type)) ?? 'NEUTRAL_ON';
}

function beside({ x, y }, all) {
  return x ? { x, y: top(all) - 46 } : { x: 0, y: inRows(y, all - 1, all).y + Math.sign(y) * 62 };
}

function inColumns(x, at, all) {
  const column = Math.floor(at / ROWS);
  const away = Math.sign(x) * column * APART.across;
  return { x: x + away, y: top(all) + (at % ROWS) * APART.down };
}

function top(all) {
  return (-(Math.min(all, ROWS) - 1) * APART.down) / 2;
}

function inRows(y, at, all) {
  const inRow = Math.min(all, ROWS);
  const x = ((at % ROWS) - (inRow - 1) / 2) * APART.across;
  return { x, y: y + Math.sign(y) * Math.floor(at / ROWS) * APART.down };
}
