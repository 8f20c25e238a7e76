// A network seen from afar: nodes as dots, those of actors and norms larger, and as many names as find room.
import { FACE } from './boxes.js';
import { roomFor, SIZE } from './labels.js';

/** @typedef {import('./drawing.js').Drawing} Drawing */

/** @param {Drawing} drawing */
export function drawAfar(drawing) {
  const { context, ratio } = drawing;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.setLineDash([]);
  drawDots(drawing);
  writeNames(drawing);
}

/** @param {Drawing} drawing @param {number} x @param {number} y pixels */
const within = ({ camera }, x, y) => x > -20 && y > -20 && x < camera.width + 20 && y < camera.height + 20;

/** @param {Drawing} drawing */
function drawDots(drawing) {
  const { asked, camera, context, scene } = drawing;
  for (const node of scene.nodes) {
    const [x, y] = camera.toFrame(node.x, node.y);
    if (!within(drawing, x, y)) continue;
    const half = node.shape === 'dot' ? Math.min(4, Math.max(1, node.h * camera.scale)) : 4.5;
    context.globalAlpha = node.opacity;
    context.fillStyle = asked.colour(node.fill);
    if (half < 1.2) { context.fillRect(x - 1, y - 1, 2, 2); continue; }
    // The pale edge of a box would not be seen around a dot.
    context.strokeStyle = asked.colour(node.edge === 'rule' ? 'faint' : node.edge);
    context.lineWidth = node.shape === 'dot' ? 1 : 1.4;
    context.beginPath();
    if (node.shape === 'box' && !node.round) context.rect(x - half, y - half, 2 * half, 2 * half);
    else context.arc(x, y, half, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** @param {Drawing} drawing */
function writeNames(drawing) {
  const { asked, camera, context, scene: { nodes } } = drawing;
  context.font = `${SIZE}px ${FACE}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = asked.colour('paper');
  context.fillStyle = asked.colour('ink');
  const names = roomFor(order(drawing), (at) => {
    const [x, y] = camera.toFrame(nodes[at].x, nodes[at].y);
    return within(drawing, x, y) ? [x, y + 3, cut(nodes[at].lines.join(' '))] : null;
  });
  for (const [, x, y, words] of names) { context.strokeText(words, x, y); context.fillText(words, x, y); }
}

/** Nodes with a box, those with most lines first. @param {Drawing} drawing @returns {number[]} */
function order(drawing) {
  if (drawing.ordered?.of === drawing.scene) return drawing.ordered.nodes;
  const { nodes, lines } = drawing.scene;
  const degrees = new Uint32Array(nodes.length);
  for (const { from, to } of lines) { degrees[from] += 1; degrees[to] += 1; }
  const ranked = nodes.flatMap((node, at) => (node.shape === 'box' ? [at] : [])).sort((one, other) => nodes[other].opacity - nodes[one].opacity || degrees[other] - degrees[one] || one - other);
  drawing.ordered = { of: drawing.scene, nodes: ranked };
  return ranked;
}

/** @param {string} words */
function cut(words) {
  return words.length > 34 ? `${words.slice(0, 32).trimEnd()}…` : words;
}
