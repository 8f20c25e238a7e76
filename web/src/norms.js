// Which norms the search and the filters leave, and which findings under each: for the ledger, and for the panel of a norm.
import { changesBy, underNorms, wordsOf } from './ledger.js';
import { fold, passing } from './narrow.js';
import { data, state } from './page.js';

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

/**
 * Norms that the search finds by what their record says, and findings under each norm that pass: where the search finds the norm itself,
 * its findings need not have the words too. `every` holds all findings, whether they pass or not.
 */
export function normsFound() {
  const wanted = fold(state.words).split(/\s+/).filter(Boolean);
  // A norm takes no stance, is of no pair and was said by nobody: filters by these are about its findings alone.
  const ofFindings = Boolean(state.stance || state.status || state.pair || state.since || state.until);
  const byWords = new Set(data.ledger.flatMap((_, at) => (wanted.every((word) => haystack(at).includes(word)) ? [at] : [])));
  const own = new Set([...byWords].filter((at) => !ofFindings && (!state.about || data.ledger[at].named.includes(state.about))));
  const [under, wide] = [underNorms(data, passing('finding')), underNorms(data, passing('finding', { but: 'words' }))];
  for (const [at, findings] of wide) if (byWords.has(at)) under.set(at, findings);
  return { own, under, every: underNorms(data, data.findings.map((_, at) => at)), narrowed: ofFindings || wanted.length > 0 || state.about !== '' };
}
