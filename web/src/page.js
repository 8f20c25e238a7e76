// What every part of the page uses: the data, and one place for what is selected and shown.
// Whatever changes the state goes through `go`; whoever draws it listens.
import { announce } from './dom.js';
import { FACET_KEYS } from './facetindex.js';

/** @typedef {import('./view').View} View */
/** @typedef {'finding' | 'claim' | 'actor'} Listed what the lists hold */
/** @typedef {Listed | 'norm'} Kind what can be selected */
/**
 * @typedef {object} State
 * @property {string} view the id of the view in the middle
 * @property {Kind | null} kind what is selected
 * @property {number} at its number in its list
 * @property {string} list findings, claims or actors
 * @property {boolean} whole the whole network rather than what is around the selected
 * @property {string} part which part a narrow window shows: lists, network or evidence
 * @property {string} words searched for
 * @property {string} stance
 * @property {string} status
 * @property {string} table which table is shown
 * @property {string} sort the head of the column that it is sorted by, with - before it for descending
 * @property {string} since what was published from this day on counts; empty for all
 * @property {string} until what is known to be out by this day counts; empty for all
 * @property {string} ledger which norms the ledger shows; empty for all
 * @property {string} ledgerby what it groups them by: concerns or instrument
 * @property {string} pair ids of a supplier and a recipient, with > between; of one not named, nothing
 * @property {string} act the id of the act of saying whose words the panel shows; empty for the first
 * @property {string} stancesAs what the view of stances shows: claim, claims or speaker
 * @property {string} stancesWho ids of the speakers whose stances it shows, with commas between; * for all; empty for those whom the filters leave
 * @property {string} stancesOf the id of the actor whose stances over time it shows
 * @property {string} about ids of actors that speak or have a role; several values of a facet stand with | between
 * @property {string} speaker @property {string} supplier @property {string} recipient @property {string} via @property {string} agent
 * @property {string} item @property {string} claimed @property {string} text @property {string} year
 * @property {string} found kinds of findings @property {string} regime ids of instruments @property {string} under ids of norms @property {string} mark
 * @property {string} from where a path begins: a kind and an id, with : between
 * @property {string} to where it ends
 * @property {string} direction "said": along the direction in which things are said; or "either"
 * @property {string} net the row that the network stays around while others of it are selected; empty: it follows the selected
 * @property {string} netOpen nodes of the network that were expanded
 * @property {string} netRings how many rings around the selected are drawn, 1 or 2
 * @property {string} netPins where nodes were put in the picture
 * @property {string} netPinsAll the same in the whole graph
 * @property {string} theme light or dark; empty for what the system has
 * @property {string} embed 1 where the page stands within another
 * @property {string} asof the day by which what counts was out; empty for all days
 * @property {string} according ids of the speakers whose words count, with commas between; empty for everybody
 * @property {string} ask the named question of the view of SPARQL
 * @property {string} given what its parameters are, as the query of a URL has it
 * @property {string} query a query of one's own, which counts before the named question
   */

/** Keys of the state that narrow what is shown. */
export const NARROWING = [...FACET_KEYS, 'words', 'pair', 'since', 'until'];

/** Tell whether what is shown is narrowed otherwise than before. @param {Set<string>} changed */
export const narrows = (changed) => NARROWING.some((key) => changed.has(key));

/** The view that the page opens on. */
export const OPENING = 'overview';

/** @type {View} */
export const data = /** @type {any} */ ({});

/** What the address holds, and what each is when the address does not name it. */
export const USUAL = {
  view: OPENING, list: 'findings',
  ...Object.fromEntries(NARROWING.map((key) => [key, ''])),
  table: 'findings', sort: '',
  act: '', stancesAs: 'claim', stancesWho: '', stancesOf: '',
  from: '', to: '', direction: 'said',
  net: '', netOpen: '', netRings: '1', netPins: '', netPinsAll: '',
  ledger: '', ledgerby: 'concerns',
  theme: '', embed: '',
  asof: '', according: '',
  ask: 'who-says-what', given: '', query: '',
};

/** @type {State} */
export const state = /** @type {any} */ ({ ...USUAL, kind: null, at: -1, whole: false, part: 'network' });

/** @type {Array<(changed: Set<string>) => void>} */
const listeners = [];

/** @param {(changed: Set<string>) => void} listener told the names of what changed */
export function listen(listener) {
  listeners.push(listener);
}

/** What puts the data in order for what counts, before anybody draws it. */
let recount = () => {};

/** @param {() => void} doing */
export function recountWith(doing) {
  recount = doing;
}

/**
 * Change the state, and tell whoever listens. What is there already changes nothing.
 * @param {Partial<State>} patch
 */
export function go(patch) {
  const changed = new Set(Object.keys(patch).filter((key) => /** @type {any} */ (state)[key] !== /** @type {any} */ (patch)[key]));
  if (!changed.size) return;
  Object.assign(state, patch);
  if (changed.has('asof') || changed.has('according')) {
    recount();
    // All that is drawn of the data is drawn anew.
    for (const key of Object.keys(state)) if (key !== 'view' && key !== 'part') changed.add(key);
  }
  for (const listener of listeners) listener(changed);
}

/** @param {string | null} kind @returns {any[]} */
export function all(kind) {
  return kind === 'finding' ? data.findings : kind === 'claim' ? data.claims : kind === 'actor' ? data.actors : kind === 'norm' ? data.norms : kind === 'act' ? data.acts : [];
}

/** What is selected, or nothing. @returns {any} */
export function chosen() {
  return all(state.kind)[state.at];
}

/** @type {Map<string, Map<string, number>>} */
const numbers = new Map();

/** The number of what has this id, or -1. @param {string} kind @param {string | null} id */
export function find(kind, id) {
  if (!numbers.has(kind)) numbers.set(kind, new Map(all(kind).map((each, at) => [each.id, at])));
  return numbers.get(kind)?.get(id || '') ?? -1;
}

/**
 * Select something: the panel shows it, the lists mark it, the views mark it.
 * @param {Kind} kind
 * @param {number} at
 * @param {{quietly?: boolean, act?: string}} [how] quietly: nothing is announced, and a narrow window stays where it is; act: whose words are shown
 */
export function select(kind, at, { quietly = false, act = '' } = {}) {
  const each = all(kind)[at];
  if (!each) return;
  go({ kind, at, act, ...(!quietly && kind !== 'actor' ? { part: 'evidence' } : {}) });
  if (!quietly) announce(`${kind} selected: ${each.sentence || each.name || each.citation}`);
}

/** @param {{stance: string, status: string, bearing: string}} act */
export function wayOf(act) {
  const stance = act.stance === 'none taken' ? 'no stance' : act.stance;
  const status = act.status === 'none given' ? 'no status' : act.status;
  return (act.bearing === 'negates' ? '✕ ' : '') + stance + ' · ' + status;
}

/** @param {number[]} acts */
export function waysOf(acts) {
  return [...new Set(acts.map((at) => wayOf(data.acts[at])))].join('; ') || `nobody ${data.where} says it`;
}
