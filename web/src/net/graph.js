// The network as a graph: what is joined to a node, and ids by which a link names nodes.

/** @typedef {import('../view').View} View */

/** Findings that do not apply, or cannot be decided, are drawn in the whole graph and for themselves alone. */
const SPARED = 'spared';

/** What is joined to what. A finding by itself does not count, since all of a kind have a line together. */
export class Graph {
  /** @param {View} view */
  constructor(view) {
    this.view = view;
    const { nodes, lines } = view.network;
    /** @type {number[][]} */
    this.lines = nodes.map(() => []);
    /** how many rules that do not apply, or cannot be decided, a node is joined to */
    this.spared = new Uint32Array(nodes.length);
    lines.forEach(({ from, to, kind, style }, at) => {
      if (kind === 'finding' || kind === 'gone') return;
      if (style === SPARED) { this.spared[from] += 1; this.spared[to] += 1; return; }
      this.lines[from].push(at);
      if (to !== from) this.lines[to].push(at);
    });
    /** @type {Map<string, number>} */
    this.numbers = new Map(nodes.map((_, at) => [this.idOf(at), at]));
  }

  /** @param {number} at @returns {string} */
  idOf(at) {
    const { kind, claim, actors, label } = this.view.network.nodes[at];
    if (claim !== null) return `c.${this.view.claims[claim].id}`;
    return kind === 'actor' || kind === 'voice' ? `a.${actors.join('+')}` : `n.${label}`;
  }

  /** The number of the node with this id, or -1. @param {string} id */
  numberOf(id) {
    return this.numbers.get(id) ?? -1;
  }

  /** The node of a row, or -1. @param {string | null} kind @param {any} each */
  nodeOfRow(kind, each) {
    if (!each) return -1;
    if (kind === 'actor') return this.numberOf(`a.${each.id}`);
    const claim = kind === 'finding' ? this.view.claims[each.claim] : each;
    return claim ? this.numberOf(`c.${claim.id}`) : -1;
  }

  /** @param {number} line @param {number} at one of its ends */
  otherEnd(line, at) {
    const { from, to } = this.view.network.lines[line];
    return from === at ? to : from;
  }

  /**
   * The nodes that are joined to one, each once. Whoever denies a claim comes first, so that no cut hides a denial.
   * @param {number} at @returns {number[]}
   */
  neighboursOf(at) {
    const { lines, nodes } = this.view.network;
    const weight = (/** @type {number} */ line) => (nodes[at].kind === 'proposition' && lines[line].style === 'crossed' ? 0 : 1);
    const sorted = [...this.lines[at]].sort((one, other) => weight(one) - weight(other) || one - other);
    return [...new Set(sorted.map((line) => this.otherEnd(line, at)))].filter((each) => each !== at);
  }

  /** Lines both of whose ends are among nodes. @param {Iterable<number>} nodes @returns {number[]} */
  linesAmong(nodes) {
    const shown = new Set(nodes);
    return [...shown].flatMap((at) => this.lines[at].filter((line) => this.view.network.lines[line].from === at && shown.has(this.otherEnd(line, at)))).sort((one, other) => one - other);
  }
}
