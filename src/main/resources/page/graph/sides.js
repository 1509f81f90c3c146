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
 * Where everything is to stand.
 *
 * @param {object[]} relationships all on one target
 * @returns {{positions: Map<string, {x: number, y: number}>, headings: {id: string, label: string, type: string, position: object}[]}}
 */
export function arrange(relationships) {
  const positions = new Map([[relationships[0].to, { x: 0, y: 0 }]]);
  const headings = [];
  for (const [type, side] of Object.entries(SIDES)) {
    const actors = [...new Set(relationships.filter((one) => one.type === type).map((one) => one.from))]
      .filter((id) => !positions.has(id));
    if (!actors.length) continue;
    actors.forEach((id, at) => positions.set(id, side.x ? inColumns(side.x, at, actors.length) : inRows(at, actors.length)));
    headings.push({
      id: `side:${type}`,
      label: `${side.heading} · ${actors.length}`,
      type,
      position: side.x ? { x: side.x, y: top(actors.length) - 46 } : { x: 0, y: inRows(actors.length - 1, actors.length).y + 62 },
    });
  }
  return { positions, headings };
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
