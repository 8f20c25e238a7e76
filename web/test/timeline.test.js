import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lanesFor } from '../src/lanes.js';

test('intervals that meet stand in lanes of their own, and a lane is used again', () => {
  assert.deepEqual(lanesFor([[0, 10], [5, 8], [9, 20], [13, 15]]), [0, 1, 2, 0]);
  assert.deepEqual(lanesFor([]), []);
});
