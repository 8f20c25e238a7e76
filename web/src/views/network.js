// The network: what is around the selected, what was expanded from there, or the whole graph.
import { announce, button, byId, clip, make, press } from '../dom.js';
import { aroundOf } from '../draw/around.js';
import { Drawing } from '../draw/drawing.js';
import { back, centre, change, chooseRings, collapse, expand, graph, hidden, LET_GO, pictured, pin, pins, prepareDoing, rootOf, rowOf, selectedNode, take, turn, turnPin } from '../net/doing.js';
import { keySheet, takeKey } from '../net/keys.js';
import { fade, sceneOfAll, sceneOfSome } from '../net/look.js';
import { pictureOfNetwork } from '../net/picture.js';
import { tellLine, tellNode } from '../net/told.js';
import { passing } from '../narrow.js';
import { chosen, data, find, go, listen, NARROWING, select, state } from '../page.js';
import { onColours } from '../theme.js';

/** @typedef {import('../net/shown.js').Shown} Shown */

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

/** Keys of the state that change nothing here; whatever narrows the claims does. */
const ELSEWHERE = new Set(['view', 'part', 'list', 'table', 'sort']);

/** @type {Drawing} */
let drawing;
/** the node that the reader is at, by its number in the network; -1 for none */
let here = -1;
/** what the frame was last fitted to */
let fitted = '';

/** A narrow frame shows the same nodes one above the other. */
function isTall() {
  const { clientWidth, clientHeight } = byId('canvas');
  return clientWidth < 560 && clientWidth < clientHeight;
}

/** The number in the scene of the node that the reader is at, else of the selected. */
function cursor() {
  const at = drawing.scene.nodes.findIndex(({ id }) => id === here);
  return at >= 0 ? at : Math.max(0, drawing.scene.nodes.findIndex(({ id }) => id === selectedNode()));
}

/** @param {Shown | null} shown @param {number} nodes @param {number} lines */
function tellPicture(shown, nodes, lines) {
  if (!shown) return [`The whole graph: ${nodes} nodes, ${lines} lines. Zoom in to read the claims.`];
  const { kind, at, each, held } = rootOf();
  const beyond = aroundOf(data, kind, at)?.more;
  const more = [beyond ? `${beyond} more claims in the list` : '', shown.left ? `${shown.left} neighbours found no room` : ''].filter(Boolean).join('; ');
  const selected = held && chosen() !== each ? [', with ', make('strong', '', clip(chosen()?.sentence || chosen()?.name || '', 60)), ' selected'] : [];
  return ['Around ', make('strong', '', clip(each.sentence || each.name, 96)), ...selected, more ? ` (${more})` : ''];
}

function show() {
  if (!drawing || state.view !== 'network' || !byId('canvas').clientWidth) return;
  const selected = selectedNode();
  const shown = pictured();
  // A picture is held while the selected stands in it.
  if (shown && state.net && selected >= 0 && !shown.places.has(selected)) { go(LET_GO); return; }
  const put = pins();
  const marks = (/** @type {number} */ at) => (put.has(graph().idOf(at)) ? { pinned: true } : {});
  const scene = shown
    ? sceneOfSome(shown, selected, (at) => ({ ...marks(at), badge: hidden(shown, at) ? `+${hidden(shown, at)}` : '' }))
    : sceneOfAll(aroundOf(data, state.kind, state.at), selected, (at) => {
      const place = put.size ? put.get(graph().idOf(at)) : undefined;
      return place ? { pinned: true, x: place[0], y: place[1] } : {};
    });
  const passed = passing('claim');
  const narrowed = NARROWING.some((key) => /** @type {any} */ (state)[key]);
  drawing.show(narrowed ? fade(scene, new Set(passed), selected) : scene);
  const { clientWidth, clientHeight } = byId('canvas');
  const { kind, at } = rootOf();
  const now = JSON.stringify([shown ? [kind, at, [...shown.places.keys()]] : 'all', clientWidth, clientHeight]);
  if (now !== fitted) drawing.fit();
  fitted = now;
  if (!scene.nodes.some(({ id }) => id === here)) here = -1;
  mark();
  byId('around').replaceChildren(...tellPicture(shown, scene.nodes.length, scene.lines.length).flat(), narrowed ? ' Pale: claims that the filters leave out.' : '');
  press([byId('near'), byId('all')], (one) => (one.id === 'all') === !shown);
  press(byId('rings').children, (one) => Boolean(shown) && one.dataset.rings === state.netRings);
  for (const each of /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('#tools [data-of-some]'))) each.disabled = !shown;
}

/** Show where the reader is, while the network has the focus. @param {string} [words] what is told of it */
function mark(words) {
  const root = byId('view-network');
  drawing.cursor = here >= 0 && root.contains(document.activeElement) ? cursor() : -1;
  const told = words ?? (here >= 0 ? tellNode(here) : '');
  byId('walked').textContent = told;
  byId('walked').hidden = !told;
  drawing.redraw();
}

/** @param {number} at a number in the scene @param {number[]} along lines of the scene */
function walk(at, along) {
  const { nodes, lines } = drawing.scene;
  here = nodes[at].id;
  const told = along.map((line) => tellLine(lines[line].id, here)).join('. ') || tellNode(here);
  drawing.reveal(at);
  mark(told);
  announce(told);
}

/** @param {number | null} node @param {number | null} line @param {string} by */
function pick(node, line, by) {
  if (node !== null) {
    here = node;
    const row = rowOf(node);
    const known = row && row[0] === state.kind && row[1] === state.at;
    // By touch the first tap tells what it is, and the second opens the evidence, which hides the network there.
    take(node, { quietly: by === 'touch' && innerWidth <= 800 && !known });
    mark();
  } else if (line !== null) {
    const { finding, claim } = data.network.lines[line];
    const at = find('finding', finding);
    if (at >= 0) select('finding', at);
    else if (claim !== null) select('claim', claim);
    mark(tellLine(line));
  }
}

const idHere = () => drawing.scene.nodes[cursor()]?.id ?? -1;

/** @param {number} [at] in the scene */
function pinHere(at = cursor()) {
  const node = drawing.scene.nodes[at];
  if (node) turnPin(node.id, node.x, node.y);
}

/** @param {number} factor */
function zoom(factor) {
  drawing.camera.zoom(factor);
  drawing.moved();
}

/** @param {HTMLDialogElement} sheet */
function tools(sheet) {
  const tool = (/** @type {string} */ words, /** @type {string} */ title, /** @type {() => void} */ deed) => {
    const each = button('quiet', deed, words);
    each.title = title;
    return each;
  };
  const rings = make('div', 'switch', ['1', '2'].map((number) => {
    const each = button('', () => chooseRings(/** @type {'1' | '2'} */ (number)), number === '1' ? '1 ring' : '2 rings');
    each.dataset.rings = number;
    return each;
  }));
  rings.id = 'rings';
  rings.setAttribute('role', 'group');
  rings.setAttribute('aria-label', 'How far around the selected');
  const some = (/** @type {HTMLButtonElement} */ each) => { each.dataset.ofSome = 'yes'; return each; }; // nothing of a whole can be expanded
  const fine = (/** @type {HTMLElement} */ each) => { each.classList.add('fine'); return each; };
  const named = (/** @type {HTMLElement} */ each, /** @type {string} */ label) => { each.setAttribute('aria-label', label); return each; };
  byId('near').parentElement?.after(rings);
  return [some(tool('Expand', 'Draw the neighbours of the chosen node (e)', () => expand(idHere()))), some(tool('Collapse', 'Take away what it brought (c)', () => collapse(idHere()))),
    tool('Pin', 'Pin it where it stands, or unpin it (p)', () => pinHere()), tool('Centre', 'Draw what is around it (h)', () => centre(idHere())), tool('Back', 'Take the last change back (Escape)', back),
    fine(named(tool('−', 'Smaller (-)', () => zoom(0.8)), 'Smaller')), fine(named(tool('+', 'Larger (+)', () => zoom(1.25)), 'Larger')), named(tool('Fit', 'All of it (0)', () => drawing.fit()), 'Fit the network to its frame'),
    tool('Keys', 'Show the keys (?)', () => sheet.showModal())];
}

export const network = {
  id: 'network',
  label: 'Network',
  mount() {
    const frame = byId('canvas');
    const sheet = keySheet();
    prepareDoing(isTall, (words) => { announce(words); mark(words); });
    drawing = new Drawing(frame, { pick, colour, put: pin, open: turn, over: (node, line) => mark(node !== null ? tellNode(node) : line !== null ? tellLine(line) : undefined) });
    frame.drawn = drawing; // for whoever measures what is drawn
    byId('tools').append(...tools(sheet));
    byId('view-network').append(sheet);
    byId('near').addEventListener('click', () => change({ whole: false, ...LET_GO }));
    byId('all').addEventListener('click', () => change({ whole: true }));
    const id = (/** @type {number} */ at) => drawing.scene.nodes[at]?.id ?? -1;
    const deeds = {
      here: cursor, walk, back, zoom, pin: pinHere, rings: chooseRings, fit: () => drawing.fit(), keys: () => sheet.showModal(),
      take: (/** @type {number} */ at) => take(id(at)), expand: (/** @type {number} */ at) => expand(id(at)), collapse: (/** @type {number} */ at) => collapse(id(at)), centre: (/** @type {number} */ at) => centre(id(at)),
    };
    frame.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => { if (takeKey(event, drawing, deeds)) event.preventDefault(); });
    frame.addEventListener('focus', () => { if (here < 0 && frame.matches(':focus-visible')) here = idHere(); mark(); });
    byId('view-network').addEventListener('focusout', () => requestAnimationFrame(() => mark()));
    const again = () => { colours = new Map(); show(); };
    onColours(again);
    new ResizeObserver(show).observe(frame);
    listen((changed) => { if ([...changed].some((key) => !ELSEWHERE.has(key))) show(); });
    return { show };
  },
  picture: () => pictureOfNetwork(drawing, colour, byId('around').textContent || ''),
};
