// What one does to the network: expand, collapse, pin, choose rings, go back. All of it goes through the state.
import { announce, clip } from '../dom.js';
import { aroundOf } from '../draw/around.js';
import { all, chosen, data, find, go, select, state } from '../page.js';
import { Graph } from './graph.js';
import { readOpened, readPins, readRoot, writeOpened, writePins, writeRoot } from './held.js';
import { LOT, shownOf } from './shown.js';
import { tellNode } from './told.js';

/** @typedef {import('./shown.js').Shown} Shown */

/** What of the state makes a picture: Escape takes the last change of it back. */
const KEPT = /** @type {const} */ (['kind', 'at', 'whole', 'net', 'netOpen', 'netRings', 'netPins', 'netPinsAll']);
const MOST_KEPT = 200;

/** @type {any[]} */
const past = [];

/** @type {Graph | null} */
let known = null;
/** @type {unknown} */
let drawnOf = null;

/** The graph of the page's data, made when it is first wanted. */
export function graph() {
  // What counts may have changed, and the lines with it.
  if (!known || drawnOf !== data.network) known = new Graph(data);
  drawnOf = data.network;
  return known;
}

/** Whether the frame is narrow and high, so that nodes stand one above the other. @type {() => boolean} */
let isTall = () => false;
/** Says what was done, to eyes and ears. @type {(words: string) => void} */
let tell = announce;

/** @param {() => boolean} tall @param {(words: string) => void} told */
export function prepareDoing(tall, told) {
  isTall = tall;
  tell = told;
}

/** The row that the picture is around: that which is held, else the selected. */
export function rootOf() {
  const held = readRoot(state.net);
  const at = held ? find(held.kind, held.id) : -1;
  if (held && at >= 0) return { kind: held.kind, at, tall: held.tall, held: true, each: all(held.kind)[at] };
  return { kind: state.kind, at: state.at, tall: isTall(), held: false, each: chosen() };
}

/** The node of the selected row, or -1. */
export function selectedNode() {
  return graph().nodeOfRow(state.kind, chosen());
}

/** What the picture shows; nothing where the whole graph is shown. @returns {Shown | null} */
export function pictured() {
  const { kind, at, tall } = rootOf();
  const near = aroundOf(data, kind, at);
  if (state.whole || !near) return null;
  const base = tall && near.tall.length ? near.tall : near.nodes;
  return shownOf(graph(), { base, lines: near.lines, rings: state.netRings === '2' ? 2 : 1, opened: readOpened(state.netOpen), pins: readPins(state.netPins) });
}

/** Pins of what is shown now: the whole graph has others. */
export function pins() {
  return readPins(state.whole ? state.netPinsAll : state.netPins);
}

/** How many neighbours of a node are not drawn. @param {Shown} shown @param {number} at */
export function hidden(shown, at) {
  return graph().neighboursOf(at).filter((each) => !shown.places.has(each)).length;
}

/** The parts of the state that hold a picture where it is. */
function holding() {
  if (state.whole || state.net) return {};
  const { kind, each, tall } = rootOf();
  return each ? { net: writeRoot({ kind: String(kind), id: each.id, tall }) } : {};
}

function remember() {
  past.push(Object.fromEntries(KEPT.map((key) => [key, state[key]])));
  if (past.length > MOST_KEPT) past.shift();
}

/** Change the picture, so that it can be taken back. @param {Partial<import('../page.js').State>} patch */
export function change(patch) {
  remember();
  go(patch);
}

/** Take the last change of the picture back. */
export function back() {
  const before = past.pop();
  if (!before) { tell('There is nothing to go back to'); return; }
  go(before);
  tell('Went back');
}

/** What was expanded, and where nodes were put, is let go of: the picture follows the selected again. */
export const LET_GO = { net: '', netOpen: '', netPins: '' };

/** @param {number} at */
const named = (at) => clip(data.network.nodes[at].label, 90);

/** Bring the neighbours of a node, or so many more of them. @param {number} at */
export function expand(at) {
  const shown = pictured();
  if (!shown) { tell('The whole graph is shown: there is nothing to expand'); return; }
  if (!shown.places.has(at)) return;
  const missing = hidden(shown, at);
  const spared = graph().spared[at] ? ` ${graph().spared[at]} rules that do not apply, or cannot be decided, are drawn in the whole graph alone.` : '';
  if (!missing) { tell(`${named(at)}: every neighbour is drawn.${spared}`); return; }
  const opened = readOpened(state.netOpen);
  // Of two rings, the first was expanded once without being asked for.
  const before = opened.get(graph().idOf(at)) ?? Number([...shown.brought.values()].includes(at));
  opened.set(graph().idOf(at), before + 1);
  change({ ...holding(), netOpen: writeOpened(opened) });
  const after = pictured();
  const came = after ? after.places.size - shown.places.size : 0;
  const left = missing - came;
  tell(`${named(at)} expanded: ${came} neighbours${left ? `; ${left} more are not drawn${came < LOT ? ', since the picture is full' : ', expand again for them'}` : ''}.${spared}`);
}

/** Take away what a node brought. @param {number} at */
export function collapse(at) {
  const shown = pictured();
  if (!shown) { tell('The whole graph is shown: there is nothing to collapse'); return; }
  const id = graph().idOf(at);
  const brought = [...shown.brought.values()].filter((each) => each === at).length;
  if (!brought) { tell(`${named(at)}: nothing was expanded`); return; }
  const opened = readOpened(state.netOpen);
  // In a picture of two rings a node that was not asked for has brought its neighbours all the same.
  if (state.netRings === '2') opened.set(id, 0); else opened.delete(id);
  change({ ...holding(), netOpen: writeOpened(opened) });
  tell(`${named(at)} collapsed`);
}

/** Expand, or collapse what is expanded. @param {number} at */
export function turn(at) {
  const shown = pictured();
  if (shown && ![...shown.brought.values()].includes(at)) expand(at); else collapse(at);
}

/** @param {'1' | '2'} rings */
export function chooseRings(rings) {
  change({ whole: false, netRings: rings });
  const shown = pictured();
  if (shown) tell(`${rings === '1' ? 'One ring' : 'Two rings'}: ${shown.places.size} nodes${shown.left ? `; ${shown.left} found no room` : ''}`);
}

/** Keep a node where it is put. @param {number} at @param {number} x @param {number} y */
export function pin(at, x, y) {
  const those = pins();
  those.set(graph().idOf(at), [x, y]);
  change(state.whole ? { netPinsAll: writePins(those) } : { ...holding(), netPins: writePins(those) });
  tell(`${named(at)} pinned`);
}

/** @param {number} at @param {number} x @param {number} y where it stands now */
export function turnPin(at, x, y) {
  const those = pins();
  if (!those.delete(graph().idOf(at))) { pin(at, x, y); return; }
  change(state.whole ? { netPinsAll: writePins(those) } : { netPins: writePins(those) });
  tell(`${named(at)} unpinned`);
}

/** The row that a node stands for. @param {number} at @returns {[import('../page.js').Kind, number] | null} */
export function rowOf(at) {
  const { claim, kind, actors } = data.network.nodes[at];
  if (claim !== null) return ['claim', claim];
  return kind === 'actor' ? ['actor', find('actor', actors[0])] : null;
}

/** Select the row of a node where the picture stays as it is. @param {number} at @param {{quietly?: boolean}} [how] */
export function take(at, how = {}) {
  const row = rowOf(at);
  if (!row) { tell(tellNode(at)); return; }
  // The claim of a selected finding is selected already, and more of it is known so.
  if (state.kind === 'finding' && chosen()?.claim === row[1] && row[0] === 'claim') { select('finding', state.at, how); return; }
  if (row[0] !== state.kind || row[1] !== state.at) change(holding());
  select(row[0], row[1], how);
  if (how.quietly) tell(`${row[0]} selected: ${tellNode(at)}`);
}

/** Draw what is around a node rather than what is drawn now. @param {number} at */
export function centre(at) {
  const row = rowOf(at);
  if (!row) { tell('Only a claim or an actor can stand in the middle'); return; }
  change({ ...LET_GO, whole: false });
  select(row[0], row[1], { quietly: true });
  tell(`Around ${named(at)}`);
}
