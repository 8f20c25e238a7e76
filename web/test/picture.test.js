import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALLEGED, escaped, framed, tag, text, visible, widthOf, wrapped } from '../src/picture.js';

const frame = (more) => framed({ title: 'Network', notes: ['Nothing narrows it.'], legend: [{ markup: '<path/>', words: 'denies it' }], body: [tag('circle', { cx: 1, cy: 2, r: 3 })], box: { left: -100, top: -50, right: 100, bottom: 50 }, colour: () => '#123456', ...more });

test('words stay words, whatever stands in them', () => {
  assert.equal(escaped('<script>alert("&\')</script>'), '&lt;script&gt;alert(&quot;&amp;&#39;)&lt;/script&gt;');
  assert.equal(tag('text', { fill: '"><script>' }, escaped(']]>')), '<text fill="&quot;&gt;&lt;script&gt;">]]&gt;</text>');
  assert.equal(text('&amp;', 1.005, 2), '<text x="1" y="2">&amp;amp;</text>');
});

test('what XML forbids, and what turns or hides text, is shown by its number', () => {
  assert.equal(visible('a\u0000b\u202Ec\u2066d\uFEFFe\uFFFFf'), 'a⟨U+0000⟩b⟨U+202E⟩c⟨U+2066⟩d⟨U+FEFF⟩e⟨U+FFFF⟩f');
  assert.equal(text('\u202E<', 1, 2), '<text x="1" y="2">⟨U+202E⟩&lt;</text>');
  assert.equal(visible('\uD800x😀\uDC00'), '⟨U+D800⟩x😀⟨U+DC00⟩');
  assert.equal(visible('Зенит \u200C العربية\tx'), 'Зенит \u200C العربية\tx');
});

test('a picture says what it is and what it does not say, above, below and for the ear', () => {
  const { svg, width, height } = frame();
  assert.ok(svg.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'));
  for (const part of ['<title>Network</title>', `<desc>${ALLEGED} Nothing narrows it.</desc>`, '>Nothing narrows it.</text>', '>denies it</text>', `>${ALLEGED.slice(0, 30)}`]) assert.ok(svg.includes(part), part);
  assert.ok(svg.includes(`width="${width}" height="${height}"`));
});

test('it refers to nothing outside it', () => {
  const { svg } = frame({ title: 'see https://example.org/ url(#x)' });
  assert.equal(/(?:href|src|@import|style)\s*=|<(?:script|image|use|foreignObject|style)\b/i.test(svg), false);
});

test('the same picture has the same bytes', () => {
  assert.equal(frame().svg, frame().svg);
});

test('what stands below a wide picture grows with it', () => {
  const { svg, width } = frame({ box: { left: 0, top: 0, right: 15000, bottom: 100 } });
  assert.ok(svg.includes('scale(10)'));
  assert.ok(width > 15000);
});

test('words are broken where they must be, and none is lost', () => {
  const words = `one ${'x'.repeat(300)} two`;
  const lines = wrapped(words, 12, 200);
  assert.ok(lines.every((line) => widthOf(line, 12) <= 200));
  assert.equal(lines.join('').replace(/\s/g, ''), words.replace(/\s/g, ''));
});
