// Which labels find room on a drawing seen from afar: the nodes with most lines first, none on another.
import { widthOf } from './boxes.js';

const CELL = 48;
/** Letters of a label seen from afar, in pixels of the frame. */
export const SIZE = 11;
// No more are placed: a page full of names is not read.
const MOST = 90;

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
  for (const at of order) {
    if (found.length >= MOST) break;
    const place = placed(at);
    if (!place) continue;
    const [x, below, words] = place;
    const half = measure(words) / 2 + 4;
    const y = below + SIZE;
    const box = /** @type {[number, number, number, number]} */ ([x - half, y - SIZE * 0.75, x + half, y + SIZE * 0.75]);
    const cells = cellsOf(box);
    if (cells.some((cell) => (taken.get(cell) || []).some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]))) continue;
    for (const cell of cells) taken.set(cell, [...(taken.get(cell) || []), box]);
    found.push([at, x, y, words]);
  }
  return found;
}

/** @param {[number, number, number, number]} box */
function cellsOf([left, top, right, bottom]) {
  const cells = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) cells.push(`${x} ${y}`);
  }
  return cells;
}
