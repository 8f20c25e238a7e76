// What is drawn around a claim, a finding and an actor: nothing without those who say it, no line without its ends.
import assert from 'node:assert/strict';
import test from 'node:test';
import { aroundOf, MOST_CLAIMS } from '../src/draw/around.js';

const actor = (id) => ({ kind: 'actor', label: id, claim: null, actors: [id], x: 0, y: 0 });
const claim = (at) => ({ kind: 'proposition', label: `claim ${at}`, claim: at, actors: [], x: 0, y: 0 });
const norm = (label) => ({ kind: 'norm', label, claim: null, actors: [], x: 0, y: 0 });
const line = (from, to, kind, more = {}) => ({ from, to, kind, label: '', stance: '', status: '', who: '', style: 'solid', claim: null, finding: null, ...more });

// Numbers of nodes: 0 to 3 actors, 4 and 5 claims, 6 and 7 norms.
const small = {
  actors: ['A', 'B', 'C', 'D'].map((id) => ({ id })),
  claims: [{}, {}],
  findings: [{ id: 'f1' }, { id: 'f2' }],
  network: {
    nodes: [...['A', 'B', 'C', 'D'].map(actor), claim(0), claim(1), norm('N'), norm('M')],
    lines: [
      line(0, 4, 'says'), line(3, 4, 'says', { style: 'crossed' }), line(1, 4, 'role'), line(4, 2, 'role'),
      line(4, 6, 'finding', { finding: 'f1', style: 'inferred' }), line(4, 6, 'findings', { finding: 'f1', style: 'inferred' }),
      line(4, 7, 'finding', { finding: 'f2', style: 'spared' }), line(4, 7, 'findings', { finding: 'f2', style: 'spared' }),
      line(4, 5, 'link', { label: 'part of\nasserts · actual' }), line(0, 5, 'says'),
    ],
  },
};

/** @param {any} view */
function laws(view) {
  const { nodes, lines } = view.network;
  for (const [kind, rows] of [['claim', view.claims], ['finding', view.findings], ['actor', view.actors]]) {
    rows.forEach((_, at) => {
      const near = aroundOf(view, kind, at);
      const [wide, tall] = [near.nodes, near.tall].map((places) => new Set(places.map(([node]) => node)));
      for (const each of near.lines) {
        assert.ok(wide.has(lines[each].from) && wide.has(lines[each].to));
        if (near.tall.length) assert.ok(tall.has(lines[each].from) && tall.has(lines[each].to));
      }
      if (kind === 'claim') {
        const said = lines.flatMap((each, number) => (each.kind === 'says' && nodes[each.to].claim === at ? [number] : []));
        assert.ok(said.length && said.every((number) => near.lines.includes(number)));
      }
    });
  }
}

test('no line is drawn without both ends, and no claim without all who affirm or deny it', () => laws(small));

test('a claim has its speakers above, its roles beside it, and the norms of findings below', () => {
  const { nodes, lines } = aroundOf(small, 'claim', 0);
  const place = Object.fromEntries(nodes.map(([node, x, y]) => [node, [Math.sign(x), Math.sign(y)]]));
  assert.deepEqual(place[4], [0, 0]);
  assert.deepEqual([place[0][1], place[3][1]], [-1, -1]);
  assert.equal(place[1][0], -1);
  assert.deepEqual([place[2][0], place[5][0]], [1, 1]);
  assert.equal(place[6][1], 1);
  assert.ok(!(7 in place), 'a norm that does not apply is left out');
  assert.deepEqual(lines, [0, 1, 2, 3, 5, 8]);
});

test('a finding has its own norm, also one that does not apply, and no other', () => {
  const near = aroundOf(small, 'finding', 1);
  assert.deepEqual(near.nodes.map(([node]) => node), [0, 1, 2, 3, 4, 5, 7]);
  assert.deepEqual(near.lines, [0, 1, 2, 3, 6, 8]);
});

test('an actor has the claims in which it stands, or else those that it makes', () => {
  assert.deepEqual(aroundOf(small, 'actor', 1).lines, [2]);
  assert.deepEqual(aroundOf(small, 'actor', 0).nodes.map(([node]) => node), [0, 4, 5]);
});

test('what nothing is drawn of has nothing around it', () => {
  const empty = { ...small, network: { nodes: [], lines: [] } };
  assert.deepEqual([aroundOf(empty, 'claim', 0), aroundOf(empty, 'finding', 0), aroundOf(empty, 'actor', 0), aroundOf(empty, null, -1)], [null, null, null, null]);
});

test('of many claims some are shown, and the others are counted', () => {
  const many = MOST_CLAIMS + 26;
  const view = {
    actors: [{ id: 'A' }], claims: Array(many).fill({}), findings: [],
    network: { nodes: [actor('A'), ...Array.from({ length: many }, (_, at) => claim(at))], lines: Array.from({ length: many }, (_, at) => line(0, at + 1, 'role')) },
  };
  const near = aroundOf(view, 'actor', 0);
  assert.deepEqual([near.nodes.length, near.lines.length, near.more], [MOST_CLAIMS + 1, MOST_CLAIMS, 26]);
});
