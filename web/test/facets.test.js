import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FACETS, indexOf } from '../src/facetindex.js';
import { countsOf, joined, parted, passingRows } from '../src/facets.js';
import { inventedView } from './invented.js';

const view = inventedView(300);
const index = indexOf(view);

// The same, told plainly and slowly: what each row has, act by act and finding by finding.
const YEAR = (act) => (act.date ? act.date.slice(0, 4) : '');
const ACT = { speaker: (act) => act.speakers, stance: (act) => [act.stance], status: (act) => [act.status], year: (act) => [YEAR(act)] };
const FINDING = { found: (each) => [each.kind], under: (each) => [view.norms[each.norm].id], mark: (each) => each.marks };
const rolesOf = (claim, role) => { const those = claim.roles.filter((each) => each.role === role).map(({ actor }) => actor); return those.length ? those : ['']; };
function itemsOf(claim) {
  const found = new Set(claim.items);
  for (const at of found) for (const broader of view.items[at].broader) found.add(broader);
  return found.size ? [...found].map((at) => view.items[at].id) : [''];
}
const ROW = { supplier: (claim) => rolesOf(claim, 'supplier'), recipient: (claim) => rolesOf(claim, 'recipient'), item: itemsOf };

function has(kind, at, choice) {
  const row = kind === 'claim' ? view.claims[at] : view.findings[at];
  const claim = kind === 'claim' ? row : view.claims[row.claim];
  const acts = kind === 'claim' ? row.acts : [...row.acts, ...row.denials, ...row.lawful];
  const findings = kind === 'claim' ? view.findings.filter((each) => each.claim === at) : [row];
  const meets = (values, key) => !choice[key] || choice[key].some((id) => values.includes(id));
  return Object.entries(ROW).every(([key, of]) => meets(of(claim), key))
    && acts.some((act) => Object.entries(ACT).every(([key, of]) => meets(of(view.acts[act]), key)))
    && (findings.length ? findings.some((each) => Object.entries(FINDING).every(([key, of]) => meets(of(each), key))) : Object.keys(FINDING).every((key) => meets([''], key)));
}

const numbers = (marks) => [...marks].flatMap((each, at) => (each ? [at] : []));
const CHOICES = [
  {}, { stance: ['denies'] }, { stance: ['denies', 'alleges'], status: ['planned'] }, { speaker: ['a0'], stance: ['asserts'], year: [''] },
  { supplier: ['a0', ''], item: ['i3'] }, { item: [''], found: ['alleged violation'] }, { found: ['alleged violation'], under: ['n3', 'n4', 'n5'], mark: ['checked'] }, { under: [''] },
];

test('what passes is what is chosen, of one act and of one finding', () => {
  for (const kind of ['claim', 'finding']) {
    for (const choice of CHOICES) {
      const wanted = Array.from({ length: index.rows[kind].n }, (_, at) => at).filter((at) => has(kind, at, choice));
      assert.deepEqual(numbers(passingRows(index, kind, choice)), wanted, JSON.stringify([kind, choice]));
    }
  }
  assert.ok(numbers(passingRows(index, 'claim', CHOICES[3])).length > 0);
});

test('each value counts what would pass if it alone were chosen in its facet', () => {
  for (const kind of ['claim', 'finding', 'actor']) {
    for (const choice of CHOICES) {
      for (const [key] of FACETS) {
        const counts = countsOf(index, kind, key, choice);
        const facet = index.byKey.get(key);
        for (let value = 0; value < facet.values.length; value += 7) {
          const alone = numbers(passingRows(index, kind, { ...choice, [key]: [facet.values[value].id] })).length;
          assert.equal(counts[value], alone, JSON.stringify([kind, choice, key, facet.values[value]]));
        }
      }
    }
  }
});

test('a broader item counts the narrower ones, and an item that is not there counts nothing', () => {
  const counts = countsOf(index, 'claim', 'item', {});
  const facet = index.byKey.get('item');
  assert.equal(counts[facet.numbers.get('any')], view.claims.filter(({ items }) => items.length).length);
  assert.equal(counts[0], view.claims.filter(({ items }) => !items.length).length);
  assert.deepEqual(numbers(passingRows(index, 'claim', { item: ['no such item'] })), []);
});

test('what the words leave out is neither passed nor counted', () => {
  const base = new Uint8Array(view.claims.length);
  base[3] = 1;
  assert.deepEqual(numbers(passingRows(index, 'claim', {}, base)), [3]);
  assert.equal(countsOf(index, 'claim', 'claimed', {}, base).reduce((one, other) => one + other), 1);
});

test('ids come back from an address whatever they hold', () => {
  for (const ids of [[], ['KP'], ['KP', 'RU'], [''], ['a|b', 'c\\d', '', '\\-'], ['|', '\\']]) assert.deepEqual(parted(joined(ids)), ids);
  assert.equal(joined(['denies']), 'denies');
});
