import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, labelled, scaleOf } from '../src/days.js';
import { byWay, pairsOf, wayOfAct } from '../src/pairs.js';

const role = (role, actor, label) => ({ role, actor, label, whole: false, claim: null });
const view = {
  claims: [
    { kind: 'transfer', text: 0, acts: [0], roles: [role('supplier', 'A', 'Aland'), role('recipient', 'B', 'Bland')] },
    { kind: 'transfer', text: 1, acts: [1, 2], roles: [role('supplier', 'A', 'Aland'), role('recipient', 'B', 'Bland'), role('recipient', 'C', 'Cland')] },
    { kind: 'transfer', text: 1, acts: [], roles: [role('recipient', 'B', 'Bland')] },
    { kind: 'breach', text: 1, acts: [], roles: [] },
  ],
  acts: [
    { bearing: 'affirms', stance: 'confirms', status: 'completed' },
    { bearing: 'affirms', stance: 'asserts', status: 'sought' },
    { bearing: 'negates', stance: 'denies', status: 'none given' },
  ],
  findings: [{ applies: true, claim: 1 }, { applies: false, claim: 0 }],
};

test('claims stand together by supplier and recipient, and one not named is nobody else', () => {
  const pairs = pairsOf(view, [0, 1, 2, 3]);
  assert.deepEqual(pairs.map(({ id, claims, findings }) => [id, claims, findings]), [['A>B', [0, 1], [0]], ['A>C', [1], [0]], ['>B', [2], []]]);
  assert.equal(pairs[2].ends[0], 'supplier not named');
  assert.deepEqual(pairsOf(view, [0]).map(({ claims }) => claims), [[0]]);
});

test('what is sought is not stated, and a denial is one whatever its status', () => {
  assert.equal(wayOfAct(view.acts[0]), 'stated');
  assert.equal(wayOfAct(view.acts[1]), 'sought');
  assert.equal(wayOfAct(view.acts[2]), 'denied');
  assert.equal(wayOfAct({ bearing: 'affirms', stance: 'presupposes', status: 'actual' }), 'alleged');
  assert.equal(wayOfAct({ bearing: 'none', stance: 'none taken', status: 'generic' }), 'none');
  assert.deepEqual(byWay(view, [0, 1, 2]), [['stated', [0]], ['sought', [1]], ['denied', [2]]]);
});

test('a year or a month is drawn from its first day, and what is no date is not drawn', () => {
  assert.equal(dayOf('1970'), 0);
  assert.equal(dayOf('1970-02'), 31);
  assert.equal(dayOf('1970-02-03'), 33);
  assert.ok(Number.isNaN(dayOf('spring 2022')));
});

test('on the scale time goes on, a full year is wider, and an empty one has room', () => {
  const days = ['2019-05-01', '2021-01-02', '2021-06-01', '2021-12-31'].map(dayOf);
  const { at, years } = scaleOf([...days, Number.NaN], 300);
  const places = days.map(at);
  assert.deepEqual(places, [...places].sort((one, other) => one - other));
  assert.ok(places.every((each) => each >= 0 && each <= 300));
  const widths = years.map(({ from, to }) => to - from);
  assert.ok(widths[2] > widths[0] && widths[0] > widths[1] && widths[1] > 10);
  assert.deepEqual(labelled(years, 1000).map(({ year }) => year), [2019]);
  assert.equal(scaleOf([], 300).years.length, 0);
});
