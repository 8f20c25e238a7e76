import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endNamed, nameOf, pathsBetween, webOf } from '../src/paths.js';
import { inventedView } from './invented.js';

const role = (name, actor, claim = null) => ({ role: name, label: name, actor, claim, whole: false });
const claim = (id, roles, acts = [], items = []) => ({ id, sentence: id, kind: 'transfer', roles, acts, items });
const view = /** @type {any} */ ({
  actors: ['ship', 'from', 'to', 'voice', 'lone', 'denier'].map((id) => ({ id, name: id })),
  items: [{ id: 'rifles', label: 'Rifles' }],
  claims: [
    claim('voyage', [role('supplier', 'from'), role('recipient', 'to'), role('via', 'ship'), role('part of', null, 1)], [0], [0]),
    claim('whole', [role('supplier', 'from'), role('recipient', 'to')], [1]),
    claim('answer', [role('supplier', 'to'), role('recipient', 'from')]),
  ],
  acts: [{ claim: 0, speakers: ['voice'] }, { claim: 1, speakers: ['voice'] }, { claim: 2, speakers: ['denier'] }],
  findings: [{ id: 'f0', sentence: 'f0', claim: 0, norm: 0, denials: [2], lawful: [], exempting: [] }, { id: 'f1', sentence: 'f1', claim: 1, norm: 0, denials: [], lawful: [], exempting: [] }],
  norms: [{ id: 'n', citation: 'Pact, para. 1' }],
});
const web = webOf(view);
const end = (name) => { const found = endNamed(view, name); assert.ok(found, name); return found; };
const passes = () => true;
const told = (from, to, how = {}) => pathsBetween(web, end(from), end(to), { either: false, most: 5, passes, ...how })
  .map((path) => [nameOf(view, path[0].from), ...path.map((step) => nameOf(view, step.to))].join(' > '));

test('a ship leads to a finding through the claim that it carried, and by longer ways after that', () => {
  assert.deepEqual(told('actor:ship', 'finding:f0'), ['actor:ship > claim:voyage > finding:f0']);
  const paths = told('actor:ship', 'finding:f1');
  assert.equal(paths[0], 'actor:ship > claim:voyage > claim:whole > finding:f1');
  assert.ok(paths.every((path, at) => at === 0 || path.length >= paths[at - 1].length));
});

test('a path goes along the direction in which things are said, unless the reader wants either', () => {
  assert.equal(told('actor:from', 'actor:to')[0], 'actor:from > claim:voyage > actor:to');
  assert.deepEqual(told('norm:n', 'actor:ship'), []);
  assert.ok(told('norm:n', 'actor:ship', { either: true }).includes('norm:n > finding:f0 > claim:voyage > actor:ship'));
  assert.deepEqual(told('actor:lone', 'actor:to', { either: true }), []);
});

test('what is filtered out is not gone through, but a path may end there', () => {
  const but = { passes: ({ type, at }) => type !== 'claim' || at === 1 };
  assert.equal(told('actor:from', 'actor:to', but)[0], 'actor:from > claim:whole > actor:to');
  assert.deepEqual(told('actor:ship', 'finding:f0', but), []);
  assert.deepEqual(told('actor:ship', 'claim:voyage', but), ['actor:ship > claim:voyage']);
});

test('who speaks against a finding leads to it, and each step tells all that joins its ends', () => {
  const [path] = pathsBetween(web, end('actor:denier'), end('finding:f0'), { either: false, most: 1, passes });
  assert.deepEqual(path.map(({ edges }) => edges.map(({ why }) => why)), [['contests']]);
  const [ship] = pathsBetween(web, end('actor:ship'), end('claim:voyage'), { either: true, most: 1, passes });
  assert.deepEqual(ship[0].edges.map(({ why, role: as }) => [why, as]), [['role', 'via']]);
});

test('no path comes twice by one place, none is given twice, and none is given beyond the number asked for', () => {
  const large = inventedView(400);
  const paths = pathsBetween(webOf(large), { type: 'actor', at: 1 }, { type: 'norm', at: 5 }, { either: true, most: 5, passes });
  assert.equal(paths.length, 5);
  const names = paths.map((path) => [nameOf(large, path[0].from), ...path.map((step) => nameOf(large, step.to))]);
  for (const each of names) assert.equal(new Set(each).size, each.length);
  assert.equal(new Set(names.map(String)).size, 5);
  assert.ok(names.every((each, at) => at === 0 || each.length >= names[at - 1].length));
});

test('every end comes back from its name', () => {
  for (const name of ['actor:ship', 'item:rifles', 'claim:voyage', 'finding:f1', 'norm:n']) assert.equal(nameOf(view, end(name)), name);
  for (const name of ['', 'ship', 'actor:', 'actor:nobody', 'toString:x']) assert.equal(endNamed(view, name), null);
});
