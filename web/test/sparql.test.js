import assert from 'node:assert/strict';
import test from 'node:test';
import { rowsOf } from '../src/sparql/answers.js';
import { limited, mistake, problemOf, refusal } from '../src/sparql/asking.js';
import { bound, command, iriOf, read, written } from '../src/sparql/binding.js';
import { offers, shortened, stub } from '../src/sparql/completing.js';
import { telling, tokens } from '../src/sparql/tokens.js';

const BASE = 'https://example.org/';
const PREFIXES = { ata: `${BASE}core#`, actor: `${BASE}id/actor/`, stance: `${BASE}vocab/stance/`, xsd: 'http://www.w3.org/2001/XMLSchema#' };
const KNOWN = [
  { iri: `${BASE}core#Transfer`, kind: 'class', label: 'transfer', meaning: 'A described supply.' },
  { iri: `${BASE}core#transfer`, kind: 'property', label: 'transfer', meaning: '' },
  { iri: `${BASE}vocab/stance/denies`, kind: 'term', label: 'denies', meaning: 'Says that it is not so.' },
  { iri: `${BASE}id/actor/KP`, kind: 'actor', label: 'DPRK', meaning: '' },
];
const named = (at, query) => offers(query, at, PREFIXES, KNOWN).offers.map(({ insert }) => insert);

test('tokens are the query again, whatever it holds', () => {
  for (const query of ['SELECT ?x { ?x a ata:T . FILTER(?x < 3 && ?y > "a\\"b") } # end', '"""open', "<a b> 'x", '\u{1f600} ?ü "日本"@ja', 'a:b.c. :d']) {
    assert.equal(tokens(query).map(({ text }) => text).join(''), query);
  }
  assert.deepEqual(telling('?x ata:a.b <http://x#y> "{" # }').map(({ kind }) => kind), ['variable', 'name', 'iri', 'literal']);
});

test('what writes, reaches out or names a graph to ask is refused with its place, and words in literals are not', () => {
  assert.match(refusal('ASK {\n  SERVICE <http://x/> { }\n}')?.message || '', /another machine/);
  assert.deepEqual([refusal('ASK {\n  SERVICE <http://x/> {} }')?.line, refusal('ASK {\n  SERVICE <http://x/> {} }')?.column], [2, 3]);
  for (const query of ['INSERT DATA { <a:b> <a:c> 1 }', 'delete where { ?s ?p ?o }', 'CLEAR ALL', 'LOAD <http://x/>', 'SELECT * FROM <a:b> { ?s ?p ?o }', ' # nothing', `ASK ${'{'.repeat(120)}`]) assert.ok(refusal(query), query);
  for (const query of ['ASK { ?s ?p "INSERT" } # SERVICE', 'SELECT ?insert { ?insert a <http://x/SERVICE> }']) assert.equal(refusal(query), null, query);
});

test('a query gets a limit of rows before its last data, and keeps a smaller one of its own', () => {
  assert.equal(limited('SELECT * { ?s ?p ?o } # all', 10), 'SELECT * { ?s ?p ?o } # all\nLIMIT 11');
  assert.equal(limited('SELECT * { { SELECT * { ?s ?p ?o } LIMIT 3 } }', 10).endsWith('LIMIT 11'), true);
  assert.equal(limited('SELECT * { ?s ?p ?o } limit 5', 10), 'SELECT * { ?s ?p ?o } limit 5');
  assert.equal(limited('SELECT * { ?s ?p ?o } LIMIT 500 OFFSET 3', 10), 'SELECT * { ?s ?p ?o } LIMIT 11 OFFSET 3');
  assert.equal(limited('SELECT * { ?s ?p ?o } ORDER BY ?s VALUES ?s { <a:b> }', 10), 'SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 11 VALUES ?s { <a:b> }');
  assert.equal(limited('ASK { ?s ?p ?o }', 10), 'ASK { ?s ?p ?o }');
});

test('an error tells its place in what was written, and a mistake that can be named is named', () => {
  const above = 'PREFIX a: <b>\nPREFIX c: <d>\n';
  const problem = problemOf('Error: error at 4:9: expected one of LATERAL, SERVICE', 'SELECT ?x WHERE {\n ?x ?y }', { above, prefixes: PREFIXES });
  assert.deepEqual([problem.line, problem.column], [2, 2]);
  assert.match(mistake('ASK {\n foo:x ?p ?o }', PREFIXES)?.message || '', /prefix foo:, at line 2, column 2/);
  assert.match(mistake('ASK { ?s ?p (1 2 }', PREFIXES)?.message || '', /The bracket } closes none/);
  assert.match(mistake('ASK { { ?s ?p ?o }', PREFIXES)?.message || '', /never closed, at line 1, column 5/);
  assert.equal(mistake('PREFIX foo: <a:>\nASK { foo:x ata:y _:b }', PREFIXES), null);
  assert.match(problemOf('RuntimeError: unreachable', '', { above, prefixes: {} }).message, /started anew/);
});

const QUESTION = {
  name: 'between', question: '', group: 'claims',
  parameters: [{ name: 'supplier', kind: 'actor', required: true, meaning: '' }, { name: 'date', kind: 'date', required: false, meaning: '' }, { name: 'claim', kind: 'claim', required: false, meaning: '' }],
  sparql: '# one {\nSELECT ?supplier ?date ?claim WHERE {\n  { SELECT ?supplier ?date (MAX(?end) AS ?last) WHERE { ?a ?b ?end . FILTER(?end < ?date) } GROUP BY ?supplier ?date }\n}',
};

test('parameters are bound where the question begins, and days where they are compared', () => {
  const filled = bound(QUESTION, { supplier: 'KP', date: '2023-10-26' }, BASE);
  assert.equal(filled.split('\n').slice(1, 4).join('\n'), 'SELECT ?supplier ?date ?claim WHERE {\n  VALUES ?supplier { actor:KP }\n  VALUES ?date { "2023-10-26"^^xsd:date }');
  assert.equal(filled.match(/VALUES \?date/g)?.length, 2);
  assert.equal(filled.match(/VALUES \?supplier/g)?.length, 1);
  assert.equal(bound(QUESTION, {}, BASE), QUESTION.sparql);
});

test('a value cannot leave its place in the query', () => {
  assert.match(bound(QUESTION, { supplier: 'x> } ; DROP' }, BASE), /VALUES \?supplier { <https:\/\/example\.org\/id\/actor\/x%3E%20%7D%20%3B%20DROP> }/);
  assert.match(bound(QUESTION, { claim: 'a" } #\n\\' }, BASE), /VALUES \?claim { "a\\" } #\\n\\\\" }/);
  assert.equal(iriOf('place', "a(b)'*!", BASE), `${BASE}id/place/a%28b%29%27%2A%21`);
});

test('what was given comes back from the address, and stands on the command line', () => {
  const given = { supplier: 'a&b=c', date: '' };
  assert.deepEqual(read(written(given)), { supplier: 'a&b=c' });
  assert.deepEqual(read('%'), {});
  assert.equal(command(QUESTION, given), "kg ask between --param 'supplier=a&b=c'");
});

test('terms, variables and prefixes are offered where they can stand, and nothing within words', () => {
  const query = 'SELECT ?claim { ?claim a ata:Tra } # ata:Tra';
  assert.deepEqual(named(32, query), ['ata:Transfer', 'ata:transfer']);
  assert.equal(stub(query, query.length), null);
  assert.equal(stub('ASK { ?s ?p "ata:T', 18), null);
  assert.deepEqual(named(13, 'SELECT ?claim ?c { ?claim ?cause ?x }'), []);
  assert.deepEqual(named(16, 'SELECT ?claim ?c { ?claim ?cause ?x }'), ['?cause', '?claim']);
  assert.deepEqual(named(7, 'ASK den'), ['stance:denies']);
  assert.ok(named(8, 'ASK dprk').includes('actor:KP'));
  assert.ok(named(3, 'Opt').includes('OPTIONAL'));
});

test('an IRI is written with the prefix that leaves a plain name', () => {
  assert.equal(shortened(`${BASE}vocab/stance/denies`, PREFIXES), 'stance:denies');
  assert.equal(shortened(`${BASE}id/actor/KP/member-of/x`, PREFIXES), '');
});

test('an answer has its columns in their order, its languages, and is cut where it is too long', () => {
  const json = JSON.stringify({ head: { vars: ['b', 'a'] }, results: { bindings: [{ a: { type: 'literal', value: 'x', 'xml:lang': 'ko' } }, { b: { type: 'bnode', value: 'n' } }] } });
  const answer = rowsOf(json, 1);
  assert.deepEqual([answer.head, answer.rows, answer.cut], [['b', 'a'], [[null, { kind: 'literal', value: 'x', language: 'ko' }]], true]);
  assert.equal(rowsOf('{"head":{},"boolean":false}', 1).truth, false);
});
