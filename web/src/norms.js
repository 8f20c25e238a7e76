// Which norms the search and the filters leave, and which findings under each: for the ledger, and for the panel of a norm.
import { parted } from './facets.js';
import { changesBy, underNorms, wordsOf } from './ledger.js';
import { fold, passing } from './narrow.js';
import { data, NARROWING, state } from './page.js';

/** Words of each norm, folded. @type {string[]} */
let words = [];

/** @param {number} at */
function haystack(at) {
  if (!words.length) {
    const changes = changesBy(data);
    words = data.norms.map((_, norm) => fold(wordsOf(data, norm, changes)).replace(/\s+/g, ' '));
  }
  return words[at];
}

// A norm takes no stance, is of no pair and was said by nobody: filters by other than these are about its findings alone.
const OWN = ['words', 'about', 'regime', 'under'];

/** Whether a norm names an actor that is asked for, is of an instrument that is, and is one that is. @param {number} at */
function isChosen(at) {
  const [about, regime, under] = [state.about, state.regime, state.under].map(parted);
  const { id, instrument } = data.norms[at];
  return (!about.length || about.some((each) => data.ledger[at].named.includes(each))) && (!regime.length || regime.includes(instrument)) && (!under.length || under.includes(id));
}

/**
 * Norms that the search finds by what their record says, and findings under each norm that pass: where the search finds the norm itself,
 * its findings need not have the words too. `every` holds all findings, whether they pass or not.
 */
export function normsFound() {
  const wanted = fold(state.words).split(/\s+/).filter(Boolean);
  const isSet = (/** @type {string} */ key) => /** @type {any} */ (state)[key] !== '';
  const byWords = new Set(data.ledger.flatMap((_, at) => (wanted.every((word) => haystack(at).includes(word)) ? [at] : [])));
  const own = new Set(NARROWING.some((key) => isSet(key) && !OWN.includes(key)) ? [] : [...byWords].filter(isChosen));
  const [under, wide] = [underNorms(data, passing('finding')), underNorms(data, passing('finding', { but: 'words' }))];
  for (const [at, findings] of wide) if (byWords.has(at)) under.set(at, findings);
  return { own, under, every: underNorms(data, data.findings.map((_, at) => at)), narrowed: NARROWING.some(isSet) };
}
