import { lineOf, lines, visible } from './model.js';

/**
 * The entity or the line that is picked: a line as it is drawn, or else with all that is known of it.
 *
 * @param {{answer: object, graph: import('./model.js').Graph, known: import('./model.js').Graph}} inquiry
 * @param {import('../address.js').Drawing} drawing as it is seen
 * @param {{pick: string | null, split: string[]}} chosen
 * @returns {{node?: object, line?: import('./model.js').Line}}
 */
export function picked({ answer, graph, known }, drawing, { pick, split }) {
  if (!pick) return {};
  const node = known.nodes.get(pick);
  if (node) return { node };
  const of = (some) => some.filter((one) => pick.startsWith(lineOf(one)));
  const drawn = of(visible(graph, drawing, answer.anchors).relationships);
  const all = of([...known.relationships.values()]);
  return { line: [lines(drawn, split), lines(drawn, []), lines(all, split), lines(all, [])].flat().find(({ id }) => id === pick) };
}
