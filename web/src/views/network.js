// The network: what is around the selected, or the whole graph.
import { byId, clip, make, press } from '../dom.js';
import { boxOf } from '../draw/boxes.js';
import { Drawing } from '../draw/drawing.js';
import { chosen, data, find, go, listen, select, state } from '../page.js';
import { onColours } from '../theme.js';

/** @typedef {import('../draw/drawing.js').DrawnNode} DrawnNode */

/** @type {Map<string, string>} */
let colours = new Map();

/** @param {string} name of a colour of the style sheet @returns {string} */
function colour(name) {
  const known = colours.get(name);
  if (known) return known;
  const found = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  colours.set(name, found);
  return found;
}

/** @type {Drawing} */
let drawing;

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
function nodeOf(at, x, y, around, centre) {
  const node = data.network.nodes[at];
  const base = { id: at, x, y, shape: /** @type {const} */ ('box'), border: centre ? 2.5 : 1, opacity: 1, round: 5, fill: 'surface', edge: 'rule', ink: 'ink', size: 12 };
  if (node.kind === 'proposition' && !around) {
    const half = centre ? 13 : 8;
    return { ...base, shape: 'dot', w: half, h: half, size: 11, border: 2, fill: centre ? 'accent' : 'surface', edge: centre ? 'accent' : 'faint', lines: linesOf(at) };
  }
  const look = lookOf(node.kind, around, centre);
  const widest = node.kind === 'proposition' ? (centre ? 183 : 143) : around ? 208 : 258;
  return { ...base, ...look, ...boxOf(clip(node.label, node.kind === 'proposition' && centre ? 190 : 120), look.size || 12, widest) };
}

/** @type {Map<number, string[]>} */
const words = new Map();

/** The words beneath a dot; measured when they are first wanted. @param {number} at */
function linesOf(at) {
  const known = words.get(at);
  if (known) return known;
  const { lines } = boxOf(clip(data.network.nodes[at].label, 56), 11, 140);
  if (data.network.nodes.length < 4000) words.set(at, lines);
  return lines;
}

/** A narrow frame shows the same nodes one above the other. @param {any} near @returns {[number, number, number][]} */
function placesOf(near) {
  const { clientWidth, clientHeight } = byId('canvas');
  return near.tall.length && clientWidth < 560 && clientWidth < clientHeight ? near.tall : near.nodes;
}

function centreOf() {
  const each = chosen();
  if (!each) return -1;
  const claim = state.kind === 'claim' ? state.at : state.kind === 'finding' ? each.claim : null;
  return data.network.nodes.findIndex((node) => (claim !== null ? node.claim === claim : node.kind === 'actor' && node.actors[0] === each.id));
}

/** @param {any} near @param {number} centre */
function sceneAround(near, centre) {
  const nodes = placesOf(near).map(([at, x, y]) => nodeOf(at, x, y, true, at === centre));
  return sceneOf(nodes, near.lines, (line) => ({ label: clip(line.label, 160), opacity: 1, weight: 1 }), true);
}

/** @param {any} near @param {number} centre */
function sceneOfAll(near, centre) {
  const kept = near ? new Set(near.nodes.map((/** @type {number[]} */ [at]) => at)) : null;
  const lit = near ? new Set(near.lines) : null;
  const nodes = data.network.nodes.map((node, at) => ({ ...nodeOf(at, node.x, node.y, false, at === centre), opacity: !kept || kept.has(at) ? 1 : 0.6 }));
  const lines = data.network.lines.flatMap((line, at) => (line.kind === 'finding' ? [] : [at]));
  return sceneOf(nodes, lines, (_, at) => ({ label: '', opacity: !lit ? 0.55 : lit.has(at) ? 1 : 0.34, weight: lit && lit.has(at) ? 1.1 : 0.7 }), false);
}

/**
 * @param {DrawnNode[]} nodes @param {number[]} lines
 * @param {(line: any, at: number) => {label: string, opacity: number, weight: number}} look @param {boolean} labelled
 */
function sceneOf(nodes, lines, look, labelled) {
  const number = new Map(nodes.map((node, at) => [node.id, at]));
  return {
    nodes,
    labelled,
    lines: lines.flatMap((at) => {
      const line = data.network.lines[at];
      const [from, to] = [number.get(line.from), number.get(line.to)];
      return from === undefined || to === undefined ? [] : [{ id: at, from, to, style: line.style, ...look(line, at) }];
    }),
  };
}

function show() {
  if (!drawing || state.view !== 'network' || !byId('canvas').clientWidth) return;
  const each = chosen();
  const near = each ? each.around : null;
  const whole = state.whole || !near;
  const scene = whole ? sceneOfAll(near, centreOf()) : sceneAround(near, centreOf());
  drawing.show(scene);
  drawing.fit();
  const name = each ? clip(each.sentence || each.name, 96) : '';
  const more = near && !whole && near.more ? ` (${near.more} more claims in the list)` : '';
  byId('around').replaceChildren(...(whole ? [`The whole graph: ${scene.nodes.length} nodes, ${scene.lines.length} lines. Zoom in to read the claims.`] : ['Around ', make('strong', '', name), more]));
  press([byId('near'), byId('all')], (one) => (one.id === 'all') === whole);
}

/** @param {number | null} node @param {number | null} line */
function pick(node, line) {
  if (node !== null) {
    const { claim, kind, actors } = data.network.nodes[node];
    if (claim !== null) select('claim', claim);
    else if (kind === 'actor') select('actor', find('actor', actors[0]));
  } else if (line !== null) {
    const { finding, claim } = data.network.lines[line];
    const at = find('finding', finding);
    if (at >= 0) select('finding', at);
    else if (claim !== null) select('claim', claim);
  }
}

export const network = {
  id: 'network',
  label: 'Network',
  mount() {
    const frame = byId('canvas');
    drawing = new Drawing(frame, { pick, colour });
    frame.drawn = drawing; // for whoever measures what is drawn
    byId('near').addEventListener('click', () => go({ whole: false }));
    byId('all').addEventListener('click', () => go({ whole: true }));
    byId('fit').addEventListener('click', () => drawing.fit());
    const again = () => { colours = new Map(); show(); };
    onColours(again);
    new ResizeObserver(show).observe(frame);
    listen((changed) => { if (['kind', 'at', 'whole'].some((key) => changed.has(key))) show(); });
    return { show };
  },
};
