// Labels reach a canvas as text; nothing of the data is parsed as markup.
const data = JSON.parse(document.getElementById('data').textContent);
const face = '"Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const network = new vis.Network(document.getElementById('network'), { nodes: data.nodes, edges: data.edges }, {
  physics: { enabled: false },
  layout: { randomSeed: 1, improvedLayout: false },
  interaction: { hover: true, tooltipDelay: 1e9, selectConnectedEdges: false },
  nodes: { margin: { top: 7, bottom: 7, left: 10, right: 10 }, font: { size: 13, face }, widthConstraint: { maximum: 330 }, chosen: false },
  edges: { width: 1.6, smooth: { enabled: true, type: 'cubicBezier', forceDirection: 'horizontal', roundness: 0.45 }, chosen: false, arrows: { to: { scaleFactor: 0.55 } }, font: { size: 11, face, background: '#f7f6f2', strokeWidth: 0 } },
});
network.fit({ animation: false, maxZoomLevel: 1.1 });
