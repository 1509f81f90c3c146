import { isStance } from './model.js';

/** Arranges stances on one thing so that the sides can be told at a glance: for on the left, against on the right. */

const ROWS = 6;
const APART = { across: 150, down: 96 };
const SIDES = {
  SUPPORTS: { heading: 'For', x: -270 },
  OPPOSES: { heading: 'Against', x: 270 },
  NEUTRAL_ON: { heading: 'Neither', y: 170 },
};

/** What all relationships are stances on, or null where they are not all on one thing. */
export function target(relationships) {
  const first = relationships[0];
  return first && relationships.every((one) => isStance(one) && one.to === first.to && one.from !== first.to)
    ? first.to : null;
}

/**
 * Where everything is to stand; each has one place, whatever part of them is seen.
 *
 * @param {object[]} relationships all on one target
 * @param {object[]} seen those of them that are seen, which the headings count
 * @returns {{positions: Map<string, {x: number, y: number}>, headings: {id: string, label: string, type: string, position: object}[]}}
 */
export function arrange(relationships, seen) {
  const positions = new Map([[relationships[0].to, { x: 0, y: 0 }]]);
  const headings = [];
  for (const [type, side] of Object.entries(SIDES)) {
    const actors = actorsOf(relationships, type).filter((id) => !positions.has(id));
    const here = actorsOf(seen, type).length;
    actors.forEach((id, at) => positions.set(id, side.x ? inColumns(side.x, at, actors.length) : inRows(at, actors.length)));
    if (here && actors.length) headings.push({ id: `side:${type}`, type, label: `${side.heading} · ${here}`, position: above(side, actors.length) });
  }
  return { positions, headings };
}

function actorsOf(relationships, type) {
  return [...new Set(relationships.filter((one) => one.type === type).map((one) => one.from))];
}

function above({ x }, all) {
  return x ? { x, y: top(all) - 46 } : { x: 0, y: inRows(all - 1, all).y + 62 };
}

function inColumns(x, at, all) {
  const column = Math.floor(at / ROWS);
  const away = Math.sign(x) * column * APART.across;
  return { x: x + away, y: top(all) + (at % ROWS) * APART.down };
}

function top(all) {
  return (-(Math.min(all, ROWS) - 1) * APART.down) / 2;
}

function inRows(at, all) {
  const inRow = Math.min(all, ROWS);
  const x = ((at % ROWS) - (inRow - 1) / 2) * APART.across;
  return { x, y: SIDES.NEUTRAL_ON.y + Math.floor(at / ROWS) * APART.down };
}
