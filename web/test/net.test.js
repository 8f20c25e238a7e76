import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clearWords } from '../src/draw/labels.js';
import { Graph } from '../src/net/graph.js';
import { readOpened, readPins, readRoot, writeOpened, writePins, writeRoot } from '../src/net/held.js';
import { placeAround, roomOf } from '../src/net/places.js';
import { LOT, shownOf } from '../src/net/shown.js';
import { tellLine, tellNode } from '../src/net/told.js';
import { readingOrder, towards } from '../src/net/walk.js';
import { data } from '../src/page.js';

const node = (kind, label, more) => ({ kind, label, claim: null, actors: [], x: 0, y: 0, ...more });
const line = (from, to, kind, style, more) => ({ from, to, kind, style, label: kind, stance: '', status: '', who: '', claim: null, finding: null, ...more });
// One actor in forty claims; of the first of them one alleges it and one denies it.
const claims = Array.from({ length: 40 }, (_, at) => ({ id: `text/c${at}`, acts: [] }));
const view = {
  claims,
  network: {
    nodes: [node('actor', 'Utopia', { actors: ['UT'] }), ...claims.map((_, at) => node('proposition', `claim ${at}`, { claim: at })), node('actor', 'Freedonia', { actors: ['FR'] }), node('voice', 'A and B, jointly', { actors: ['A', 'B'] }), node('norm', 'Pact, art. 1')],
    lines: [...claims.map((_, at) => line(0, at + 1, 'role', 'dashed')), line(42, 1, 'says', 'dashed'), line(41, 1, 'says', 'crossed'), line(41, 2, 'says', 'crossed'), line(1, 43, 'finding', 'inferred'), line(2, 43, 'findings', 'spared')],
  },
};
const graph = new Graph(view);
const base = [[1, 0, 0], [41, 0, -240]];
const asked = { base, lines: [41], rings: 1, opened: new Map(), pins: new Map() };

test('nodes go by ids that a link can name, and lead back to themselves', () => {
  assert.deepEqual([0, 1, 42, 43].map((at) => graph.idOf(at)), ['a.UT', 'c.text/c0', 'a.A+B', 'n.Pact, art. 1']);
  assert.ok(view.network.nodes.every((_, at) => graph.numberOf(graph.idOf(at)) === at));
  assert.equal(graph.numberOf('a.__proto__'), -1);
});

test('whoever denies a claim is the first of its neighbours, and a single finding is none', () => {
  assert.deepEqual(graph.neighboursOf(1), [41, 0, 42]);
  assert.equal(graph.spared[2], 1);
});

test('to expand brings a lot at a time, never one twice, and collapse leaves the base', () => {
  const once = shownOf(graph, { ...asked, opened: new Map([['c.text/c0', 1]]) });
  assert.deepEqual([...once.places.keys()], [1, 41, 0, 42]);
  const lot = shownOf(graph, { ...asked, opened: new Map([['c.text/c0', 1], ['a.UT', 1]]) });
  assert.equal(lot.places.size, 4 + LOT);
  const all = shownOf(graph, { ...asked, opened: new Map([['c.text/c0', 1], ['a.UT', 2]]) });
  assert.equal(all.places.size, 4 + 39);
  assert.deepEqual([...shownOf(graph, { ...asked, opened: new Map([['a.UT', 1]]) }).places.keys()], [1, 41]);
});

test('a denial between two nodes that are drawn is drawn', () => {
  const { lines } = shownOf(graph, { ...asked, opened: new Map([['c.text/c0', 1], ['a.UT', 1]]) });
  assert.ok(lines.includes(42)); // Freedonia denies the second claim, which Utopia has brought
});

test('two rings are the neighbours of all that one ring has, but of what was collapsed', () => {
  assert.deepEqual([...shownOf(graph, { ...asked, rings: 2 }).places.keys()], [1, 41, 0, 42, 2]);
  assert.deepEqual([...shownOf(graph, { ...asked, rings: 2, opened: new Map([['a.FR', 0]]) }).places.keys()], [1, 41, 0, 42]);
});

test('a pinned node stands where it was put', () => {
  assert.deepEqual(shownOf(graph, { ...asked, pins: new Map([['a.FR', [7, 9]], ['a.gone', [1, 1]]]) }).places.get(41), [7, 9]);
});

test('newcomers stand on nobody', () => {
  const places = new Map([[0, [0, 0]], [1, [300, 0]], [2, [-300, 0]]]);
  const newcomers = Array.from({ length: 60 }, (_, at) => at + 3);
  placeAround(places, 0, newcomers, () => 'proposition');
  const all = [...places.values()];
  const [w, h] = roomOf('proposition');
  assert.equal(all.length, 63);
  all.forEach(([x, y], at) => all.slice(at + 1).forEach(([ox, oy]) => assert.ok(at < 3 || Math.abs(x - ox) >= 2 * w || Math.abs(y - oy) >= 2 * h)));
});

test('what was expanded and pinned is read as it was written, whatever ids hold', () => {
  const opened = new Map([['c.a~b/100%25', 2], ['n.Pact, art. 1 (b)', 0], ['a.-A+B', 1]]);
  assert.deepEqual(readOpened(writeOpened(opened)), opened);
  const pins = new Map([['c.1_2_3~x', [-12, 40]], ['a.UT', [0, -1]]]);
  assert.deepEqual(readPins(writePins(pins)), pins);
  assert.deepEqual(readPins('1_a.UT~x_y_z~~99999999999_1_a.UT'), new Map());
  const root = { kind: 'claim', id: 't/c.1', tall: true };
  assert.deepEqual(readRoot(writeRoot(root)), root);
  assert.equal(readRoot('w.norm.x'), null);
});

test('an arrow leads to what lies that way, the nearest first, and to nothing else', () => {
  const places = [{ x: 100, y: 0 }, { x: 300, y: 10 }, { x: 0, y: -80 }, { x: 90, y: 95 }];
  assert.equal(towards([1, 0], { x: 0, y: 0 }, places), 0);
  assert.equal(towards([0, -1], { x: 0, y: 0 }, places), 2);
  assert.equal(towards([0, 1], { x: 0, y: 0 }, places), 3);
  assert.equal(towards([-1, 0], { x: 0, y: 0 }, places), -1);
  assert.deepEqual(readingOrder(places), [2, 0, 1, 3]);
});

test('words of lines stand on no node and on no words before them', () => {
  const boxes = [[0, 0, 10, 10], [5, 5, 15, 15], [200, 0, 210, 10], [400, 0, 410, 10]];
  assert.deepEqual([...clearWords([0, 1, 2, 3], (at) => boxes[at], [[205, 5, 300, 40]])], [0, 3]);
});

test('a line is told with who says it and how, and never as a fact', () => {
  Object.assign(data, {
    where: 'in this graph', findings: [], claims: [{ id: 't/c', acts: [0, 1] }, { id: 't/d', acts: [] }],
    acts: [{ who: 'Freedonia', stance: 'alleges', status: 'completed', bearing: 'affirms' }, { who: 'Utopia', stance: 'denies', status: 'none given', bearing: 'negates' }],
    network: {
      nodes: [node('actor', 'Utopia'), node('proposition', 'a transfer of shells', { claim: 0 }), node('proposition', 'a transfer of tea', { claim: 1 }), node('norm', 'Pact, art. 1')],
      lines: [line(0, 1, 'role', 'mixed', { claim: 0, label: 'supplier\n✕ denies · no status' }), line(0, 2, 'role', 'faint', { claim: 1, label: 'supplier\nno stance · no status' }), line(1, 3, 'findings', 'inferred', { label: 'inferred: alleged violation\nby Utopia\nalleges · completed' })],
    },
  });
  assert.equal(tellLine(0), 'Utopia, supplier in the claim of a transfer of shells (Utopia: denies · no status, Freedonia: alleges · completed)');
  assert.equal(tellLine(1), 'Utopia, supplier in the claim of a transfer of tea (nobody in this graph says it)');
  assert.match(tellLine(2), /^inferred: alleged violation, by Utopia: Pact, art\. 1 \(this program’s inference and no legal determination/);
  assert.match(tellNode(1), /^Claim of a transfer of shells \(Utopia: denies/);
});
