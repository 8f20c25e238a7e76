// The part of the network around one claim, finding or actor, and where each node of it stands.
//
// A claim stands in the middle; above it who says it, to the left and right who stands in its roles,
// below it the norms that a finding leads to. So every claim reads the same way.

/** @typedef {import('../view').Network} Network */
/** @typedef {[node: number, x: number, y: number]} Place */
/**
 * Nodes with places, for a wide frame and for a tall and narrow one, lines, and how many claims found no room.
 * @typedef {{nodes: Place[], tall: Place[], lines: number[], more: number}} Around
 */

const COLUMN = 345;
const ROW = 124;
const ABOVE = -240;
const BELOW = 240;
const IN_A_ROW = 3;
const ACROSS = 300;
const ACROSS_CROWDED = 205;
const DEEPER = 125;

// The same for a tall and narrow frame.
const BESIDE = 150;
const STEP = 140;
const FIRST_STEP = 26;

/** An actor's neighbourhood is cut here; the page says how many claims there are in all. */
export const MOST_CLAIMS = 14;

/** Lines that lead from a voice to what it speaks of. */
const VOICED = new Set(['says', 'contests']);

/** Half, rounded down as of whole numbers. @param {number} value */
const half = (value) => Math.floor(value / 2);

export class Surroundings {
  /** @param {Network} network */
  constructor(network) {
    this.network = network;
    const { nodes, lines } = network;
    // Lines at each node, one node after the other: quick to make, and small for many.
    const starts = new Uint32Array(nodes.length + 1);
    const ends = (/** @type {{from: number, to: number}} */ { from, to }) => (from === to ? [from] : [from, to]);
    for (const line of lines) if (line.kind !== 'gone') for (const end of ends(line)) starts[end + 1] += 1;
    for (let at = 1; at <= nodes.length; at += 1) starts[at] += starts[at - 1];
    const free = starts.slice();
    this.starts = starts;
    this.touching = new Uint32Array(starts[nodes.length]);
    lines.forEach((line, at) => { if (line.kind !== 'gone') for (const end of ends(line)) { this.touching[free[end]] = at; free[end] += 1; } });
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    nodes.forEach(({ kind, claim, actors }, at) => {
      if (kind === 'gone') return;
      if (claim !== null) this.numbers.set(`claim ${claim}`, at);
      else if (kind === 'actor') this.numbers.set(`actor ${actors[0]}`, at);
    });
    /** @type {Map<string, number>} */
    this.inferred = new Map();
    lines.forEach(({ kind, finding }, at) => { if (kind === 'finding' && finding !== null) this.inferred.set(finding, at); });
  }

  /** The lines at a node, in their order. @param {number} node @returns {number[]} */
  at(node) {
    return Array.from(this.touching.subarray(this.starts[node], this.starts[node + 1]));
  }

  /** What is around a claim, without the norms that do not apply. @param {number} claim @returns {Around | null} */
  ofClaim(claim) {
    const node = this.numbers.get(`claim ${claim}`);
    if (node === undefined) return null;
    const { lines } = this.network;
    // Single findings have a neighbourhood of their own.
    return this.crossed(node, this.at(node).filter((at) => lines[at].kind !== 'finding' && lines[at].style !== 'spared'));
  }

  /** What is around a finding: its transfer, with this one norm. @param {string} finding its id @returns {Around | null} */
  ofFinding(finding) {
    const own = this.inferred.get(finding);
    if (own === undefined) return null;
    const { lines } = this.network;
    const node = lines[own].from;
    const others = this.at(node).filter((at) => {
      const { kind, from, label } = lines[at];
      return VOICED.has(kind) || kind === 'role' || (from === node && label.startsWith('part of'));
    });
    return this.crossed(node, [...others, own]);
  }

  /** The claims in which an actor stands in a role, or else those that it makes. @param {string} actor its id @returns {Around | null} */
  ofActor(actor) {
    const node = this.numbers.get(`actor ${actor}`);
    if (node === undefined) return null;
    const { lines } = this.network;
    const all = this.at(node);
    const roles = all.filter((at) => lines[at].kind === 'role');
    return this.star(node, roles.length ? roles : all);
  }

  /** The other ends of lines, each once: actors before claims, so that arrows cross less. @param {number} centre @param {number[]} lines */
  others(centre, lines) {
    const { network } = this;
    const ends = new Set(lines.map((at) => (network.lines[at].to === centre ? network.lines[at].from : network.lines[at].to)));
    ends.delete(centre);
    const later = (/** @type {number} */ node) => Number(!['actor', 'voice'].includes(network.nodes[node].kind));
    return [...ends].sort((one, other) => later(one) - later(other) || one - other);
  }

  /** @param {number} centre @param {number[]} lines @returns {Around} */
  crossed(centre, lines) {
    const of = (/** @type {(line: import('../view').Line) => boolean} */ wanted) => this.others(centre, lines.filter((at) => wanted(this.network.lines[at])));
    const above = of(({ kind }) => VOICED.has(kind));
    const below = of(({ kind }) => kind === 'finding' || kind === 'findings');
    const placed = new Set([centre, ...above, ...below]);
    const left = of(({ to }) => to === centre).filter((node) => !placed.has(node));
    for (const node of left) placed.add(node);
    const right = of(() => true).filter((node) => !placed.has(node));
    const tallest = Math.max(left.length, right.length, 1);
    const reach = above.length > 1 || below.length > 1 ? Math.max(0, half((tallest - 1) * ROW) - 40) : 0;
    const depth = (/** @type {number[]} */ nodes) => Math.ceil(nodes.length / 2) + 1;
    return around(lines, 0,
      [[centre, 0, 0], ...row(above, ABOVE - reach, -1), ...row(below, BELOW + reach, 1), ...pillar(left, -COLUMN), ...pillar(right, COLUMN)],
      [[centre, 0, 0], ...pairs(above, depth(left), -1), ...pairs(left, 1, -1), ...pairs(right, 1, 1), ...pairs(below, depth(right), 1)]);
  }

  /** @param {number} centre @param {number[]} lines @returns {Around} */
  star(centre, lines) {
    const claims = this.others(centre, lines);
    const kept = new Set(claims.slice(0, MOST_CLAIMS));
    const shown = lines.filter((at) => kept.has(this.network.lines[at].from) || kept.has(this.network.lines[at].to));
    // Arrows tell the direction, so the two sides share the claims evenly and nothing is a tower.
    const nodes = this.others(centre, shown);
    const middle = Math.ceil(nodes.length / 2);
    return around(shown, claims.length - kept.size, [[centre, 0, 0], ...pillar(nodes.slice(0, middle), -COLUMN), ...pillar(nodes.slice(middle), COLUMN)], []);
  }
}

/** @param {number[]} lines @param {number} more @param {Place[]} nodes @param {Place[]} tall @returns {Around} */
function around(lines, more, nodes, tall) {
  const byNumber = (/** @type {Place[]} */ places) => [...new Map(places.map((place) => [place[0], place])).values()].sort((one, other) => one[0] - other[0]);
  return { nodes: byNumber(nodes), tall: byNumber(tall), lines: [...lines].sort((one, other) => one - other), more };
}

/** Nodes two by two, beside the axis that lines to what stands beyond them take. @param {number[]} nodes @param {number} depth @param {number} far @returns {Place[]} */
function pairs(nodes, depth, far) {
  if (nodes.length === 1 && depth > 1) return [[nodes[0], 0, far * (depth * STEP + FIRST_STEP)]];
  return nodes.map((node, at) => [node, (at % 2 * 2 - 1) * BESIDE, far * ((depth + half(at)) * STEP + FIRST_STEP)]);
}

/** Nodes side by side; more than three in two alternating depths, so that labels fit. @param {number[]} nodes @param {number} y @param {number} far @returns {Place[]} */
function row(nodes, y, far) {
  const crowded = nodes.length > IN_A_ROW;
  const across = crowded ? ACROSS_CROWDED : ACROSS;
  const first = half(-(nodes.length - 1) * across);
  return nodes.map((node, at) => [node, first + at * across, y + (crowded ? at % 2 * DEEPER * far : 0)]);
}

/** @param {number[]} nodes @param {number} x @returns {Place[]} */
function pillar(nodes, x) {
  const first = half(-(nodes.length - 1) * ROW);
  return nodes.map((node, at) => [node, x, first + at * ROW]);
}

/** @type {Surroundings | null} */
let made = null;

/**
 * What is drawn around a row of the page; null where nothing is. What it takes is made when it is first asked for.
 * @param {import('../view').View} view @param {string | null} kind @param {number} at @returns {Around | null}
 */
export function aroundOf(view, kind, at) {
  if (made?.network !== view.network) made = new Surroundings(view.network);
  if (kind === 'claim') return made.ofClaim(at);
  if (kind === 'finding') return made.ofFinding(view.findings[at]?.id);
  if (kind === 'actor') return made.ofActor(view.actors[at]?.id);
  return null;
}
