// Search: words folded, and where they are found. What is found is shown as it is written.

/** @typedef {import('./view').View} View */
/** @typedef {'actor' | 'item' | 'norm' | 'claim' | 'finding' | 'text'} Type */
/**
 * @typedef {object} Entry something that can be suggested
 * @property {Type} type
 * @property {number} at its number in its list
 * @property {string} id
 * @property {string} label
 * @property {string[]} others by which it goes, too
 * @property {string} folded
 * @property {number} weight the greater comes first among equals
 */
/** @typedef {Entry & {hint: string, rank: number}} Suggestion */
/** @typedef {{word: string, whole: RegExp, start: RegExp}} Test */
/** @typedef {{type: Type, all: number, first: Suggestion[]}} Group */

const PLAIN = /^[\x00-\x7f]*$/;

/** Lower case, without accents and other marks; in any script. @param {string} words */
export function fold(words) {
  if (PLAIN.test(words)) return words.toLowerCase();
  return words.toLowerCase().replace(/[’‘]/g, "'").normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The words of a query, as they narrow. @param {string} query */
export const wordsOf = (query) => fold(query).split(/\s+/).filter(Boolean);

/** The words of a query without what stands between them, so that "2270/6" is two. @param {string} query */
const lettersOf = (query) => fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * How well words are found in what is folded: 0 as whole words, 1 as beginnings of words, 2 within words, 3 not at all.
 * @param {string} folded @param {Test[]} tests
 */
function rankOf(folded, tests) {
  let rank = 0;
  for (const { word, whole, start } of tests) {
    if (!folded.includes(word)) return 3;
    if (whole.test(folded)) continue;
    if (start.test(folded)) rank = Math.max(rank, 1);
    // Nobody who types 6 means 2016.
    else if (/^\d+$/.test(word)) return 3;
    else rank = 2;
  }
  return rank;
}

/** @param {string} query @returns {Test[]} */
function testsOf(query) {
  return lettersOf(query).map((word) => ({
    word,
    whole: new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u'),
    start: new RegExp(`(?<![\\p{L}\\p{N}])${word}`, 'u'),
  }));
}

/** @param {Type} type @param {number} at @param {string} id @param {string} label @param {string[]} [others] @param {number} [weight] @returns {Entry} */
const entry = (type, at, id, label, others = [], weight = 0) => ({ type, at, id, label, others, folded: fold([label, ...others].join('\n')), weight });

// Of so many rows that hold the words it is looked at how well they do: more than anybody reads.
const LOOKED_AT = 3000;

/** Everything that can be suggested, by type; none of it is made before it is wanted. */
export class Entries {
  /** @param {View} view @param {import('./found.js').Found} found which claims and findings hold words @param {(type: Type, at: number) => boolean} [counts] whether a row does */
  constructor(view, found, counts = () => true) {
    this.counts = counts;
    this.view = view;
    this.found = found;
    /** @type {Map<Type, Entry[]>} */
    this.made = new Map();
  }

  /** Those of a type that may hold the words, and how many there are. @param {Type} type @param {string} query @returns {{all: number, some: Entry[]} | null} null where nobody counted */
  holding(type, query) {
    if (type !== 'claim' && type !== 'finding') return null;
    const rows = this.found.rows(type, query) || [];
    let all = 0;
    const some = [];
    for (let at = 0; at < rows.length; at += 1) if (rows[at] && this.counts(type, at) && (all += 1) <= LOOKED_AT) some.push(this.row(type, at));
    return { all, some };
  }

  /** @param {'claim' | 'finding'} type @param {number} at */
  row(type, at) {
    if (type === 'claim') {
      const { id, sentence, acts } = this.view.claims[at];
      return { ...entry('claim', at, id, sentence, [], acts.length), folded: this.found.folded.claims[at] };
    }
    const { id, sentence, citation, applies } = this.view.findings[at];
    return { ...entry('finding', at, id, sentence, [citation], Number(applies)), folded: this.found.folded.findings[at] };
  }

  /** @param {Type} type @returns {Entry[]} */
  of(type) {
    const known = this.made.get(type);
    if (known) return known;
    const { actors, items, norms, claims, findings, texts } = this.view;
    const made = {
      actor: () => actors.map((each, at) => entry('actor', at, each.id, each.name, [...each.aliases, each.id], each.says.length + each.stands.length)),
      item: () => items.map((each, at) => entry('item', at, each.id, each.label, each.aliases)),
      norm: () => norms.map((each, at) => entry('norm', at, each.id, each.citation, [each.rule, `binds ${each.binds}, as ${each.role}`])),
      text: () => texts.map((each, at) => entry('text', at, each.id, each.title, [each.by, each.date])),
      claim: () => claims.map((_, at) => this.row('claim', at)),
      finding: () => findings.map((_, at) => this.row('finding', at)),
    }[type]();
    const counted = made.filter(({ at }) => this.counts(type, at));
    this.made.set(type, counted);
    return counted;
  }

  /** The words by which an entry was found, where its own name does not hold them; else what tells it from others. @param {Entry} each @param {Test[]} tests */
  hint({ type, at, label, others }, tests) {
    if (rankOf(fold(label), tests) < 3) return this.#apart(type, at);
    const quotes = type === 'claim' ? this.view.claims[at].acts.flatMap((act) => this.view.acts[act].words.exact) : [];
    const misses = (/** @type {string} */ words) => tests.filter(({ word }) => !fold(words).includes(word)).length;
    const all = [...others, ...quotes];
    const best = all.reduce((one, each) => (misses(each) < misses(one) ? each : one), '');
    return misses(best) < tests.length ? best : this.#apart(type, at);
  }

  /** What tells rows of one name apart. @param {Type} type @param {number} at */
  #apart(type, at) {
    const { norms, claims, findings, texts } = this.view;
    if (type === 'norm') return `binds ${norms[at].binds}, as ${norms[at].role}`;
    if (type === 'finding') { const { claim } = findings[at]; return claim === null ? '' : claims[claim].sentence; }
    if (type === 'text') return `${texts[at].date} · ${texts[at].by}`;
    if (type !== 'claim') return '';
    const { text, who } = claims[at];
    return [text === null ? '' : texts[text].date, who].filter(Boolean).join(' · ');
  }
}

/**
 * Suggest what the words may mean: whole words first, then beginnings, then the rest.
 * @param {Entries} entries @param {string} query @param {readonly Type[]} types in their order @param {number} limit of each type
 * @returns {Group[]} those that have any
 */
export function suggest(entries, query, types, limit) {
  const tests = testsOf(query);
  if (!tests.length) return [];
  return types.flatMap((type) => {
    const held = entries.holding(type, query);
    /** @type {Entry[][]} */
    const ranked = [[], [], []];
    for (const each of held ? held.some : entries.of(type)) {
      const rank = rankOf(each.folded, tests);
      // What is held by a quote or an alias alone comes with what is within words.
      if (rank < 3 || held) ranked[Math.min(rank, 2)].push(each);
    }
    const all = held ? held.all : ranked.reduce((sum, each) => sum + each.length, 0);
    return all ? [{ type, all, first: firstOf(entries, ranked, tests, limit) }] : [];
  });
}

/** @param {Entries} entries @param {Entry[][]} ranked @param {Test[]} tests @param {number} limit */
function firstOf(entries, ranked, tests, limit) {
  /** @type {Suggestion[]} */
  const first = [];
  for (const [rank, found] of ranked.entries()) {
    if (first.length >= limit) break;
    found.sort((one, other) => other.weight - one.weight || one.at - other.at);
    for (const each of found.slice(0, limit - first.length)) first.push({ ...each, rank, hint: entries.hint(each, tests) });
  }
  return first;
}
