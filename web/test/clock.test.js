import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedOf, listed, valueOf } from '../src/clock.js';
import { partFor } from '../src/part.js';

// Ada says that it was done, Bo that it is planned, and Cy denies in a later text that it was done.
const words = (text) => ({ text, verbatim: true, spans: [[0, 1]], exact: [`words ${text}`] });
const act = (who, text, stance, status, bearing) => ({ id: who, claim: 0, speakers: [who], who, stance, status, bearing, attitude: '', sentence: `${who} ${stance}`, words: words(text) });
const finding = (kind, acts, denials) => ({
  id: 'f', kind, applies: true, sentence: kind, claim: 0, norm: 0, citation: 'para. 1', agent: 'X', actor: 'X', role: 'supplier', reasons: [], assumes: [], marks: [], ways: [],
  acts, denials, lawful: [], exempting: [], whole: null,
  elements: [{ test: 'claimed', outcome: 'met', key: 'met', said: '', rule: '', words: [words(0)], marks: [] }, { test: 'norm it depends on', outcome: 'met', key: 'met', said: '', rule: '', words: [], marks: [] }],
});
const norm = (citation) => ({ citation, since: 'since 2010 to 2020', windows: [] });
const line = (kind, from, to, who, rest) => ({ from, to, kind, label: `${kind}\nwords`, stance: '', status: '', who, style: 'solid', claim: 0, finding: null, ...rest });

function viewOf() {
  return {
    where: 'in this graph', digest: '0', stories: null,
    texts: [{ id: 't0' }, { id: 't1' }, { id: 't2' }],
    actors: ['Ada', 'Bo', 'Cy'].map((id) => ({ id, name: id, says: [0], stands: [] })),
    acts: [act('Ada', 0, 'asserts', 'completed', 'affirms'), act('Bo', 0, 'asserts', 'planned', 'affirms'), act('Cy', 1, 'denies', 'completed', 'negates')],
    claims: [{ id: 't0/c', text: 0, acts: [0, 1], who: 'Ada; Bo', roles: [], whole: null, stances: { value: 'all', stances: [{ act: 0 }, { act: 1 }, { act: 2 }], related: [], lawful: [] } }],
    norms: [norm('para. 1'), norm('para. 2'), norm('para. 3')],
    findings: [finding('alleged violation', [0], [2])],
    network: {
      nodes: [{ kind: 'proposition', claim: 0, actors: [], label: 'c' }, { kind: 'actor', claim: null, actors: ['Ada'], label: 'Ada' }, { kind: 'actor', claim: null, actors: ['Cy'], label: 'Cy' }, { kind: 'norm', claim: null, actors: [], label: 'para. 1' }],
      lines: [line('says', 1, 0, 'Ada', { stance: 'asserts', status: 'completed' }), line('contests', 2, 0, 'Cy', { stance: 'denies', status: 'completed' }), line('finding', 0, 3, '', { finding: 'f' })],
    },
    clock: {
      days: ['2020-01-01', '2021-01-01'], asOf: '', speakers: ['Ada', 'Bo', 'Cy'], texts: ['2020-01-01', '2021-01-01', '~'], norms: ['2010-01-01', '2015-01-01', '2020-06-01'], depends: [[1, 2], [], []],
      stands: [{ finding: 0, since: '2020-01-01', until: '', brought: null, row: null }, { finding: 0, since: '2020-01-01', until: '', brought: [1], row: 0 }],
      rows: [finding('prospective violation', [1], [])], more: [],
      brings: [{ claim: 0, brings: [[0], [1]], firm: [0, 1], against: [[2, [0]]] }],
      known: [{ norm: 0, until: '2020-06-01', since: 'since 2010', windows: [] }],
    },
  };
}

test('a finding stands from its day on, contested from the day of the denial on', () => {
  const view = viewOf();
  assert.equal(countedOf(view, '2019-12-31', []).findings.size, 0);
  const before = countedOf(view, '2020-12-31', []).findings.get(0);
  assert.deepEqual([before.acts, before.denials, before.elements[0].key], [[0], [], 'met']);
  const after = countedOf(view, '2021-01-01', []).findings.get(0);
  assert.deepEqual([after.denials, after.elements[0].key, after.elements[0].said], [[2], 'contested', 'Ada asserts; but Cy denies']);
});

test('who alone speaks of a plan leaves a finding of another kind, and who denies alone leaves none', () => {
  const view = viewOf();
  assert.equal(countedOf(view, '', ['Bo']).findings.get(0).kind, 'prospective violation');
  assert.equal(countedOf(view, '', ['Cy']).findings.size, 0);
  // What says no more than is planned brings less than both: of Ada alone the table tells nothing.
  assert.equal(countedOf(view, '', ['Ada']).findings.size, 0);
  assert.equal(countedOf(view, '', ['Ada', 'Bo']).findings.get(0).kind, 'alleged violation');
});

test('a norm is told as far as it was known, and those on which it depends as far as they were there', () => {
  const view = viewOf();
  const then = partFor(view, '2020-03-01', []).part;
  assert.equal(then.norms[0].since, 'since 2010');
  assert.equal(then.findings[0].elements[1].rule, 'asks for a breach of para. 2');
  const now = partFor(view, '2020-06-01', []).part;
  assert.equal(now.norms[0].since, 'since 2010 to 2020');
  assert.equal(now.findings[0].elements[1].rule, 'asks for a breach of para. 2 or para. 3');
});

test('rows keep their numbers, and lead to nothing that does not count', () => {
  const view = viewOf();
  const { part, counted } = partFor(view, '', ['Cy']);
  assert.deepEqual([part.claims[0].acts, part.findings[0].claim, part.acts[0].speakers, part.where], [[], null, [], 'in this part of the graph']);
  assert.deepEqual(part.network.lines.map(({ kind }) => kind), ['gone', 'gone', 'gone']);
  assert.deepEqual([...counted.claims], []);
  const early = partFor(view, '2020-12-31', []).part;
  assert.deepEqual(early.network.lines.map(({ kind }) => kind), ['says', 'gone', 'finding']);
  const everything = partFor(view, '', []).part;
  assert.equal(everything.claims, view.claims);
  assert.equal(everything.findings, view.findings);
});

test('a text of which no day is known counts on none, and among everything', () => {
  assert.equal(countedOf(viewOf(), '2026-01-01', []).texts.has(2), false);
  assert.equal(countedOf(viewOf(), '', []).texts.has(2), true);
});

test('what those who count make of a claim is told in each sense', () => {
  const view = viewOf();
  assert.equal(valueOf(view, 0, [{ act: 0 }, { act: 1 }, { act: 2 }]), 'both affirmed and denied or doubted as actual; affirmed as planned, sought or possible');
  assert.equal(valueOf(view, 0, [{ act: 2 }]), 'denied or doubted as actual');
  assert.equal(valueOf(view, 0, []), 'neither affirmed nor denied');
});

test('a list in a sentence has a comma where its members have one', () => {
  assert.equal(listed(['A', 'B', 'C'], 'or'), 'A, B or C');
  assert.equal(listed(['A', 'B and C'], 'or'), 'A, or B and C');
});
