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
  const { asked, camera, context, ratio, scene } = drawing;
  /** Each look is drawn once and stamped: thousands of outlines are slow. @type {Map<string, ImageBitmap>} */
  const stamps = new Map();
  const [ox, oy] = [camera.width / 2 - camera.x * camera.scale, camera.height / 2 - camera.y * camera.scale];
  // Who speak jointly are many: from far away they would hide the lines and all else.
  const joint = Math.min(4.5, Math.max(1.8, 40 * camera.scale));
  for (const node of scene.nodes) {
    const [x, y] = [node.x * camera.scale + ox, node.y * camera.scale + oy];
    if (!within(drawing, x, y)) continue;
    const half = node.shape === 'dot' ? Math.min(4, Math.max(1, node.h * camera.scale)) : node.fill === 'surface' ? joint : 4.5;
    context.globalAlpha = node.opacity;
    if (half < 1.2) { context.fillStyle = asked.colour(node.fill); context.fillRect(x - 1, y - 1, 2, 2); continue; }
    const square = node.shape === 'box' && !node.round;
    const look = `${node.fill} ${node.edge} ${node.shape} ${square} ${half}`;
    let stamp = stamps.get(look);
    if (!stamp) {
      stamp = stampOf(asked.colour(node.fill), asked.colour(node.edge), node.shape === 'dot' ? 1 : 1.4, half, square, ratio);
      stamps.set(look, stamp);
    }
    context.drawImage(stamp, x - half - 1, y - half - 1, stamp.width / ratio, stamp.height / ratio);
  }
  context.globalAlpha = 1;
}

/** @param {string} fill @param {string} edge @param {number} width of the edge @param {number} half @param {boolean} square @param {number} ratio */
function stampOf(fill, edge, width, half, square, ratio) {
  const side = Math.ceil((2 * half + 2) * ratio);
  const canvas = new OffscreenCanvas(side, side);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(ratio, 0, 0, ratio, (half + 1) * ratio, (half + 1) * ratio);
  context.fillStyle = fill;
  context.strokeStyle = edge;
  context.lineWidth = width;
  context.beginPath();
  if (square) context.rect(-half, -half, 2 * half, 2 * half);
  else context.arc(0, 0, half, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  return canvas.transferToImageBitmap();
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
