// Which nodes a picture has and where: what is around a row, then what was expanded, then what was pinned.
import { placeAround } from './places.js';

/** @typedef {import('./graph.js').Graph} Graph */

/** So many neighbours come at once; to expand again brings as many more. */
export const LOT = 24;
// A picture of more nodes than these is not read.
const MOST = 160;

/**
 * @typedef {object} Shown
 * @property {Map<number, [number, number]>} places of nodes
 * @property {number[]} lines
 * @property {Map<number, number>} brought whom a node was brought by
 * @property {number} left how many neighbours found no room
 */

/**
 * @param {Graph} graph
 * @param {{base: [number, number, number][], lines: number[], rings: number, opened: Map<string, number>, pins: Map<string, [number, number]>}} asked
 * @returns {Shown}
 */
export function shownOf(graph, { base, lines, rings, opened, pins }) {
  /** @type {Map<number, [number, number]>} */
  const places = new Map(base.map(([at, x, y]) => [at, [x, y]]));
  /** @type {Map<number, number>} */
  const brought = new Map();
  const kindOf = (/** @type {number} */ at) => graph.view.network.nodes[at].kind;
  let left = 0;
  const open = (/** @type {number} */ at, /** @type {number} */ lots) => {
    const hidden = graph.neighboursOf(at).filter((each) => !places.has(each));
    const room = Math.max(0, Math.min(lots * LOT, MOST - places.size));
    const coming = hidden.slice(0, room);
    if (lots * LOT > room) left += Math.min(hidden.length, lots * LOT) - coming.length;
    placeAround(places, at, coming, kindOf);
    for (const each of coming) brought.set(each, at);
  };
  const inner = rings > 1 ? base.map(([at]) => at) : [];
  for (const at of inner) if (opened.get(graph.idOf(at)) === undefined) open(at, 1);
  for (const [id, lots] of opened) {
    const at = graph.numberOf(id);
    if (at >= 0 && places.has(at) && lots) open(at, lots);
  }
  for (const [id, place] of pins) {
    const at = graph.numberOf(id);
    if (places.has(at)) places.set(at, place);
  }
  return { places, brought, left, lines: brought.size ? joined(graph, lines, places) : lines };
}

/**
 * Once anything was expanded every line among the nodes is drawn, so that no denial between two of them is missing.
 * Of one kind of finding the line that the picture began with stands for all.
 * @param {Graph} graph @param {number[]} lines @param {Map<number, [number, number]>} places
 */
function joined(graph, lines, places) {
  const every = graph.view.network.lines;
  const single = new Set(lines.filter((at) => every[at].kind === 'finding').map((at) => `${every[at].from} ${every[at].to}`));
  const more = graph.linesAmong(places.keys()).filter((at) => !(every[at].kind === 'findings' && single.has(`${every[at].from} ${every[at].to}`)));
  return [...new Set([...lines, ...more])];
}
