import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { filled, inflate, unpack } from '../src/unpack.js';

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

test('what travels once is filled in, and what does not stand in the text stays as it is', () => {
  const words = (/** @type {number | null} */ text, /** @type {number[][]} */ spans, /** @type {string[]} */ exact) => ({ text, verbatim: true, spans, exact });
  const view = filled(/** @type {any} */ ({
    texts: [{ characters: 'X 𝄞 denies it' }], claims: [{ sentence: 'a transfer' }],
    acts: [{ words: words(0, [[0, 1], [5, 14]], []) }, { words: words(0, [[0, 1]], ['other']) }, { words: words(null, [], []) }],
    findings: [{ elements: [{ words: [words(0, [[2, 4]], [])] }] }],
    network: { nodes: [{ claim: 0, label: '' }, { claim: null, label: 'X' }], lines: [] },
  }));
  assert.deepEqual(view.acts.map((act) => act.words.exact), [['X', 'denies it'], ['other'], []]);
  assert.deepEqual(view.findings[0].elements[0].words[0].exact, ['𝄞']);
  assert.deepEqual(view.network.nodes.map(({ label }) => label), ['a transfer', 'X']);
});
