// What stands at a place of a drawing.
import { DENSE } from './dense.js';

/** @typedef {import('./drawing.js').Drawing} Drawing */

/**
 * @param {Drawing} drawing @param {number} px @param {number} py a pixel of the frame
 * @returns {{node: number | null, line: number | null}} by their ids
 */
export function hitAt(drawing, px, py) {
  const { camera, scene: { nodes, lines } } = drawing;
  const [x, y] = camera.toDrawing(px, py);
  const afar = drawing.isAfar();
  const slack = (afar ? 5 : 3) / camera.scale;
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at];
    const [w, h] = afar ? [slack, slack] : [node.w + slack, node.h + slack];
    if (Math.abs(x - node.x) <= w && Math.abs(y - node.y) <= h) return { node: node.id, line: null };
  }
  if (lines.length > DENSE) return { node: null, line: null };
  const near = 6 / camera.scale;
  for (let at = 0; at < lines.length; at += 1) if (farFrom(drawing.courseOf(at), x, y) < near) return { node: null, line: lines[at].id };
  return { node: null, line: null };
}

/** How far a point is from a line. @param {number[]} course @param {number} x @param {number} y */
function farFrom([x0, y0, mx, my, x1, y1], x, y) {
  let least = Infinity;
  for (let part = 0; part <= 24; part += 1) {
    const t = part / 24;
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    least = Math.min(least, Math.hypot(a * x0 + b * mx + c * x1 - x, a * y0 + b * my + c * y1 - y));
  }
  return least;
}
