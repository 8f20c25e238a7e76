import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationOf } from '../src/panel/taking.js';

const view = {
  digest: 'abc',
  acts: [{ date: '2015-04-01', sentence: 'Utopia alleges, as completed', who: 'Utopia', words: { text: 0 } }, { date: '2015-04-02', sentence: 'Freedonia denies', who: 'Freedonia', words: { text: 0 } }],
  texts: [{ by: 'Utopia', title: 'The report', date: '2015-04-01', source: 'https://example.org/report', verbatim: false }],
};

test('a finding is never cited without who says it, who denies it, and that it determines nothing', () => {
  const words = citationOf('finding', { id: 'f1', kind: 'alleged violation', sentence: 'Alleged violation of art. 1', citation: 'Pact, art. 1', acts: [0], denials: [1], lawful: [], exempting: [], marks: ['read in part'] }, view);
  for (const part of ['no legal determination', 'Utopia alleges, as completed', 'Freedonia denies', 'abstract in the words of this graph', 'https://example.org/report', 'read in part', 'Graph abc.']) assert.ok(words.includes(part), part);
});

test('a claim is cited as one that asserts nothing', () => {
  assert.match(citationOf('claim', { id: 't/c', sentence: 'a transfer', acts: [0] }, view), /asserts nothing/);
});
