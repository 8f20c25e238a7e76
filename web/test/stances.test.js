import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridOf, move } from '../src/grid.js';
import { columnsOf, disputing, groupOf, rowsOf } from '../src/standing.js';

test('what two say jointly stands in the row of each, in the column of its text', () => {
  const acts = [{ speakers: ['A', 'B'], words: { text: 3 } }, { speakers: ['B'], words: { text: 1 } }];
  const { texts, rows } = gridOf([{ act: 0 }, { act: 1 }], { acts });
  assert.deepEqual(texts, [3, 1]);
  assert.deepEqual(rows, [['A', [[{ act: 0 }], []]], ['B', [[{ act: 0 }], [{ act: 1 }]]]]);
});

test('what nobody named says keeps a row of its own', () => {
  const { rows } = gridOf([{ act: 0 }], { acts: [{ speakers: [], words: { text: 0 } }] });
  assert.deepEqual(rows, [['', [[{ act: 0 }]]]]);
});

test('keys lead from cell to cell, and through the stops of one', () => {
  const stops = [[1, 1, 1], [1, 2, 1], [1, 1, 3]];
  assert.deepEqual(move(stops, [1, 1, 0], 'ArrowDown'), [1, 1, 1]);
  assert.deepEqual(move(stops, [1, 1, 1], 'ArrowDown'), [2, 1, 0]);
  assert.deepEqual(move(stops, [2, 1, 0], 'ArrowUp'), [1, 1, 1]);
  assert.deepEqual(move(stops, [1, 1, 1], 'ArrowRight'), [1, 2, 0]);
  assert.deepEqual(move(stops, [1, 1, 1], 'Home'), [1, 0, 0]);
  assert.deepEqual(move(stops, [1, 1, 1], 'End'), [1, 2, 0]);
  assert.deepEqual(move(stops, [1, 1, 1], 'End', true), [2, 2, 0]);
  assert.deepEqual(move(stops, [2, 2, 2], 'Home', true), [0, 0, 0]);
});

test('no key leads out of the grid', () => {
  const stops = [[1, 2], [1, 1]];
  for (const key of ['ArrowUp', 'ArrowLeft', 'PageUp', 'a']) assert.deepEqual(move(stops, [0, 0, 0], key), [0, 0, 0]);
  for (const key of ['ArrowDown', 'ArrowRight', 'PageDown']) assert.deepEqual(move(stops, [1, 1, 0], key), [1, 1, 0]);
});

const says = (who, bearing, status, claim = 0, date = '2024-01-01') => ({ speakers: [who], bearing, status, claim, date, words: { text: 0 } });
const standing = (...acts) => acts.map((act) => ({ act, of: '', toldBy: '' }));
const transfer = (standings, item = 'shells') => ({ kind: 'transfer', roles: [{ role: 'supplier', label: 'Syldavia', actor: 'S' }, { role: 'recipient', label: 'Borduria', actor: 'B' }, { role: 'item', label: item, actor: null }], stances: { stances: standings } });

test('who denies a plan does not dispute what is said to have happened; who denies in general disputes both', () => {
  const acts = [says('A', 'affirms', 'completed'), says('B', 'negates', 'planned'), says('C', 'negates', 'none given'), says('D', 'affirms', 'completed', 1)];
  assert.deepEqual([...disputing({ acts }, 0, standing(0, 1))], []);
  assert.deepEqual([...disputing({ acts }, 0, standing(0, 2))], ['A', 'C']);
  assert.deepEqual([...disputing({ acts }, 0, standing(2, 3))], [], 'who affirms an answer does not affirm the claim');
});

test('claims in dispute stand first, with those like them; an act that does not count leaves its claim out', () => {
  const acts = [says('A', 'affirms', 'completed', 0), says('A', 'affirms', 'completed', 1), says('B', 'negates', 'completed', 1), says('A', 'affirms', 'completed', 2), says('A', 'affirms', 'completed', 3)];
  const claims = [transfer(standing(0), 'tyres'), transfer(standing(1, 2)), transfer(standing(3)), transfer(standing(4))];
  const columns = columnsOf({ acts, claims }, [0, 1, 2, 3], (act) => act !== 4);
  assert.deepEqual(columns.map(({ claim }) => claim), [1, 2, 0]);
  assert.equal(columns[0].group, 'Syldavia → Borduria: shells');
  assert.deepEqual(rowsOf({ acts, claims }, columns).map(([who, cells]) => [who, cells.map((each) => each.length)]), [['A', [1, 1, 1]], ['B', [1, 0, 0]]]);
});

test('of those who dispute the first claim, the side that fewer take stands first', () => {
  const acts = [says('A', 'affirms', 'completed'), says('B', 'affirms', 'completed'), says('C', 'negates', 'completed'), says('D', 'affirms', 'completed', 1)];
  const claims = [transfer(standing(0, 1, 2)), transfer(standing(3))];
  const columns = columnsOf({ acts, claims }, [0, 1], () => true);
  assert.deepEqual(rowsOf({ acts, claims }, columns).map(([who]) => who), ['C', 'A', 'B', 'D']);
});

test('a claim without a supplier says so in what it has in common with others', () => {
  assert.equal(groupOf({ kind: 'transfer', roles: [{ role: 'recipient', label: 'Borduria', actor: 'B' }] }), 'supplier not named → Borduria: items not named');
  assert.equal(groupOf({ kind: 'conduct', roles: [] }), 'conduct');
});
