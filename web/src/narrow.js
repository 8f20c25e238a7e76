// Which rows pass the search and the filters. What is found is counted, and never decided.
import { dayOf } from './days.js';
import { isCounted, isEverything } from './counted.js';
import { FACET_KEYS, indexOf } from './facetindex.js';
import { countsOf, parted, passingRows } from './facets.js';
import { Found } from './found.js';
import { all, data, NARROWING, state } from './page.js';
import { endsOf } from './pairs.js';
import { Entries, fold } from './search.js';

/** @typedef {import('./page.js').Listed} Kind */

export { fold };

/** Numbers of the acts behind a row, those that contest it included. @param {import('./page.js').Kind} kind @param {any} each @returns {number[]} */
export const actsOf = (kind, each) => {
  if (kind === 'finding') return [...each.acts, ...each.denials, ...each.lawful, ...each.exempting];
  if (kind === 'claim') return each.acts;
  return [];
};

/** What is made of the data when it is first narrowed, and anew when the page gets other rows. @type {{of: unknown[], index: import('./facetindex.js').Index, found: Found, entries: Entries, spoken: number[][]} | null} */
let made = null;

function prepared() {
  const of = [data.claims, data.findings, data.acts, data.actors];
  if (made && made.of.every((each, at) => each === of[at])) return made;
  const numbers = new Map(data.actors.map(({ id }, at) => [id, at]));
  /** @type {number[][]} */
  const spoken = data.actors.map(() => []);
  data.acts.forEach(({ speakers }, at) => { for (const who of speakers) spoken[numbers.get(who) ?? -1]?.push(at); });
  kept = new Map();
  const index = indexOf(data);
  const found = new Found(data, index);
  made = { of, index, found, entries: new Entries(data, found, (type, at) => type === 'item' || isCounted(type, at)), spoken };
  return made;
}

/** Fold what is searched before the first key is pressed. */
export const foldAll = () => { void prepared().found.folded; };
export const index = () => prepared().index;
export const facets = () => prepared().index.facets;
export const entries = () => prepared().entries;

/** Which claims are of the chosen supplier and recipient. */
function ofPair() {
  return Uint8Array.from(data.claims, (claim) => Number(claim.kind === 'transfer' && endsOf(claim).some(({ id }) => id === state.pair)));
}

/** Whether an act was published from the one day on, and is known to be out by the other. @param {number} at */
export function isWithin(at, since = dayOf(state.since)) {
  const { date, words } = data.acts[at];
  const out = words.text === null ? '' : data.texts[words.text].out;
  return (!state.since || dayOf(date) >= since) && (!state.until || (out !== '' && out <= state.until));
}

/** Which acts were, each. */
function saidWithin() {
  const since = dayOf(state.since);
  return Uint8Array.from(data.acts, (_, at) => Number(isWithin(at, since)));
}

/** Whether a row of this kind does not count. @param {Kind} kind */
const anyLeftOut = (kind) => !isEverything() || (kind === 'finding' && Boolean(data.clock?.more.length));

/** Which rows count when nothing narrows them; null for all. @param {Kind} kind */
export function countedRows(kind) {
  return anyLeftOut(kind) ? Uint8Array.from(all(kind), (_, at) => Number(isCounted(kind, at))) : null;
}

/** Which rows pass what is no facet: the words, the pair and the days; null for all. @param {Kind} kind @param {string} but @returns {Uint8Array | null} */
function base(kind, but) {
  const { found, spoken } = prepared();
  let rows = found.rows(kind, but === 'words' ? '' : state.words);
  const also = (/** @type {(at: number) => unknown} */ passes) => {
    rows ||= new Uint8Array(kind === 'finding' ? data.findings.length : kind === 'claim' ? data.claims.length : data.actors.length).fill(1);
    for (let at = 0; at < rows.length; at += 1) if (rows[at] && !passes(at)) rows[at] = 0;
  };
  if (anyLeftOut(kind)) also((at) => isCounted(kind, at));
  if (state.pair && but !== 'pair') {
    const [ends, claims] = [state.pair.split('>'), kind === 'actor' ? new Uint8Array(0) : ofPair()];
    if (kind === 'actor') also((at) => ends.includes(data.actors[at].id));
    else if (kind === 'claim') also((at) => claims[at]);
    else also((at) => { const { claim } = data.findings[at]; return claim !== null && claims[claim]; });
  }
  if (state.since || state.until) {
    const within = saidWithin();
    // What contests a finding does not make it older.
    const acts = (/** @type {number} */ at) => (kind === 'finding' ? data.findings[at].acts : kind === 'claim' ? data.claims[at].acts : spoken[at]);
    also((at) => acts(at).some((each) => within[each]));
  }
  return rows;
}

/** What is chosen of each facet, by its key. @param {string} [but] @returns {import('./facets.js').Choice} */
export function choice(but = '') {
  return Object.fromEntries(FACET_KEYS.map((key) => [key, key === but ? [] : parted(/** @type {any} */ (state)[key])]));
}

/** What passed since the state last changed. @type {Map<string, number[]>} */
let kept = new Map();
let keptFor = '';

/**
 * Return the numbers of the rows that pass, in their order.
 * @param {Kind} kind @param {{but?: string}} [asked] `but`: a key of the state that does not count
 */
export function passing(kind, { but = '' } = {}) {
  const { index } = prepared();
  const now = NARROWING.map((key) => /** @type {any} */ (state)[key]).join('\n');
  if (now !== keptFor) [kept, keptFor] = [new Map(), now];
  const key = `${kind} ${but}`;
  let numbers = kept.get(key);
  if (!numbers) {
    numbers = [];
    const rows = passingRows(index, kind, choice(but), base(kind, but));
    for (let at = 0; at < rows.length; at += 1) if (rows[at]) numbers.push(at);
    kept.set(key, numbers);
  }
  return numbers.slice();
}

/** How many rows of a kind pass with each value of a facet. @param {Kind} kind @param {string} key */
export function counts(kind, key) {
  return countsOf(prepared().index, kind, key, choice(), base(kind, ''));
}
