/** Where the elements of a graph lie. */

/** With more elements than this, the whole is measured roughly. */
const MANY = 1000;

/** Where everything lies; with many elements, without the size of their labels, which takes long to find. */
export function wholeOf(cy) {
  const all = cy.elements();
  if (all.length < MANY) return all.boundingBox();
  const places = cy.nodes().map((node) => node.position());
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { x1, x2, y1, y2, w: x2 - x1, h: y2 - y1 };
}

/**
 * Whether all of these entities can be seen as the graph is moved and enlarged.
 *
 * @param {{left: number, top: number}} covered how much of the canvas other things lie on
 */
export function isInView(cy, nodes, { left, top }) {
  const [wide, high] = [cy.width(), cy.height()];
  return nodes.every(({ id }) => {
    const { x, y } = cy.getElementById(id).renderedPosition();
    return x >= left && x <= wide && y >= top && y <= high;
  });
}
