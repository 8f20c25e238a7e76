import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridOf } from '../src/grid.js';

test('what two say jointly stands in the row of each, in the column of its text', () => {
  const acts = [{ speakers: ['A', 'B'], words: { text: 3 } }, { speakers: ['B'], words: { text: 1 } }];
  const { texts, rows } = gridOf([{ act: 0 }, { act: 1 }], { acts });
  assert.deepEqual(texts, [3, 1]);
  assert.deepEqual(rows, [['A', [[{ act: 0 }], []]], ['B', [[{ act: 0 }], [{ act: 1 }]]]]);
});
