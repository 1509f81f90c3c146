/* Lays out a graph away from the page, which goes on while this computes. Takes one order, gives one answer. */

self.onmessage = ({ data: order }) => {
  if (order.libraries) {
    importScripts(...order.libraries);
    self.cytoscape.use(self.cytoscapeFcose);
    return;
  }
  self.postMessage({ number: order.number, positions: laidOut(order) });
};

function laidOut({ nodes, lines, fixed, thorough }) {
  const graph = self.cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: 'node', style: { width: 96, height: 64, shape: 'rectangle' } }],
    elements: [
      ...nodes.map(({ id, at }) => ({ group: 'nodes', data: { id }, position: at ?? { x: 0, y: 0 } })),
      ...lines.map(({ from, to }) => ({ group: 'edges', data: { source: from, target: to } })),
    ],
  });
  graph.layout({
    name: 'fcose',
    animate: false,
    quality: thorough ? 'proof' : 'draft',
    randomize: !fixed.length || !thorough,
    idealEdgeLength: 130,
    nodeRepulsion: 12000,
    nodeSeparation: 110,
    fixedNodeConstraint: fixed.length ? fixed.map(({ id, at }) => ({ nodeId: id, position: at })) : undefined,
  }).run();
  const positions = graph.nodes().map((node) => [node.id(), { ...node.position() }]);
  graph.destroy();
  return positions;
}
