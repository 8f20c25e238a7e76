import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embedCode } from '../src/embed.js';

test('no name of a file and no title breaks out of the code to embed', () => {
  const code = embedCode('a"><script>.html', '#words=%22', '"><script>');
  assert.equal(code.split('"').length, 13);
  assert.ok(!code.includes('<script'));
  assert.ok(code.startsWith('<iframe src="a%22%3E%3Cscript%3E.html#words=%22&amp;embed=1" title="&quot;&gt;&lt;script&gt;"'));
  assert.ok(embedCode('a.html', '#', '').includes('src="a.html#embed=1"'));
});
