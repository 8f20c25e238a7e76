// A network on a canvas: where its nodes stand was worked out beforehand, here it is only drawn.
// While one moves or zooms, the last picture is moved if drawing anew takes too long, and drawn sharp at rest.
import { boxOf, FACE, write } from './boxes.js';
import { Camera } from './camera.js';
import { DENSE, paintDense } from './dense.js';
import { roomFor, SIZE } from './labels.js';
import { bend, drawEnd, edgeOf, STROKES, turns } from './strokes.js';

/**
 * @typedef {object} DrawnNode
 * @property {number} id
 * @property {number} x @property {number} y
 * @property {number} w @property {number} h half width and half height
 * @property {string[]} lines of its label
 * @property {number} size of its letters
 * @property {'box' | 'dot'} shape
 * @property {number} round how round the corners are
 * @property {string} fill @property {string} edge @property {string} ink names of colours
 * @property {number} border
 * @property {number} opacity
 */
/**
 * @typedef {object} Scene
 * @property {DrawnNode[]} nodes
 * @property {{id: number, from: number, to: number, style: string, label: string, opacity: number, weight: number}[]} lines between numbers in `nodes`
 * @property {boolean} labelled whether lines show their words
 */

const REST = 90;
const SLOW = 14;
// A label smaller than so many pixels is not read.
const LEGIBLE = 5;
// Seen from so far that letters are smaller than this, boxes become dots and names stand beside them.
const AFAR = 9.5;
// No line is thinner than this, in pixels.
const THINNEST = 0.8;

export class Drawing {
  camera = new Camera();
  /** @type {Scene} */
  scene = { nodes: [], lines: [], labelled: false };
  /** how long the last full drawing took, and how many there were: for whoever measures */
  took = 0;
  drawn = 0;

  /**
   * @param {HTMLElement} frame
   * @param {{pick: (node: number | null, line: number | null) => void, colour: (name: string) => string}} asked
   */
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
    this.listen();
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
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const { x, y, w, h } of this.scene.nodes) {
      box.left = Math.min(box.left, x - w); box.right = Math.max(box.right, x + w);
      box.top = Math.min(box.top, y - h); box.bottom = Math.max(box.bottom, y + h);
    }
    this.camera.fit(box, largest);
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
    const { camera, context, seen } = this;
    const scale = camera.scale / seen.scale;
    const ratio = this.ratio || 1;
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
    const ratio = this.ratio || 1;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.drawLines();
    context.setTransform(ratio * camera.scale, 0, 0, ratio * camera.scale, ratio * (camera.width / 2 - camera.x * camera.scale), ratio * (camera.height / 2 - camera.y * camera.scale));
    this.drawNodes();
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

  inSight() {
    const { camera } = this;
    const [left, top] = camera.toDrawing(0, 0);
    const [right, bottom] = camera.toDrawing(camera.width, camera.height);
    return { left, top, right, bottom };
  }

  drawLines() {
    const { nodes, lines } = this.scene;
    const { left, top, right, bottom } = this.inSight();
    /** @type {number[]} */
    const seen = [];
    for (let at = 0; at < lines.length; at += 1) {
      const [a, b] = [nodes[lines[at].from], nodes[lines[at].to]];
      if (!(Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > right || Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > bottom)) seen.push(at);
    }
    if (seen.length > DENSE) { this.drawDense(seen); return; }
    const ratio = this.ratio || 1;
    const { camera, context } = this;
    context.setTransform(ratio * camera.scale, 0, 0, ratio * camera.scale, ratio * (camera.width / 2 - camera.x * camera.scale), ratio * (camera.height / 2 - camera.y * camera.scale));
    for (const line of seen) this.drawLine(line);
    if (this.scene.labelled && 12 * camera.scale > LEGIBLE) for (const line of seen) this.writeLine(line);
    context.globalAlpha = 1;
  }

  /** @param {number[]} seen */
  drawDense(seen) {
    const { camera, scene: { nodes, lines } } = this;
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
    this.dense.width = camera.width;
    this.dense.height = camera.height;
    const context = /** @type {CanvasRenderingContext2D} */ (this.dense.getContext('2d'));
    paintDense(context, ends, layers, names.map((name) => this.rgb((STROKES[name] || STROKES.faint).color)));
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.globalAlpha = 0.55;
    this.context.drawImage(this.dense, 0, 0, this.canvas.width, this.canvas.height);
    this.context.globalAlpha = 1;
  }

  /** @param {string} name */
  rgb(name) {
    const { context } = this;
    context.fillStyle = this.asked.colour(name);
    const hex = String(context.fillStyle);
    return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  }

  /** Where a line begins, bends and ends. @param {number} at @returns {number[]} */
  courseOf(at) {
    const { nodes, lines } = this.scene;
    const [a, b] = [nodes[lines[at].from], nodes[lines[at].to]];
    const [mx, my] = bend(a.x, a.y, b.x, b.y, this.turn.get(at) || 0);
    if (this.isAfar()) return [a.x, a.y, mx, my, b.x, b.y];
    return [...edgeOf(a.x, a.y, a.w, a.h, mx, my), mx, my, ...edgeOf(b.x, b.y, b.w + 2, b.h + 2, mx, my)];
  }

  /** @param {number} at */
  drawLine(at) {
    const { context } = this;
    const line = this.scene.lines[at];
    const stroke = STROKES[line.style] || STROKES.faint;
    const [x0, y0, mx, my, x1, y1] = this.courseOf(at);
    const colour = this.asked.colour(stroke.color);
    context.globalAlpha = line.opacity;
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = Math.max(stroke.width * line.weight, THINNEST / this.camera.scale);
    context.setLineDash(this.camera.scale < 0.4 ? stroke.dash.map((part) => part * 0.4 / this.camera.scale) : stroke.dash);
    context.beginPath();
    context.moveTo(x0, y0);
    context.quadraticCurveTo(mx, my, x1, y1);
    context.stroke();
    if (!this.isAfar() || stroke.end === 'bar') drawEnd(context, stroke.end, x1, y1, Math.atan2(y1 - my, x1 - mx), this.isAfar() ? 6 / this.camera.scale : 8 + 2 * line.weight);
  }

  /** @param {number} at */
  writeLine(at) {
    const { context } = this;
    const line = this.scene.lines[at];
    if (!line.label) return;
    const [x0, y0, mx, my, x1, y1] = this.courseOf(at);
    const [x, y] = [(x0 + 2 * mx + x1) / 4, (y0 + 2 * my + y1) / 4];
    const { lines, w, h } = labelOf(line.label);
    context.globalAlpha = 0.9;
    context.fillStyle = this.asked.colour('paper');
    context.fillRect(x - w + 8, y - h + 7, 2 * w - 16, 2 * h - 14);
    context.globalAlpha = 1;
    context.fillStyle = this.asked.colour('ink');
    context.font = `12px ${FACE}`;
    write(context, lines, x, y, 12);
  }

  drawNodes() {
    const { context, camera } = this;
    const { left, top, right, bottom } = this.inSight();
    if (this.isAfar()) { this.drawAfar(); return; }
    for (const node of this.scene.nodes) {
      if (node.x + node.w < left || node.x - node.w > right || node.y + node.h < top || node.y - node.h > bottom) continue;
      context.globalAlpha = node.opacity;
      context.setLineDash([]);
      context.fillStyle = this.asked.colour(node.fill);
      const tiny = node.h * camera.scale < 1;
      if (tiny) { context.fillRect(node.x - 1 / camera.scale, node.y - 1 / camera.scale, 2 / camera.scale, 2 / camera.scale); continue; }
      context.strokeStyle = this.asked.colour(node.edge);
      context.lineWidth = node.border;
      context.beginPath();
      if (node.shape === 'dot') context.arc(node.x, node.y, node.h, 0, 2 * Math.PI);
      else context.roundRect(node.x - node.w, node.y - node.h, 2 * node.w, 2 * node.h, node.round);
      context.fill();
      context.stroke();
      if (node.size * camera.scale > LEGIBLE) this.writeNode(node);
    }
  }

  /** Whether names would be too small in their boxes. */
  isAfar() {
    return !this.scene.labelled && 17 * this.camera.scale < AFAR;
  }

  /** Nodes as dots, those of actors and norms larger, and as many names as find room. */
  drawAfar() {
    const { context, camera, scene: { nodes } } = this;
    const ratio = this.ratio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.setLineDash([]);
    const within = (/** @type {number} */ x, /** @type {number} */ y) => x > -20 && y > -20 && x < camera.width + 20 && y < camera.height + 20;
    for (const node of nodes) {
      const [x, y] = camera.toFrame(node.x, node.y);
      if (!within(x, y)) continue;
      const half = node.shape === 'dot' ? Math.min(4, Math.max(1, node.h * camera.scale)) : 4.5;
      context.globalAlpha = node.opacity;
      context.fillStyle = this.asked.colour(node.fill);
      if (half < 1.2) { context.fillRect(x - 1, y - 1, 2, 2); continue; }
      context.strokeStyle = this.asked.colour(node.edge);
      context.lineWidth = node.shape === 'dot' ? 1 : 1.4;
      context.beginPath();
      if (node.shape === 'box' && !node.round) context.rect(x - half, y - half, 2 * half, 2 * half);
      else context.arc(x, y, half, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
    context.globalAlpha = 1;
    context.font = `${SIZE}px ${FACE}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineWidth = 3;
    context.strokeStyle = this.asked.colour('paper');
    context.fillStyle = this.asked.colour('ink');
    const names = roomFor(this.order(), (at) => {
      const [x, y] = camera.toFrame(nodes[at].x, nodes[at].y);
      return within(x, y) ? [x, y + 3, cut(nodes[at].lines.join(' '))] : null;
    });
    for (const [, x, y, words] of names) { context.strokeText(words, x, y); context.fillText(words, x, y); }
  }

  /** Nodes with a box, those with most lines first. @returns {number[]} */
  order() {
    if (this.ordered?.of === this.scene) return this.ordered.nodes;
    const { nodes, lines } = this.scene;
    const degrees = new Uint32Array(nodes.length);
    for (const { from, to } of lines) { degrees[from] += 1; degrees[to] += 1; }
    const ranked = nodes.flatMap((node, at) => (node.shape === 'box' ? [at] : [])).sort((one, other) => nodes[other].opacity - nodes[one].opacity || degrees[other] - degrees[one] || one - other);
    this.ordered = { of: this.scene, nodes: ranked };
    return ranked;
  }

  /** @param {DrawnNode} node */
  writeNode(node) {
    const { context } = this;
    context.font = `${node.size}px ${FACE}`;
    if (node.shape === 'box') {
      context.fillStyle = this.asked.colour(node.ink);
      write(context, node.lines, node.x, node.y, node.size);
      return;
    }
    // The words beneath a dot appear when there is room for them.
    if (this.camera.scale < 0.75) return;
    const y = node.y + node.h + 4 + node.lines.length * node.size * 0.61;
    context.lineWidth = 3;
    context.strokeStyle = this.asked.colour('paper');
    context.fillStyle = this.asked.colour('ink');
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    node.lines.forEach((line, at) => context.strokeText(line, node.x, y + (at - (node.lines.length - 1) / 2) * node.size * 1.22));
    write(context, node.lines, node.x, y, node.size);
  }

  /** What stands at a pixel of the frame. @param {number} px @param {number} py @returns {{node: number | null, line: number | null}} */
  at(px, py) {
    const [x, y] = this.camera.toDrawing(px, py);
    const { nodes, lines } = this.scene;
    const slack = (this.isAfar() ? 5 : 3) / this.camera.scale;
    const afar = this.isAfar();
    for (let at = nodes.length - 1; at >= 0; at -= 1) {
      const node = nodes[at];
      const [w, h] = afar ? [slack, slack] : [node.w + slack, node.h + slack];
      if (Math.abs(x - node.x) <= w && Math.abs(y - node.y) <= h) return { node: node.id, line: null };
    }
    if (lines.length > DENSE) return { node: null, line: null };
    const near = 6 / this.camera.scale;
    for (let at = 0; at < lines.length; at += 1) if (this.far(at, x, y) < near) return { node: null, line: lines[at].id };
    return { node: null, line: null };
  }

  /** How far a point is from a line. @param {number} at @param {number} x @param {number} y */
  far(at, x, y) {
    const [x0, y0, mx, my, x1, y1] = this.courseOf(at);
    let least = Infinity;
    for (let part = 0; part <= 24; part += 1) {
      const t = part / 24;
      const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
      least = Math.min(least, Math.hypot(a * x0 + b * mx + c * x1 - x, a * y0 + b * my + c * y1 - y));
    }
    return least;
  }

  /** The boxes of what is drawn, in the drawing's own measure: for whoever looks for overlaps. */
  boxes() {
    return this.scene.nodes.map(({ id, x, y, w, h }) => ({ id, left: x - w, right: x + w, top: y - h, bottom: y + h }));
  }

  listen() {
    const { frame, camera } = this;
    /** @type {Map<number, [number, number]>} */
    const held = new Map();
    let travelled = 0;
    const place = (/** @type {MouseEvent} */ event) => /** @type {[number, number]} */ ([event.clientX - frame.getBoundingClientRect().left, event.clientY - frame.getBoundingClientRect().top]);
    frame.addEventListener('wheel', (event) => {
      event.preventDefault();
      camera.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) * 0.004), ...place(event));
      this.moved();
    }, { passive: false });
    frame.addEventListener('pointerdown', (event) => { held.set(event.pointerId, place(event)); travelled = 0; frame.setPointerCapture(event.pointerId); });
    frame.addEventListener('pointermove', (event) => {
      const now = place(event);
      const before = held.get(event.pointerId);
      if (!before) { const { node, line } = this.at(...now); frame.classList.toggle('over', node !== null || line !== null); return; }
      const others = [...held].filter(([id]) => id !== event.pointerId);
      if (others.length) {
        const [ox, oy] = others[0][1];
        camera.zoom(Math.hypot(now[0] - ox, now[1] - oy) / (Math.hypot(before[0] - ox, before[1] - oy) || 1), (now[0] + ox) / 2, (now[1] + oy) / 2);
      } else camera.move(now[0] - before[0], now[1] - before[1]);
      travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
      held.set(event.pointerId, now);
      this.moved();
    });
    const release = (/** @type {PointerEvent} */ event) => held.delete(event.pointerId);
    frame.addEventListener('pointerup', (event) => {
      const was = held.get(event.pointerId);
      release(event);
      if (was && travelled < 5) { const { node, line } = this.at(...place(event)); this.asked.pick(node, line); }
    });
    frame.addEventListener('pointercancel', release);
  }
}

/** @param {string} words */
function cut(words) {
  return words.length > 34 ? `${words.slice(0, 32).trimEnd()}…` : words;
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
