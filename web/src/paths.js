// Paths: how one thing leads to another through what is said of them and what is inferred from it.
// A path joins what is said in different places. Nobody says it as a whole, and it is no claim of its own.

import { againstOf } from './facetindex.js';

/** @typedef {import('./view').View} View */
/** @typedef {'actor' | 'item' | 'claim' | 'finding' | 'norm'} Type */
/** Why two things stand beside each other. @typedef {'says' | 'contests' | 'role' | 'item' | 'link' | 'inferred' | 'under'} Why */
/** @typedef {{type: Type, at: number}} End */
/**
 * @typedef {object} Edge
 * @property {number} from @property {number} to numbers of nodes
 * @property {Why} why
 * @property {string} role of what stands in a claim, or of one claim in another
 * @property {boolean} whole that the role is taken from the whole
 */
/** @typedef {{from: End, to: End, edges: Edge[]}} Step an edge may lead either way */
/**
 * @typedef {object} Web
 * @property {Record<Type, number>} firsts the number of the first node of each type
 * @property {number} size
 * @property {Edge[]} edges
 * @property {{starts: Uint32Array, values: Uint32Array}} out edges from each node
 * @property {{starts: Uint32Array, values: Uint32Array}} into edges to each node
 */

/** Whoever stands in one of these roles stands before the claim; in all others, behind it. A carrier stands between, before and behind. */
const BEFORE = new Set(['supplier', 'agent', 'party', 'cause', 'via']);
const BEHIND_TOO = new Set(['via']);
// Nobody reads longer ones; and a search that has looked at so many beginnings gives what it has.
const LONGER = 3;
const LOOKED_AT = 60_000;

const TYPES = /** @type {const} */ (['actor', 'item', 'claim', 'finding', 'norm']);

/** @param {View} view @returns {Web} */
export function webOf(view) {
  const sizes = { actor: view.actors.length, item: view.items.length, claim: view.claims.length, finding: view.findings.length, norm: view.norms.length };
  const firsts = /** @type {Record<Type, number>} */ ({});
  let size = 0;
  for (const type of TYPES) { firsts[type] = size; size += sizes[type]; }
  /** @type {Edge[]} */
  const edges = [];
  const add = (/** @type {number} */ from, /** @type {number} */ to, /** @type {Why} */ why, role = '', whole = false) => { edges.push({ from, to, why, role, whole }); };
  const actors = new Map(view.actors.map(({ id }, at) => [id, firsts.actor + at]));
  view.acts.forEach(({ claim, speakers }) => {
    if (claim === null) return;
    for (const who of speakers) { const from = actors.get(who); if (from !== undefined) add(from, firsts.claim + claim, 'says'); }
  });
  view.claims.forEach((claim, at) => {
    const here = firsts.claim + at;
    for (const { role, actor, claim: other, whole } of claim.roles) {
      const there = actor !== null ? actors.get(actor) : other !== null ? firsts.claim + other : undefined;
      if (there === undefined) continue;
      const why = actor !== null ? 'role' : 'link';
      if (BEFORE.has(role)) add(there, here, why, role, whole);
      if (!BEFORE.has(role) || BEHIND_TOO.has(role)) add(here, there, why, role, whole);
    }
    for (const item of claim.items) add(here, firsts.item + item, 'item');
  });
  view.findings.forEach((finding, at) => {
    const { claim, norm } = finding;
    for (const who of new Set(againstOf(finding).flatMap((act) => view.acts[act].speakers))) {
      const from = actors.get(who);
      if (from !== undefined) add(from, firsts.finding + at, 'contests');
    }
    if (claim !== null) add(firsts.claim + claim, firsts.finding + at, 'inferred');
    if (norm !== null) add(firsts.finding + at, firsts.norm + norm, 'under');
  });
  return { firsts, size, edges, out: grouped(edges, size, 'from'), into: grouped(edges, size, 'to') };
}

/** @param {Edge[]} edges @param {number} size @param {'from' | 'to'} end */
function grouped(edges, size, end) {
  const starts = new Uint32Array(size + 1);
  for (const edge of edges) starts[edge[end] + 1] += 1;
  for (let at = 0; at < size; at += 1) starts[at + 1] += starts[at];
  const next = starts.slice();
  const values = new Uint32Array(edges.length);
  edges.forEach((edge, at) => { values[next[edge[end]]++] = at; });
  return { starts, values };
}

/** @param {Web} web @param {number} node @returns {End} */
function endOf({ firsts }, node) {
  /** @type {Type} */
  let type = TYPES[0];
  // Types without any row begin where the next one does; the last that begins before the node is its own.
  for (const each of TYPES) if (firsts[each] <= node) type = each;
  return { type, at: node - firsts[type] };
}

/** @param {Web} web @param {End} end */
const numberOf = ({ firsts }, { type, at }) => firsts[type] + at;

/** Visit each neighbour of a node. @param {Web} web @param {number} node @param {boolean} back against the direction, too @param {boolean} forth @param {(node: number) => void} visit */
function neighbours({ out, into, edges }, node, forth, back, visit) {
  if (forth) for (let at = out.starts[node]; at < out.starts[node + 1]; at += 1) visit(edges[out.values[at]].to);
  if (back) for (let at = into.starts[node]; at < into.starts[node + 1]; at += 1) visit(edges[into.values[at]].from);
}

/** How many steps lead from each node to the last; -1 for none. @param {Web} web @param {number} last @param {boolean} either @param {(node: number) => boolean} open */
function distances(web, last, either, open) {
  const far = new Int32Array(web.size).fill(-1);
  const queue = new Uint32Array(web.size);
  far[last] = 0;
  queue[0] = last;
  let end = 1;
  for (let at = 0; at < end; at += 1) {
    const node = queue[at];
    neighbours(web, node, either, true, (next) => {
      if (far[next] >= 0 || !open(next)) return;
      far[next] = far[node] + 1;
      queue[end] = next;
      end += 1;
    });
  }
  return far;
}

/**
 * Find the shortest path and the next-shortest ones, none of which comes twice by one place.
 * @param {Web} web @param {End} from @param {End} to
 * @param {{either: boolean, most: number, passes: (end: End) => boolean}} how
 *   `either`: against the direction in which things are said, too; `passes`: whether a path may lead through a claim or a finding
 * @returns {Step[][]} the shortest first
 */
export function pathsBetween(web, from, to, { either, most, passes }) {
  const [first, last] = [numberOf(web, from), numberOf(web, to)];
  if (first === last) return [];
  const open = (/** @type {number} */ node) => node === first || node === last || passes(endOf(web, node));
  const far = distances(web, last, either, open);
  if (far[first] < 0) return [];
  /** Beginnings by how long the whole would be; what was found last is looked at first. @type {{node: number, before: any, steps: number}[][]} */
  const waiting = Array.from({ length: LONGER + 1 }, () => []);
  waiting[0].push({ node: first, before: null, steps: 0 });
  const found = [];
  for (let looked = 0; looked < LOOKED_AT && found.length < most; looked += 1) {
    const now = waiting.find((each) => each.length)?.pop();
    if (!now) break;
    if (now.node === last) { found.push(now); continue; }
    /** @type {number[]} */
    const next = [];
    neighbours(web, now.node, true, either, (node) => { if (far[node] >= 0 && !within(now, node)) next.push(node); });
    for (const node of [...new Set(next)].reverse()) {
      const longer = now.steps + 1 + far[node] - far[first];
      if (longer <= LONGER) waiting[longer].push({ node, before: now, steps: now.steps + 1 });
    }
  }
  return found.map((end) => stepsOf(web, nodesOf(end), either));
}

/** @param {any} path @param {number} node */
function within(path, node) {
  for (let at = path; at; at = at.before) if (at.node === node) return true;
  return false;
}

/** @param {any} path @returns {number[]} */
function nodesOf(path) {
  const nodes = [];
  for (let at = path; at; at = at.before) nodes.unshift(at.node);
  return nodes;
}

/** @param {Web} web @param {number[]} nodes @param {boolean} either @returns {Step[]} */
function stepsOf(web, nodes, either) {
  return nodes.slice(1).map((to, at) => {
    const from = nodes[at];
    const along = [...web.out.values.subarray(web.out.starts[from], web.out.starts[from + 1])].map((each) => web.edges[each]).filter((edge) => edge.to === to);
    const against = either ? [...web.into.values.subarray(web.into.starts[from], web.into.starts[from + 1])].map((each) => web.edges[each]).filter((edge) => edge.from === to) : [];
    return { from: endOf(web, from), to: endOf(web, to), edges: onlyOnce([...along, ...against]) };
  });
}

/** A carrier's two edges tell the same. @param {Edge[]} edges */
function onlyOnce(edges) {
  return [...new Map(edges.map((edge) => [`${edge.why} ${edge.role}`, edge])).values()];
}

/** An end as it stands in an address. @param {View} view @param {End} end */
export function nameOf(view, { type, at }) {
  return `${type}:${rowsOf(view, type)[at].id}`;
}

/** The end that an address names, or null where the graph has none of that name. @param {View} view @param {string} name @returns {End | null} */
export function endNamed(view, name) {
  const type = /** @type {Type} */ (name.slice(0, name.indexOf(':')));
  if (!TYPES.includes(type)) return null;
  const at = rowsOf(view, type).findIndex(({ id }) => id === name.slice(type.length + 1));
  return at < 0 ? null : { type, at };
}

/** @param {View} view @param {Type} type @returns {{id: string}[]} */
function rowsOf(view, type) {
  return { actor: view.actors, item: view.items, claim: view.claims, finding: view.findings, norm: view.norms }[type];
}

/** What an end is called. @param {View} view @param {End} end */
export function labelOf(view, { type, at }) {
  switch (type) {
    case 'actor': return view.actors[at].name;
    case 'item': return view.items[at].label;
    case 'norm': return view.norms[at].citation;
    case 'claim': return view.claims[at].sentence;
    default: return view.findings[at].sentence;
  }
}
