import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apart, axisOf, changesBy, counted, endOf, groupsOf, isAsked, tally, tellDays, tellMisses, tellWindow, underNorms, wordsOf } from '../src/ledger.js';

const window = (since, last = '', more = {}) => ({ since, last, by: '', held: '', rejected: '', note: '', ...more });
const row = (instrument, concerns, more = {}) => ({ instrument, concerns, named: [], towards: '', covers: [], excepts: [], condition: '', depends: [], exemptedBy: '', changedBy: [], readWith: [], reach: '', windows: [window('2009-06-12')], ...more });
const norm = (id, more = {}) => ({ id, citation: `Paper ${id}`, rule: '', deontic: 'prohibition', binds: '', role: '', territory: '', exempted: '', note: '', verification: '', checked: true, ...more });
const view = /** @type {any} */ ({
  norms: [norm('1'), norm('2', { checked: false }), norm('3', { rule: 'Rifles are not to go to Ruritania.' })],
  ledger: [row(0, 'Ruritania', { changedBy: [{ norm: 2, citation: 'Paper 3', how: 'adds rifles' }] }), row(1, 'Utopia'), row(1, 'Ruritania', { windows: [window('2016-03-02', '', { held: 'A', rejected: 'B' })] })],
  statedIn: [{ symbol: 'Later', date: '2012-01-01', kind: '', title: '' }, { symbol: 'Earlier', date: '2009-01-01', kind: '', title: '' }],
  findings: [
    { norm: 1, kind: 'alleged violation', applies: true }, { norm: 1, kind: 'alleged violation', applies: true },
    { norm: 1, kind: 'does not apply', applies: false }, { norm: null, kind: 'alleged violation', applies: true },
  ],
});

test('findings stand under their norm, near misses apart from the others', () => {
  const under = underNorms(view, [0, 2, 3]);
  assert.deepEqual([...under], [[1, [0, 2]]]);
  assert.deepEqual(apart(view, [0, 1, 2]), { leads: [0, 1], misses: [2] });
  assert.deepEqual(tally(view, [0, 1, 2]).map(counted), ['2 alleged violations', '1 does not apply']);
  assert.equal(counted(['prospective violation, on a claimed purpose', 2]), '2 prospective violations, on a claimed purpose');
  assert.equal(counted(['does not apply', 2]), '2 do not apply');
  assert.equal(tellMisses(view, [2]), '1 near miss: does not apply');
});

test('a norm is found by its words, and by those of what changed it and what it changes', () => {
  const changes = changesBy(view);
  assert.deepEqual([...changes], [[2, [{ norm: 0, how: 'adds rifles' }]]]);
  assert.match(wordsOf(view, 0, changes), /Paper 3\nadds rifles/);
  assert.match(wordsOf(view, 2, changes), /Paper 1\nadds rifles/);
  assert.doesNotMatch(wordsOf(view, 1, changes), /rifles/);
});

test('norms are asked for by what they are', () => {
  const asked = (which) => [0, 1, 2].filter((at) => isAsked(view, at, which, changesBy(view), underNorms(view, [0])));
  assert.deepEqual(asked(''), [0, 1, 2]);
  assert.deepEqual(asked('changes'), [0, 2]);
  assert.deepEqual(asked('findings'), [1]);
  assert.deepEqual(asked('disputed'), [2]);
  assert.deepEqual(asked('unchecked'), [1]);
});

test('what the search finds by its own words comes first, then the group with most findings, in it the earlier instrument', () => {
  const under = underNorms(view, [0, 1, 2]);
  assert.deepEqual(groupsOf(view, [0, 1, 2], 'concerns', under, new Set([0, 1, 2])), [['Utopia', [1]], ['Ruritania', [2, 0]]]);
  assert.deepEqual(groupsOf(view, [0, 1, 2], 'instrument', under, new Set([0, 1, 2])), [['Earlier', [1, 2]], ['Later', [0]]]);
  assert.deepEqual(groupsOf(view, [0, 1, 2], 'concerns', under, new Set([0])), [['Ruritania', [0, 2]], ['Utopia', [1]]]);
});

test('open, fixed and unrecorded ends are told apart, and an end is the last day', () => {
  const windows = [window('2009-06-12'), window('2016-01-16', '2023-10-17', { by: 'Paper' }), window('1977-11-04', '1994-05-24')];
  assert.deepEqual(windows.map(endOf), ['open', 'fixed', 'unrecorded']);
  assert.deepEqual(windows.map(tellWindow), [
    'from 2009-06-12 on', 'from 2016-01-16 to 2023-10-17, an end fixed by Paper',
    'from 1977-11-04 to 1994-05-24, an end that no instrument here is recorded as fixing']);
  const disputed = window('2025-09-28', '', { held: 'A and B', rejected: 'C' });
  assert.equal(tellWindow(disputed), 'from 2025-09-28 on, in force as A and B hold, and C reject');
  assert.equal(tellDays(disputed), '2025-09-28 – open (disputed)');
});

test('the axis is even, and a single early norm does not take half of it', () => {
  const windows = [window('1945-10-24'), ...Array.from({ length: 30 }, (_, at) => window(`${1990 + at}-01-01`))];
  const axis = axisOf(windows, 300);
  assert.equal(axis.years[0].year, 1990);
  assert.equal(axis.years.at(-1).year, 2019);
  assert.equal(axis.isBefore('1945-10-24'), true);
  assert.equal(axis.at('1945-10-24'), 0);
  const [one, two, three] = [1991, 2001, 2011].map((year) => axis.at(`${year}-01-01`));
  assert.ok(Math.abs((two - one) - (three - two)) < 0.1);
  assert.deepEqual(axisOf([], 300).years, []);
});
