// Which claims, findings and actors hold words: their own, those of what is said of them, and every name of their actors.
import { fold, wordsOf } from './search.js';

/** @typedef {import('./view').View} View */
/** @typedef {import('./facetindex.js').Lists} Lists */
/** @typedef {import('./page.js').Listed} Kind */
/** @typedef {'acts' | 'actors' | 'items' | 'norms' | 'claims' | 'findings'} Table */

// So many tables of marks are remembered, some seven to a word, so that typing on, or going back, costs little.
const REMEMBERED = 200;

export class Found {
  /** @param {View} view @param {import('./facetindex.js').Index} index */
  constructor(view, index) {
    this.view = view;
    this.index = index;
    /** @type {Map<string, Uint8Array>} */
    this.known = new Map();
    /** @type {Record<Table, string[]> | null} */
    this.texts = null;
  }

  /** What is searched; folded when it is first wanted. */
  get folded() {
    const { acts, actors, items, norms, claims, findings } = this.view;
    this.texts ||= {
      acts: acts.map((act) => fold(`${act.sentence}\n${act.words.exact.join('\n')}`)),
      actors: actors.map((actor) => fold(`${actor.name}\n${actor.kind}\n${actor.aliases.join('\n')}`)),
      items: items.map((item) => fold(`${item.label}\n${item.aliases.join('\n')}`)),
      norms: norms.map((norm) => fold(norm.citation)),
      claims: claims.map((claim) => fold(`${claim.sentence}\n${claim.name}\n${claim.kind}`)),
      findings: findings.map((finding) => fold(`${finding.sentence}\n${finding.kind}\n${finding.citation}\n${finding.agent}`)),
    };
    return this.texts;
  }

  /** @param {string} key @param {() => Uint8Array} make */
  #remembered(key, make) {
    const known = this.known.get(key);
    if (known) return known;
    if (this.known.size > REMEMBERED) this.known.clear();
    const made = make();
    this.known.set(key, made);
    return made;
  }

  /** Which rows of a table hold a word in their own words. @param {Table} table @param {string} word */
  #holding(table, word) {
    return this.#remembered(`${table} ${word}`, () => {
      const all = this.folded[table];
      // What does not hold the word without its last letter does not hold it.
      const before = this.known.get(`${table} ${word.slice(0, -1)}`);
      const marks = new Uint8Array(all.length);
      const holds = DIGIT.test(word[0]) ? (/** @type {string} */ folded) => holdsNumber(folded, word) : (/** @type {string} */ folded) => folded.includes(word);
      for (let at = 0; at < marks.length; at += 1) if ((!before || before[at]) && holds(all[at])) marks[at] = 1;
      return marks;
    });
  }

  /** Which rows of a kind hold one word. @param {Kind} kind @param {string} word folded */
  word(kind, word) {
    if (kind === 'actor') return this.#holding('actors', word);
    return this.#remembered(`${kind}: ${word}`, () => {
      const marks = this.#holding(kind === 'claim' ? 'claims' : 'findings', word).slice();
      const { acts } = this.index.rows[kind];
      mark(marks, acts, this.#holding('acts', word));
      mark(marks, this.#lists('about', kind), this.#values('about', this.#holding('actors', word), this.view.actors));
      // A claim is found by the paragraphs that findings on it are about.
      if (kind === 'claim') mark(marks, this.index.rows.claim.findings, this.#underNorms(this.#holding('norms', word)));
      this.#markItems(marks, kind, this.#holding('items', word));
      return marks;
    });
  }

  /** @param {string} key @param {Kind} kind @returns {Lists} */
  #lists(key, kind) {
    return /** @type {import('./facetindex.js').Facet} */ (this.index.byKey.get(key)).of[kind];
  }

  /** Marks by row as marks by value of a facet. @param {string} key @param {Uint8Array} marks @param {{id: string}[]} rows */
  #values(key, marks, rows) {
    const facet = /** @type {import('./facetindex.js').Facet} */ (this.index.byKey.get(key));
    const values = new Uint8Array(facet.values.length);
    for (let at = 0; at < marks.length; at += 1) if (marks[at]) { const value = facet.numbers.get(rows[at].id); if (value !== undefined) values[value] = 1; }
    return values;
  }

  /** Which findings are about a marked norm. @param {Uint8Array} norms */
  #underNorms(norms) {
    const marks = new Uint8Array(this.view.findings.length + 1);
    if (norms.includes(1)) this.view.findings.forEach(({ norm }, at) => { if (norm !== null) marks[at] = norms[norm]; });
    return marks;
  }

  /** An item is found under its own names, and not under those of broader ones. @param {Uint8Array} marks @param {Kind} kind @param {Uint8Array} items */
  #markItems(marks, kind, items) {
    if (!items.includes(1)) return;
    const { claims, findings } = this.view;
    for (let at = 0; at < marks.length; at += 1) {
      const claim = kind === 'claim' ? at : findings[at].claim;
      if (!marks[at] && claim !== null && claims[claim].items.some((each) => items[each])) marks[at] = 1;
    }
  }

  /** Which rows hold every word of a query, null for no words. @param {Kind} kind @param {string} query @returns {Uint8Array | null} */
  rows(kind, query) {
    const words = wordsOf(query);
    if (!words.length) return null;
    const rows = this.word(kind, words[0]).slice();
    for (const word of words.slice(1)) {
      const also = this.word(kind, word);
      for (let at = 0; at < rows.length; at += 1) rows[at] &= also[at];
    }
    return rows;
  }
}

const DIGIT = /\d/;

/** A number is found where it begins, and not within another: nobody who types 6 means 2016. @param {string} folded @param {string} word */
function holdsNumber(folded, word) {
  let at = folded.indexOf(word);
  while (at > 0 && DIGIT.test(folded[at - 1])) at = folded.indexOf(word, at + 1);
  return at >= 0;
}

/** Mark each row any of whose units is marked. @param {Uint8Array} marks @param {Lists} lists @param {Uint8Array} units */
function mark(marks, { starts, values }, units) {
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row]) continue;
    for (let at = starts[row]; at < starts[row + 1]; at += 1) if (units[values[at]]) { marks[row] = 1; break; }
  }
}
