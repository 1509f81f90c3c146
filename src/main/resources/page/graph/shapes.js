import { markOf } from './model.js';

/** The shapes of entities, each in a square of 16, and the dashes of lines, as SVG has them. */
export const SHAPES = {
  ellipse: 'M8 2a6 6 0 1 0 .01 0z', 'round-rectangle': 'M3 4h10v8H3z', diamond: 'M8 1 15 8 8 15 1 8z',
  'round-pentagon': 'M8 1.5 14.5 6.5 12 14H4L1.5 6.5z', barrel: 'M3 2.5q5-1.5 10 0v11q-5 1.5-10 0z',
  'round-tag': 'M2 3h8l4 5-4 5H2z', triangle: 'M8 2 14.5 14h-13z', hexagon: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
  star: 'm8 1 2 4.8 5 .4-3.8 3.3L12.4 15 8 12l-4.4 3 1.2-5.5L1 6.2l5-.4z', vee: 'M2 2l6 4 6-4-6 12z',
  'round-hexagon': 'M4.5 2h7L15 8l-3.5 6h-7L1 8z', octagon: 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5z',
};
export const DASHES = { solid: 'none', dashed: '6 3', dotted: '1.5 3' };
/** What became of a line between two days, for those who see no colours. */
export const SIGNS = { appeared: '+', ended: '−', changed: '≠', passed: '±', continued: '=' };

/** The marks of lines that have a sign, each once. */
export function signed(lines, marks) {
  const marked = new Set(lines.map((line) => markOf(line, marks)));
  return Object.keys(SIGNS).filter((mark) => marked.has(mark));
}
