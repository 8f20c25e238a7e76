// How nodes and lines of the network look, in a picture of some of it and in the whole graph.
import { clip } from '../dom.js';
import { boxOf } from '../draw/boxes.js';
import { data } from '../page.js';

/** @typedef {import('../draw/scene.js').DrawnNode} DrawnNode */
/** @typedef {import('../draw/scene.js').Scene} Scene */

// More lines than these are not all given words: those that find room have them, the others tell them when walked.
const CROWDED = 26;

/** @param {string} kind @param {boolean} around @param {boolean} centre @returns {Partial<DrawnNode>} */
function lookOf(kind, around, centre) {
  switch (kind) {
    case 'actor': return { fill: 'ink', edge: 'ink', ink: 'paper', size: around ? 15 : 24, round: 16 };
    case 'voice': return { fill: 'surface', edge: 'ink', ink: 'ink', size: around ? 14 : 22, round: 16, border: 2 };
    case 'norm': return { fill: 'inferred-soft', edge: 'inferred', ink: 'ink', size: around ? 13 : 17, round: 0 };
    default: return { fill: centre ? 'accent-soft' : 'surface', edge: centre ? 'accent' : 'rule', ink: 'ink', size: 13.5, round: 5 };
  }
}

/** @param {number} at @param {number} x @param {number} y @param {boolean} around @param {boolean} centre @returns {DrawnNode} */
export function nodeOf(at, x, y, around, centre) {
  const node = data.network.nodes[at];
  const base = { id: at, x, y, shape: /** @type {const} */ ('box'), border: centre ? 2.5 : 1, opacity: 1, round: 5, fill: 'surface', edge: 'rule', ink: 'ink', size: 12, marked: centre && node.kind !== 'proposition' };
  if (node.kind === 'proposition' && !around) {
    const half = centre ? 13 : 8;
    return Object.assign(new Dot(), base, { shape: /** @type {const} */ ('dot'), w: half, h: half, size: 11, border: 2, fill: centre ? 'accent' : 'surface', edge: centre ? 'accent' : 'faint' });
  }
  const look = lookOf(node.kind, around, centre);
  const widest = node.kind === 'proposition' ? (centre ? 183 : 143) : around ? 208 : 258;
  if (!around) return { ...base, ...look, ...boxInWhole(at, look.size || 12, widest) };
  return { ...base, ...look, ...boxOf(clip(node.label, node.kind === 'proposition' && centre ? 190 : 120), look.size || 12, widest) };
}

/** A claim in the whole network: its words are broken into lines when they are first read, and most never are. */
class Dot {
  id = -1;
  get lines() { return linesOf(this.id); }
}

/** Boxes of the whole network, which is shown anew with each selection. @type {Map<number, ReturnType<typeof boxOf>>} */
const boxes = new Map();

/** @param {number} at @param {number} size @param {number} widest */
function boxInWhole(at, size, widest) {
  const known = boxes.get(at);
  if (known) return known;
  const box = boxOf(clip(data.network.nodes[at].label, 120), size, widest);
  boxes.set(at, box);
  return box;
}

/** @type {Map<number, string[]>} */
const words = new Map();

/** The words beneath a dot. @param {number} at */
function linesOf(at) {
  const known = words.get(at);
  if (known) return known;
  const { lines } = boxOf(clip(data.network.nodes[at].label, 56), 11, 140);
  words.set(at, lines);
  return lines;
}

/** How faint is what the filters leave out. */
const PALE = 0.35;

/** Make pale the claims that the filters leave out, and their lines; what is selected stays as it is. @param {Scene} scene @param {Set<number>} passed claims @param {number} centre */
export function fade(scene, passed, centre) {
  for (const node of scene.nodes) {
    const { claim } = data.network.nodes[node.id];
    if (claim !== null && !passed.has(claim) && node.id !== centre) node.opacity *= PALE;
  }
  for (const line of scene.lines) {
    const ends = [scene.nodes[line.from].id, scene.nodes[line.to].id];
    const out = (/** @type {number} */ at) => { const { claim } = data.network.nodes[at]; return claim !== null && !passed.has(claim) && at !== centre; };
    if (ends.some(out)) line.opacity *= PALE;
  }
  return scene;
}

/**
 * The scene of a part of the network.
 * @param {import('./shown.js').Shown} shown @param {number} centre the node that is selected
 * @param {(at: number) => Partial<DrawnNode>} more what marks a node
 * @returns {Scene}
 */
export function sceneOfSome({ places, lines }, centre, more) {
  const nodes = [...places].map(([at, [x, y]]) => ({ ...nodeOf(at, x, y, true, at === centre), ...more(at) }));
  return sceneOf(nodes, lines, (line) => ({ label: clip(line.label, 160), opacity: 1, weight: 1 }), true);
}

/**
 * The scene of the whole network; what is around the selected stands out.
 * @param {any} near @param {number} centre @param {(at: number) => Partial<DrawnNode>} more
 * @returns {Scene}
 */
export function sceneOfAll(near, centre, more) {
  const kept = near ? new Set(near.nodes.map((/** @type {number[]} */ [at]) => at)) : null;
  const lit = near ? new Set(near.lines) : null;
  const nodes = data.network.nodes.flatMap((node, at) => (node.kind === 'gone' ? [] : [Object.assign(nodeOf(at, node.x, node.y, false, at === centre), { opacity: !kept || kept.has(at) ? 1 : 0.6 }, more(at))]));
  const lines = data.network.lines.flatMap((line, at) => (line.kind === 'finding' || line.kind === 'gone' ? [] : [at]));
  return sceneOf(nodes, lines, (_, at) => ({ label: '', opacity: !lit ? 0.55 : lit.has(at) ? 1 : 0.34, weight: lit && lit.has(at) ? 1.1 : 0.7 }), false);
}

/**
 * @param {DrawnNode[]} nodes @param {number[]} lines
 * @param {(line: any, at: number) => {label: string, opacity: number, weight: number}} look @param {boolean} labelled
 * @returns {Scene}
 */
function sceneOf(nodes, lines, look, labelled) {
  const number = new Int32Array(data.network.nodes.length).fill(-1);
  nodes.forEach(({ id }, at) => { number[id] = at; });
  /** @type {Scene['lines']} */
  const drawn = [];
  for (const at of lines) {
    const line = data.network.lines[at];
    const [from, to] = [number[line.from], number[line.to]];
    if (from >= 0 && to >= 0) drawn.push({ id: at, from, to, style: line.style, ...look(line, at) });
  }
  return { nodes, labelled, crowded: labelled && lines.length > CROWDED, lines: drawn };
}
