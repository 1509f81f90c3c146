const APART = { across: 190, down: 110 };

/**
 * Arranges routes from left to right, each step a column.
 *
 * @param {string[][]} routes ids from one end to the other
 */
export function arrange(routes) {
  const columns = [];
  routes.forEach((route) => route.forEach((id, step) => (columns[step] ??= new Set()).add(id)));
  const positions = new Map();
  columns.forEach((column, step) => [...column].forEach((id, row) => {
    if (!positions.has(id)) positions.set(id, { x: step * APART.across, y: (row - (column.size - 1) / 2) * APART.down });
  }));
  return { positions, headings: [] };
}
