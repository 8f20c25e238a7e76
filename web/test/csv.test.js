import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cell, csv, sorted } from '../src/csv.js';

test('commas, quotes and breaks stand in quotes, and what a spreadsheet would run does not run', () => {
  assert.equal(csv(['a', 'b'], [['x, y', 'says "no"'], ['two\nlines', 3]]), 'a,b\r\n"x, y","says ""no"""\r\n"two\nlines",3\r\n');
  for (const words of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx']) assert.equal(cell(words)[0], "'");
  assert.equal(cell('a=1'), 'a=1');
});

test('numbers sort as numbers, empty cells come last both ways, and equals keep their order', () => {
  const value = (row) => row[0];
  const rows = [[10, 'a'], ['', 'b'], [9, 'c'], [9, 'd']];
  assert.deepEqual(sorted(rows, value, false).map((row) => row[1]), ['c', 'd', 'a', 'b']);
  assert.deepEqual(sorted(rows, value, true).map((row) => row[1]), ['a', 'c', 'd', 'b']);
});
