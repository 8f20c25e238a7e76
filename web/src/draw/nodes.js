// The nodes of a network, seen from near: boxes and dots with their words, and what marks them.
import { FACE, write } from './boxes.js';
import { LEGIBLE } from './drawing.js';

/** @typedef {import('./drawing.js').Drawing} Drawing */
/** @typedef {import('./scene.js').DrawnNode} DrawnNode */

/** @param {Drawing} drawing */
export function drawNodes(drawing) {
  const { asked, camera, context, scene } = drawing;
  const { left, top, right, bottom } = drawing.inSight();
  drawing.lookThrough();
  for (const node of scene.nodes) {
    if (node.x + node.w < left || node.x - node.w > right || node.y + node.h < top || node.y - node.h > bottom) continue;
    context.globalAlpha = node.opacity;
    context.setLineDash([]);
    context.fillStyle = asked.colour(node.fill);
    const tiny = node.h * camera.scale < 1;
    if (tiny) { context.fillRect(node.x - 1 / camera.scale, node.y - 1 / camera.scale, 2 / camera.scale, 2 / camera.scale); continue; }
    context.strokeStyle = asked.colour(node.edge);
    context.lineWidth = node.border;
    outline(context, node, 0);
    context.fill();
    context.stroke();
    if (node.size * camera.scale > LEGIBLE) writeNode(drawing, node);
    drawMarks(drawing, node);
  }
}

/** The outline of a node, so far out. @param {CanvasRenderingContext2D} context @param {DrawnNode} node @param {number} out */
function outline(context, { shape, x, y, w, h, round }, out) {
  context.beginPath();
  if (shape === 'dot') context.arc(x, y, h + out, 0, 2 * Math.PI);
  else context.roundRect(x - w - out, y - h - out, 2 * (w + out), 2 * (h + out), round ? round + out : 0);
}

/** The ring of what is selected, the pin of what stays where it was put, and how much is not drawn. @param {Drawing} drawing @param {DrawnNode} node */
function drawMarks({ asked, camera, context }, node) {
  if (node.marked) {
    context.strokeStyle = asked.colour('accent');
    context.lineWidth = 2.5;
    outline(context, node, 4);
    context.stroke();
  }
  if (node.pinned) {
    const [x, y] = [node.x + node.w, node.y - node.h];
    context.fillStyle = asked.colour('paper');
    context.strokeStyle = asked.colour('ink');
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(x - 2, y + 2);
    context.lineTo(x - 9, y + 9);
    context.stroke();
    context.beginPath();
    context.arc(x, y, 5, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  if (node.badge && 11 * camera.scale > LEGIBLE) {
    context.font = `11px ${FACE}`;
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    context.lineWidth = 4;
    context.strokeStyle = asked.colour('paper');
    context.fillStyle = asked.colour('muted');
    context.strokeText(node.badge, node.x + node.w, node.y + node.h + 9);
    context.fillText(node.badge, node.x + node.w, node.y + node.h + 9);
  }
}

/** The ring around the node that the keyboard is at: in pixels, so that it is seen from any distance. @param {Drawing} drawing */
export function drawCursor(drawing) {
  const { asked, camera, context, ratio } = drawing;
  const node = drawing.scene.nodes[drawing.cursor];
  if (!node) return;
  const [x, y] = camera.toFrame(node.x, node.y);
  const afar = drawing.isAfar();
  const [w, h] = afar ? [6, 6] : [node.w * camera.scale, node.h * camera.scale];
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 1;
  context.setLineDash([]);
  for (const [out, width, name] of /** @type {[number, number, string][]} */ ([[8, 6, 'paper'], [8, 3, 'accent']])) {
    context.lineWidth = width;
    context.strokeStyle = asked.colour(name);
    context.beginPath();
    context.roundRect(x - w - out, y - h - out, 2 * (w + out), 2 * (h + out), 8);
    context.stroke();
  }
}

/** @param {Drawing} drawing @param {DrawnNode} node */
function writeNode({ asked, camera, context }, node) {
  context.font = `${node.size}px ${FACE}`;
  if (node.shape === 'box') {
    context.fillStyle = asked.colour(node.ink);
    write(context, node.lines, node.x, node.y, node.size);
    return;
  }
  // The words beneath a dot appear when there is room for them.
  if (camera.scale < 0.75) return;
  const y = node.y + node.h + 4 + node.lines.length * node.size * 0.61;
  context.lineWidth = 3;
  context.strokeStyle = asked.colour('paper');
  context.fillStyle = asked.colour('ink');
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  node.lines.forEach((line, at) => context.strokeText(line, node.x, y + (at - (node.lines.length - 1) / 2) * node.size * 1.22));
  write(context, node.lines, node.x, y, node.size);
}
