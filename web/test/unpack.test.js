import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { inflate, unpack } from '../src/unpack.js';

test('columns become rows, and a column of few words is told by numbers', () => {
  const packed = { where: 'here', acts: { n: 3, columns: { stance: { values: ['denies', 'confirms'], at: [0, 1, 0] }, at: [1, null, 3] } } };
  assert.deepEqual(unpack(packed), {
    where: 'here',
    acts: [{ stance: 'denies', at: 1 }, { stance: 'confirms', at: null }, { stance: 'denies', at: 3 }],
  });
});

test('what is deflated comes back, beyond the first 65,536 characters, too', async () => {
  const words = JSON.stringify({ clef: '𝄞', empty: [] });
  assert.equal(await inflate(`${deflateSync(words).toString('base64')}\n`), words);
});

test('a column called __proto__ is data', () => {
  const packed = JSON.parse('{"n": 1, "columns": {"__proto__": ["x"]}}');
  assert.equal(Object.getOwnPropertyDescriptor(unpack(packed)[0], '__proto__').value, 'x');
});
