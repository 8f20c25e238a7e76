import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexOf } from '../src/facetindex.js';
import { Found } from '../src/found.js';
import { Entries, fold, suggest } from '../src/search.js';

const NORMS = [['2270-6', 'S/RES/2270 (2016), para. 6'], ['2270-8', 'S/RES/2270 (2016), para. 8'], ['1874-9', 'S/RES/1874 (2009), para. 9'], ['2216-14', 'S/RES/2216 (2015), para. 14']];
const actor = (id, name, ...aliases) => ({ id, name, kind: 'state', aliases, says: [], stands: [] });
const act = (claim, who, words) => ({ claim, speakers: [who], who, date: '2020', stance: 'asserts', status: 'actual', bearing: 'affirms', sentence: `${who} asserts it`, words: { text: null, verbatim: true, spans: [], exact: [words] } });
const view = /** @type {any} */ ({
  texts: [{ id: 't', title: 'The report', by: 'Utopia', date: '2020' }],
  actors: [actor('RU', 'Ruritania', 'Руритания', '루리타니아', 'روریتانیا'), actor('UT', 'Utopia', 'ユートピア'), actor('EL', 'École de Tir'), actor('SR', 'Greater Ruritanian League')],
  items: [{ id: 'rifles', label: 'Rifles', aliases: ['carbines'], broader: [] }],
  instruments: [],
  norms: NORMS.map(([id, citation]) => ({ id, citation, rule: 'No arms.', binds: 'all', role: 'supplier', instrument: 'x' })),
  claims: [
    { id: 't/one', name: 'one', sentence: 'a transfer to an importer', kind: 'transfer', text: 0, items: [0], acts: [0], roles: [{ role: 'recipient', label: 'Ruritania', actor: 'RU', claim: null, whole: false }] },
    { id: 't/two', name: 'two', sentence: 'a portable launcher', kind: 'conduct', text: 0, items: [], acts: [1], roles: [] },
  ],
  acts: [act(0, 'UT', 'ships came and went'), act(1, 'EL', 'nothing of the port was seen')],
  findings: [{ id: 'f', kind: 'alleged violation', sentence: 'An alleged violation', claim: 0, norm: 0, citation: NORMS[0][1], agent: 'Ruritania', actor: 'RU', acts: [0], denials: [], lawful: [], exempting: [], marks: [], applies: true }],
});
const found = new Found(view, indexOf(view));
const entries = new Entries(view, found);
const TYPES = /** @type {const} */ (['actor', 'item', 'norm', 'claim', 'finding', 'text']);
const labels = (query, type) => suggest(entries, query, TYPES, 5).find((group) => group.type === type)?.first.map(({ label }) => label) || [];
const rows = (kind, query) => [...found.rows(kind, query)].flatMap((each, at) => (each ? [at] : []));

test('an actor is found under every name, in any script, with or without accents and capitals', () => {
  for (const query of ['руритания', 'РУРИТ', '루리타', 'روریت', 'ruritania']) assert.equal(labels(query, 'actor')[0], 'Ruritania', query);
  assert.deepEqual(labels('ecole', 'actor'), ['École de Tir']);
  assert.deepEqual(labels('ユート', 'actor'), ['Utopia']);
  assert.equal(suggest(entries, 'руритания', TYPES, 5)[0].first[0].hint, 'Руритания');
});

test('whole words come first, then beginnings, then what is within words', () => {
  assert.deepEqual(labels('ruritania', 'actor'), ['Ruritania', 'Greater Ruritanian League']);
  assert.deepEqual(labels('port', 'claim'), ['a portable launcher', 'a transfer to an importer']);
});

test('a paragraph is found by its number, with or without its instrument', () => {
  assert.equal(labels('6', 'norm')[0], NORMS[0][1]);
  assert.equal(labels('para. 6', 'norm')[0], NORMS[0][1]);
  assert.deepEqual(labels('2270 6', 'norm'), [NORMS[0][1]]);
  assert.deepEqual(rows('claim', '2270 6'), [0]);
  assert.deepEqual(rows('claim', '2216'), []);
  assert.deepEqual(rows('finding', '270'), []);
  assert.deepEqual(rows('finding', '22'), [0]);
  assert.deepEqual(labels('S/RES/2270', 'norm'), [NORMS[0][1], NORMS[1][1]]);
  assert.deepEqual(labels('S/RES/2270 (2016), para. 8', 'norm'), [NORMS[1][1]]);
});

test('aliases of actors and of items find what is said of them, and by them', () => {
  assert.deepEqual(rows('claim', 'руритания'), [0]);
  assert.deepEqual(rows('finding', '루리타니아'), [0]);
  assert.deepEqual(rows('claim', 'ユートピア'), [0]);
  assert.deepEqual(rows('claim', 'ecole'), [1]);
  assert.deepEqual(rows('claim', 'carbines'), [0]);
  assert.deepEqual(rows('claim', 'went ships'), [0]);
  assert.deepEqual(rows('claim', 'went portable'), []);
  assert.equal(found.rows('claim', '  '), null);
});

test('typing on finds what typing at once finds', () => {
  const slowly = new Found(view, indexOf(view));
  for (const word of ['p', 'po', 'por', 'port', 'porta']) slowly.rows('claim', word);
  assert.deepEqual([...slowly.rows('claim', 'porta')], [...new Found(view, indexOf(view)).rows('claim', 'porta')]);
});

test('a claim that is found by a quote shows the quote', () => {
  const [group] = suggest(entries, 'came', ['claim'], 5);
  assert.deepEqual(group.first.map(({ id, hint }) => [id, hint]), [['t/one', 'ships came and went']]);
});

test('folding keeps the letters of every script', () => {
  assert.equal(fold('É ŝ Ё й が'), fold('é Ŝ е и か'));
  assert.equal(fold('Korea’s'), "korea's");
});
