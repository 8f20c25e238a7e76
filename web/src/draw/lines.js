// The lines of a network, drawn one by one while they are few enough, counted where they are not.
import { boxOf, FACE, write } from './boxes.js';
import { DENSE, paintDense } from './dense.js';
import { LEGIBLE } from './drawing.js';
import { clearWords } from './labels.js';
import { drawEnd, STROKES } from './strokes.js';

/** @typedef {import('./drawing.js').Drawing} Drawing */

// No line is thinner than this, in pixels.
const THINNEST = 0.8;

/** @param {Drawing} drawing */
export function drawLines(drawing) {
  const { camera, context, scene } = drawing;
  const seen = linesInSight(drawing);
  if (seen.length > DENSE) { drawDense(drawing, seen); return; }
  drawing.lookThrough();
  for (const at of seen) drawLine(drawing, at);
  if (scene.labelled) drawing.worded = wordsWithRoom(drawing);
  if (scene.labelled && 12 * camera.scale > LEGIBLE) for (const at of seen) if (drawing.worded.has(at)) writeLine(drawing, at);
  context.globalAlpha = 1;
}

/** @param {Drawing} drawing */
function linesInSight(drawing) {
  const { nodes, lines } = drawing.scene;
  const { left, top, right, bottom } = drawing.inSight();
  /** @type {number[]} */
  const seen = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [a, b] = [nodes[lines[at].from], nodes[lines[at].to]];
    if (!(Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > right || Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > bottom)) seen.push(at);
  }
  return seen;
}

/** @param {Drawing} drawing @param {number[]} seen */
function drawDense(drawing, seen) {
  const { camera, scene: { nodes, lines } } = drawing;
  const names = [...new Set(seen.map((at) => lines[at].style))];
  const ends = new Float32Array(4 * seen.length);
  const layers = new Uint8Array(seen.length);
  const [ox, oy] = [camera.width / 2 - camera.x * camera.scale, camera.height / 2 - camera.y * camera.scale];
  seen.forEach((line, at) => {
    const { from, to, style } = lines[line];
    const [a, b] = [nodes[from], nodes[to]];
    ends[4 * at] = a.x * camera.scale + ox; ends[4 * at + 1] = a.y * camera.scale + oy;
    ends[4 * at + 2] = b.x * camera.scale + ox; ends[4 * at + 3] = b.y * camera.scale + oy;
    layers[at] = names.indexOf(style);
  });
  drawing.dense.width = camera.width;
  drawing.dense.height = camera.height;
  const context = /** @type {CanvasRenderingContext2D} */ (drawing.dense.getContext('2d'));
  paintDense(context, ends, layers, names.map((name) => rgb(drawing, (STROKES[name] || STROKES.faint).color)));
  drawing.context.setTransform(1, 0, 0, 1, 0, 0);
  drawing.context.globalAlpha = 0.55;
  drawing.context.drawImage(drawing.dense, 0, 0, drawing.canvas.width, drawing.canvas.height);
  drawing.context.globalAlpha = 1;
}

/** @param {Drawing} drawing @param {string} name */
function rgb({ asked, context }, name) {
  context.fillStyle = asked.colour(name);
  const hex = String(context.fillStyle);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** @param {Drawing} drawing @param {number} at */
function drawLine(drawing, at) {
  const { asked, camera, context } = drawing;
  const line = drawing.scene.lines[at];
  const stroke = STROKES[line.style] || STROKES.faint;
  const [x0, y0, mx, my, x1, y1] = drawing.courseOf(at);
  const colour = asked.colour(stroke.color);
  context.globalAlpha = line.opacity;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = Math.max(stroke.width * line.weight, THINNEST / camera.scale);
  context.setLineDash(camera.scale < 0.4 ? stroke.dash.map((part) => part * 0.4 / camera.scale) : stroke.dash);
  context.beginPath();
  context.moveTo(x0, y0);
  context.quadraticCurveTo(mx, my, x1, y1);
  context.stroke();
  const afar = drawing.isAfar();
  if (!afar || stroke.end === 'bar') drawEnd(context, stroke.end, x1, y1, Math.atan2(y1 - my, x1 - mx), afar ? 6 / camera.scale : 8 + 2 * line.weight);
}

/**
 * The lines whose words are written: all, or in a crowded scene those that find room, the first of them first.
 * @param {Drawing} drawing @returns {Set<number>}
 */
export function wordsWithRoom(drawing) {
  const { lines, nodes, crowded } = drawing.scene;
  const all = lines.flatMap(({ label }, at) => (label ? [at] : []));
  if (!crowded) return new Set(all);
  return clearWords(all, (at) => {
    const { x, y, w, h } = wordsOfLine(drawing, at);
    return [x - w + 8, y - h + 7, x + w - 8, y + h - 7];
  }, nodes.map(({ x, y, w, h }) => [x - w, y - h, x + w, y + h]));
}

/** Where the words of a line stand: their lines, middle, half width and half height. @param {Drawing} drawing @param {number} at */
export function wordsOfLine(drawing, at) {
  const [x0, y0, mx, my, x1, y1] = drawing.courseOf(at, false);
  return { x: (x0 + 2 * mx + x1) / 4, y: (y0 + 2 * my + y1) / 4, ...labelOf(drawing.scene.lines[at].label) };
}

/** @param {Drawing} drawing @param {number} at */
function writeLine(drawing, at) {
  const { asked, context } = drawing;
  const { lines, w, h, x, y } = wordsOfLine(drawing, at);
  context.globalAlpha = 0.9;
  context.fillStyle = asked.colour('paper');
  context.fillRect(x - w + 8, y - h + 7, 2 * w - 16, 2 * h - 14);
  context.globalAlpha = drawing.scene.lines[at].opacity < 0.5 ? 0.5 : 1;
  context.fillStyle = asked.colour('ink');
  context.font = `12px ${FACE}`;
  write(context, lines, x, y, 12);
}

/** @type {Map<string, {lines: string[], w: number, h: number}>} */
const labels = new Map();

/** @param {string} words */
function labelOf(words) {
  const known = labels.get(words);
  if (known) return known;
  const box = boxOf(words, 12, 200);
  labels.set(words, box);
  return box;
}
