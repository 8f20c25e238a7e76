import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visible } from '../src/visible.js';

test('what turns or hides is written out, and words of every script stay', () => {
  assert.equal(visible('a\u202eb\0\ud800 \u{e0041}'), 'a⟨U+202E⟩b⟨U+0000⟩⟨U+D800⟩ ⟨U+E0041⟩');
  const words = 'روريتانيا אוטופיה 𝄞 👩🏽‍🚀 é\r\n\tpar. 9';
  assert.equal(visible(words), words);
});

test('no letter carries more than four accents', () => {
  assert.equal(visible(`Z${'\u0301'.repeat(9)}!`), `Z${'\u0301'.repeat(4)}⟨5 more marks⟩!`);
});
