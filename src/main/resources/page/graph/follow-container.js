/**
 * Tells Cytoscape where its container lies before that matters: it remembers, and does not hear when something above
 * grows or shrinks.
 */
export function followContainer(cy, container) {
  let known = null;
  const noticeMove = () => {
    const { left, top } = container.getBoundingClientRect();
    if (known?.left === left && known.top === top) return;
    known = { left, top };
    cy.resize();
  };
  container.addEventListener('pointerenter', noticeMove);
  container.addEventListener('pointerdown', noticeMove, { capture: true });
  container.addEventListener('wheel', noticeMove, { capture: true, passive: true });
}
