import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Camera } from '../src/draw/camera.js';
import { alphasOf, count } from '../src/draw/dense.js';
import { roomFor } from '../src/draw/labels.js';
import { edgeOf, turns } from '../src/draw/strokes.js';

test('the point under the pointer stays where it is while one zooms', () => {
  const camera = Object.assign(new Camera(), { width: 800, height: 600, x: 30, y: -20, scale: 0.5 });
  const before = camera.toDrawing(200, 450);
  camera.zoom(3, 200, 450);
  const after = camera.toDrawing(200, 450);
  assert.ok(Math.hypot(before[0] - after[0], before[1] - after[1]) < 1e-9);
});

test('a line is counted once a pixel, and what lies out of the frame is not', () => {
  const counts = new Uint16Array(100);
  count(counts, 10, 10, -20, 5, 30, 5);
  assert.deepEqual([...counts].flatMap((each, at) => (each ? [at] : [])), [50, 51, 52, 53, 54, 55, 56, 57, 58, 59]);
  const none = new Uint16Array(100);
  count(none, 10, 10, -5, -5, -1, 20);
  assert.equal(none.some(Boolean), false);
});

test('lines between the same two nodes fan out to both sides', () => {
  const fan = turns([0, 1, 2], [0, 1, 0], [1, 0, 2]);
  assert.equal(fan.get(2), 0);
  assert.equal(Math.abs(fan.get(0)), 1);
  assert.equal(fan.get(0), fan.get(1)); // seen from opposite ends the same turn bends to opposite sides
});

test('a line leaves a box at its edge', () => {
  assert.deepEqual(edgeOf(0, 0, 10, 5, 100, 0), [10, 0]);
  assert.deepEqual(edgeOf(0, 0, 10, 5, 0, -50), [0, -5]);
});

test('the most joined node is named first, and no name stands on another', () => {
  const places = [[100, 100, 'first'], [110, 104, 'hidden'], [100, 160, 'below'], null];
  const found = roomFor([0, 1, 2, 3], (at) => places[at], (words) => words.length * 6);
  assert.deepEqual(found.map(([at]) => at), [0, 2]);
  assert.deepEqual(roomFor([1, 0], (at) => places[at], (words) => words.length * 6).map(([at]) => at), [1]);
});

test('a line shows the weaker the more lines there are, and more lines never show weaker than fewer', () => {
  const [few, many] = [alphasOf([Uint16Array.of(1, 1, 2)]), alphasOf([Uint16Array.of(9, 12, 30)])];
  assert.ok(few[1] > 2 * many[1] && many[1] > 0);
  for (const alphas of [few, many]) assert.ok(alphas.every((each, at) => at === 0 || each >= alphas[at - 1]));
});
