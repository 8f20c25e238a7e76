// Which rows pass the search and the filters. What is found is counted, and never decided.
import { dayOf } from './days.js';
import { endsOf } from './pairs.js';
import { all, data, state } from './page.js';

/** @typedef {import('./page.js').Kind} Kind */

/** @param {string} words */
export const fold = (words) => words.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[’‘]/g, "'");

/** Numbers of the acts behind a row, those that contest it included. @param {Kind} kind @param {any} each @returns {number[]} */
export const actsOf = (kind, each) => {
  if (kind === 'finding') return [...each.acts, ...each.denials, ...each.lawful];
  if (kind === 'claim') return each.acts;
  return [];
};

/** @param {Kind} kind @param {any} each @returns {Array<string | null>} */
const actorsOf = (kind, each) => {
  if (kind === 'actor') return [each.id];
  const claim = kind === 'finding' ? data.claims[each.claim] : each;
  const roles = claim ? claim.roles.map((/** @type {any} */ role) => role.actor) : [];
  return [...roles, each.actor, ...actsOf(kind, each).flatMap((at) => data.acts[at].speakers)];
};

/** @type {Map<any, string>} */
const haystacks = new Map();

/** @param {Kind} kind @param {any} each @returns {string} */
function haystack(kind, each) {
  if (!haystacks.has(each)) {
    const words = [each.sentence, each.name, each.kind, each.citation, each.agent, ...(each.aliases || [])];
    for (const at of actsOf(kind, each)) words.push(data.acts[at].sentence, ...data.acts[at].words.exact);
    haystacks.set(each, fold(words.filter(Boolean).join('\n')).replace(/\s+/g, ' '));
  }
  return haystacks.get(each) || '';
}

/** Whether a claim, or that of a finding, is of the chosen supplier and recipient. @param {Kind} kind @param {any} each */
function isOfPair(kind, each) {
  const claim = kind === 'finding' ? data.claims[each.claim] : each;
  if (kind === 'actor') return state.pair.split('>').includes(each.id);
  return Boolean(claim) && claim.kind === 'transfer' && endsOf(claim).some(({ id }) => id === state.pair);
}

/**
 * Whether any act behind a row was published from the one day on, and is known to be out by the other.
 * What contests a finding does not make it older. @param {Kind} kind @param {any} each
 */
function saidWithin(kind, each) {
  const acts = kind === 'actor' ? data.acts.flatMap((act, at) => (act.speakers.includes(each.id) ? [at] : [])) : each.acts;
  return acts.some((/** @type {number} */ at) => {
    const { date, words } = data.acts[at];
    const out = words.text === null ? '' : data.texts[words.text].out;
    return (!state.since || dayOf(date) >= dayOf(state.since)) && (!state.until || (out !== '' && out <= state.until));
  });
}

/** @param {Kind} kind @param {any} each @param {string[]} words folded @param {string} but a key of the state that does not count */
function passes(kind, each, words, but) {
  if (state.pair && but !== 'pair' && !isOfPair(kind, each)) return false;
  if (!words.every((word) => haystack(kind, each).includes(word))) return false;
  if (state.about && !actorsOf(kind, each).includes(state.about)) return false;
  if ((state.since || state.until) && !saidWithin(kind, each)) return false;
  if (kind === 'actor') return true;
  if (!state.stance && !state.status) return true;
  return actsOf(kind, each).some((at) => {
    const act = data.acts[at];
    return (!state.stance || act.stance === state.stance) && (!state.status || act.status === state.status);
  });
}

/**
 * Return the numbers of the rows that pass, in their order.
 * @param {Kind} kind @param {{but?: string}} [asked] `but`: a key of the state that does not count
 */
export function passing(kind, { but = '' } = {}) {
  const words = but === 'words' ? [] : fold(state.words).split(/\s+/);
  return all(kind).flatMap((each, at) => (passes(kind, each, words, but) ? [at] : []));
}
