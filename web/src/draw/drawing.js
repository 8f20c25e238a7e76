// A network on a canvas: where its nodes stand was worked out beforehand, here it is only drawn.
// While one moves or zooms, the last picture is moved if drawing anew takes too long, and drawn sharp at rest.
import { drawAfar } from './afar.js';
import { Camera } from './camera.js';
import { DENSE } from './dense.js';
import { takeHands } from './hands.js';
import { hitAt } from './hits.js';
import { drawLines } from './lines.js';
import { drawCursor, drawNodes } from './nodes.js';
import { extentOf } from './scene.js';
import { bend, edgeOf, turns } from './strokes.js';

/** @typedef {import('./scene.js').DrawnNode} DrawnNode */
/** @typedef {import('./scene.js').Scene} Scene */
/**
 * What a drawing asks of whoever shows it.
 * @typedef {object} Asked
 * @property {(name: string) => string} colour
 * @property {(node: number | null, line: number | null, by: string) => void} pick `by`: mouse, touch or pen
 * @property {(node: number, x: number, y: number) => void} [put] a node was dragged there
 * @property {(node: number) => void} [open] a node was asked for twice
 * @property {(node: number | null, line: number | null) => void} [over] what the pointer is above, each time that changes
 */

const REST = 90;
const SLOW = 14;
/** A label smaller than so many pixels is not read. */
export const LEGIBLE = 5;
// Seen from so far that letters are smaller than this, boxes become dots and names stand beside them.
const AFAR = 9.5;

export class Drawing {
  camera = new Camera();
  /** @type {Scene} */
  scene = { nodes: [], lines: [], labelled: false };
  /** how long the last full drawing took, and how many there were: for whoever measures */
  took = 0;
  drawn = 0;
  ratio = 1;
  /** the node that the keyboard is at, by its number in the scene; -1 for none */
  cursor = -1;
  /** lines whose words found room, by their number in the scene: for whoever takes the picture away */
  worded = new Set();

  /** @param {HTMLElement} frame @param {Asked} asked */
  constructor(frame, asked) {
    this.frame = frame;
    this.asked = asked;
    this.canvas = document.createElement('canvas');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
    this.still = document.createElement('canvas');
    this.dense = document.createElement('canvas');
    this.pending = 0;
    this.rest = 0;
    this.seen = { x: 0, y: 0, scale: 1 };
    /** @type {Map<number, number>} */
    this.turn = new Map();
    /** @type {{of: Scene, nodes: number[]} | null} */
    this.ordered = null;
    frame.append(this.canvas);
    takeHands(this);
  }

  /** @param {Scene} scene */
  show(scene) {
    this.scene = scene;
    this.turn = scene.lines.length > DENSE ? new Map() : turns(scene.lines.map((_, at) => at), scene.lines.map((line) => line.from), scene.lines.map((line) => line.to));
    this.redraw();
  }

  /** Take the size of the frame. */
  measure() {
    const [width, height] = [this.frame.clientWidth, this.frame.clientHeight];
    const ratio = Math.min(2, globalThis.devicePixelRatio || 1);
    if (!width || !height) return false;
    Object.assign(this.camera, { width, height });
    this.ratio = ratio;
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    }
    return true;
  }

  /** Show all of the scene. @param {number} [largest] scale */
  fit(largest = 1.12) {
    if (!this.measure() || !this.scene.nodes.length) return;
    this.camera.fit(extentOf(this.scene.nodes), largest);
    this.redraw();
  }

  redraw() {
    cancelAnimationFrame(this.pending);
    this.pending = requestAnimationFrame(() => this.draw());
  }

  /** The camera has moved: draw anew, or, where that takes long, move the picture and draw at rest. */
  moved() {
    clearTimeout(this.rest);
    if (this.took < SLOW) { this.redraw(); return; }
    cancelAnimationFrame(this.pending);
    this.pending = requestAnimationFrame(() => this.shift());
    this.rest = setTimeout(() => this.redraw(), REST);
  }

  shift() {
    const { camera, context, seen, ratio } = this;
    const scale = camera.scale / seen.scale;
    const [x, y] = camera.toFrame(seen.x, seen.y);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(scale, 0, 0, scale, (x - camera.width / 2 * scale) * ratio, (y - camera.height / 2 * scale) * ratio);
    context.drawImage(this.still, 0, 0);
  }

  draw() {
    if (!this.measure()) return;
    const began = performance.now();
    const { context, camera } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    drawLines(this);
    if (this.isAfar()) drawAfar(this); else drawNodes(this);
    drawCursor(this);
    context.globalAlpha = 1;
    this.took = performance.now() - began;
    this.drawn += 1;
    this.seen = { x: camera.x, y: camera.y, scale: camera.scale };
    if (this.took >= SLOW) {
      this.still.width = this.canvas.width;
      this.still.height = this.canvas.height;
      /** @type {CanvasRenderingContext2D} */ (this.still.getContext('2d')).drawImage(this.canvas, 0, 0);
    }
  }

  /** Measure what follows in the drawing's own measure rather than in pixels. */
  lookThrough() {
    const { context, camera, ratio } = this;
    context.setTransform(ratio * camera.scale, 0, 0, ratio * camera.scale, ratio * (camera.width / 2 - camera.x * camera.scale), ratio * (camera.height / 2 - camera.y * camera.scale));
  }

  inSight() {
    const { camera } = this;
    const [left, top] = camera.toDrawing(0, 0);
    const [right, bottom] = camera.toDrawing(camera.width, camera.height);
    return { left, top, right, bottom };
  }

  /** Where a line begins, bends and ends. @param {number} at @param {boolean} [afar] between dots rather than boxes @returns {number[]} */
  courseOf(at, afar = this.isAfar()) {
    const { nodes, lines } = this.scene;
    const [a, b] = [nodes[lines[at].from], nodes[lines[at].to]];
    const [mx, my] = bend(a.x, a.y, b.x, b.y, this.turn.get(at) || 0);
    if (afar) return [a.x, a.y, mx, my, b.x, b.y];
    return [...edgeOf(a.x, a.y, a.w, a.h, mx, my), mx, my, ...edgeOf(b.x, b.y, b.w + 2, b.h + 2, mx, my)];
  }

  /** Whether names would be too small in their boxes; a picture of a few things is small rather than without boxes. */
  isAfar() {
    const { labelled, crowded } = this.scene;
    return labelled ? Boolean(crowded) && 13.5 * this.camera.scale < LEGIBLE + 0.5 : 17 * this.camera.scale < AFAR;
  }

  /** What stands at a pixel of the frame. @param {number} px @param {number} py */
  at(px, py) {
    return hitAt(this, px, py);
  }

  /** The boxes of what is drawn, in the drawing's own measure: for whoever looks for overlaps. */
  boxes() {
    return this.scene.nodes.map(({ id, x, y, w, h }) => ({ id, left: x - w, right: x + w, top: y - h, bottom: y + h }));
  }

  /** Bring a node into sight, and no further than that. @param {number} at its number in the scene */
  reveal(at) {
    const node = this.scene.nodes[at];
    const { camera } = this;
    if (!node) return;
    const [x, y] = camera.toFrame(node.x, node.y);
    const [w, h] = [Math.min(node.w * camera.scale + 16, camera.width / 2), Math.min(node.h * camera.scale + 16, camera.height / 2)];
    camera.move(Math.max(w, Math.min(camera.width - w, x)) - x, Math.max(h, Math.min(camera.height - h, y)) - y);
    this.redraw();
  }
}
