// Which labels find room on a drawing seen from afar: the nodes with most lines first, none on another.
import { widthOf } from './boxes.js';

const CELL = 48;
// Cells for words in the drawing's own measure, about as large as a box.
const WIDE = 160;
/** Letters of a label seen from afar, in pixels of the frame. */
export const SIZE = 11;
// No more are placed: a page full of names is not read.
const MOST = 90;
// After so many that found none in turn, hardly any other would: the frame is full.
const IN_VAIN = 400;

/**
 * Return the numbers of nodes whose label finds room, with the label cut to one line.
 * @param {Iterable<number>} order of nodes, the most joined first
 * @param {(at: number) => [number, number, string] | null} placed where a node stands in the frame and what it is called, null when out of sight
 * @param {(words: string) => number} [measure] the width of words in pixels
 * @returns {[number, number, number, string][]} node, x and y of the middle of its label, and the label
 */
export function roomFor(order, placed, measure = (words) => widthOf(words, SIZE)) {
  /** @type {Map<string, [number, number, number, number][]>} */
  const taken = new Map();
  /** @type {[number, number, number, string][]} */
  const found = [];
  let vain = 0;
  for (const at of order) {
    if (found.length >= MOST || vain >= IN_VAIN) break;
    const place = placed(at);
    if (!place) continue;
    vain += 1;
    const [x, below, words] = place;
    const half = measure(words) / 2 + 4;
    const y = below + SIZE;
    const box = /** @type {[number, number, number, number]} */ ([x - half, y - SIZE * 0.75, x + half, y + SIZE * 0.75]);
    const cells = cellsOf(box);
    if (cells.some((cell) => (taken.get(cell) || []).some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]))) continue;
    for (const cell of cells) taken.set(cell, [...(taken.get(cell) || []), box]);
    found.push([at, x, y, words]);
    vain = 0;
  }
  return found;
}

/**
 * Return those whose words stand clear of the nodes and of the words before them.
 * @param {number[]} order the weightiest first
 * @param {(at: number) => number[]} boxOf left, top, right and bottom of the words
 * @param {number[][]} nodes the same of each node
 * @returns {Set<number>}
 */
export function clearWords(order, boxOf, nodes) {
  /** @type {Map<string, number[][]>} */
  const taken = new Map();
  const take = (/** @type {number[]} */ box) => { for (const cell of cellsOf(box, WIDE)) { const members = taken.get(cell); if (members) members.push(box); else taken.set(cell, [box]); } };
  nodes.forEach(take);
  return new Set(order.filter((at) => {
    const box = boxOf(at);
    const meets = cellsOf(box, WIDE).some((cell) => (taken.get(cell) || []).some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
    if (!meets) take(box);
    return !meets;
  }));
}

/** @param {number[]} box @param {number} [size] of a cell */
function cellsOf([left, top, right, bottom], size = CELL) {
  const cells = [];
  for (let x = Math.floor(left / size); x <= Math.floor(right / size); x += 1) {
    for (let y = Math.floor(top / size); y <= Math.floor(bottom / size); y += 1) cells.push(`${x} ${y}`);
  }
  return cells;
}
