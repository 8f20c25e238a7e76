// The network by keyboard: arrows walk along lines, and a letter does what a button does.
import { announce, button, make } from '../dom.js';
import { readingOrder, towards, WAYS } from './walk.js';

/** @typedef {import('../draw/drawing.js').Drawing} Drawing */
/**
 * What keys do, by the node that they are at (its number in the scene).
 * @typedef {object} Deeds
 * @property {() => number} here
 * @property {(at: number, along: number[]) => void} walk to a node, along lines by their numbers in the scene
 * @property {(at: number) => void} take
 * @property {(at: number) => void} expand
 * @property {(at: number) => void} collapse
 * @property {(at: number) => void} pin
 * @property {(at: number) => void} centre
 * @property {(rings: '1' | '2') => void} rings
 * @property {() => void} back
 * @property {() => void} fit
 * @property {(factor: number) => void} zoom
 * @property {() => void} keys
 */

const KEYS = [
  ['Arrow keys', 'walk to the neighbour that lies that way, along a line'],
  ['[ and ]', 'the node before or after, from the top and from the left'],
  ['Shift and arrow keys', 'move the picture'],
  ['Enter', 'select what one is at, and open its evidence'],
  ['e', 'expand: draw its neighbours'],
  ['c', 'collapse: take away what it brought'],
  ['p', 'pin it where it stands, or unpin it'],
  ['h', 'draw what is around it'],
  ['1 and 2', 'one ring or two rings around the selected'],
  ['+, − and 0', 'larger, smaller, and all of it'],
  ['Escape', 'take the last change back'],
  ['?', 'show these keys'],
];

/** Take a key; tells whether it was one of ours. @param {KeyboardEvent} event @param {Drawing} drawing @param {Deeds} deeds */
export function takeKey(event, drawing, deeds) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const way = WAYS[event.key];
  if (way && event.shiftKey) { drawing.camera.move(-way[0] * 80, -way[1] * 80); drawing.moved(); return true; }
  if (way) { step(way, drawing, deeds); return true; }
  const here = deeds.here();
  /** @type {Record<string, () => void>} */
  const deed = {
    Enter: () => deeds.take(here), ' ': () => deeds.take(here), e: () => deeds.expand(here), c: () => deeds.collapse(here), p: () => deeds.pin(here), h: () => deeds.centre(here),
    1: () => deeds.rings('1'), 2: () => deeds.rings('2'), Escape: deeds.back, 0: deeds.fit, '+': () => deeds.zoom(1.25), '=': () => deeds.zoom(1.25), '-': () => deeds.zoom(0.8), '?': deeds.keys,
    ']': () => turn(1, drawing, deeds), '[': () => turn(-1, drawing, deeds),
  };
  const chosen = deed[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!chosen) return false;
  chosen();
  return true;
}

/** @param {[number, number]} way @param {Drawing} drawing @param {Deeds} deeds */
function step(way, drawing, deeds) {
  const { nodes, lines } = drawing.scene;
  const here = deeds.here();
  if (!nodes[here]) return;
  const near = [...new Set(lines.flatMap(({ from, to }) => (from === here ? [to] : to === here ? [from] : [])))].filter((at) => at !== here);
  const found = towards(way, nodes[here], near.map((at) => nodes[at]));
  if (found < 0) { announce('No line leads that way'); return; }
  const to = near[found];
  deeds.walk(to, lines.flatMap((line, at) => ((line.from === here && line.to === to) || (line.from === to && line.to === here) ? [at] : [])));
}

/** @param {number} by @param {Drawing} drawing @param {Deeds} deeds */
function turn(by, drawing, deeds) {
  const order = readingOrder(drawing.scene.nodes);
  if (!order.length) return;
  deeds.walk(order[(order.indexOf(deeds.here()) + by + order.length) % order.length], []);
}

/** The sheet that tells the keys. */
export function keySheet() {
  const sheet = make('dialog', 'keys', make('h2', '', 'Keys of the network'),
    make('dl', 'facts', KEYS.map(([key, words]) => [make('dt', '', key), make('dd', '', words)])),
    make('p', 'aside', 'With a mouse or by touch: drag a node to pin it, double click it to expand or collapse it, drag the ground to move, turn the wheel or pinch to zoom.'));
  sheet.setAttribute('aria-label', 'Keys of the network');
  sheet.append(button('quiet', () => sheet.close(), 'Close'));
  return sheet;
}
