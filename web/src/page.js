// What every part of the page uses: the data, and one place for what is selected and shown.
// Whatever changes the state goes through `go`; whoever draws it listens.
import { announce } from './dom.js';

/** @typedef {import('./view').View} View */
/** @typedef {'finding' | 'claim' | 'actor'} Kind */
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
 * @property {string} pair ids of a supplier and a recipient, with > between; of one not named, nothing
 * @property {string} ask the named question of the view of SPARQL
 * @property {string} given what its parameters are, as the query of a URL has it
 * @property {string} query a query of one's own, which counts before the named question
 * @property {string} about the id of an actor that speaks or has a role
 */

/** The view that the page opens on. */
export const OPENING = 'overview';

/** @type {View} */
export const data = /** @type {any} */ ({});

/** @type {State} */
export const state = {
  view: OPENING, kind: null, at: -1, list: 'findings', whole: false, part: 'network',
  words: '', stance: '', status: '', about: '', pair: '', since: '', until: '', table: 'findings', sort: '',
  ask: 'who-says-what', given: '', query: '',
};

/** @type {Array<(changed: Set<string>) => void>} */
const listeners = [];

/** @param {(changed: Set<string>) => void} listener told the names of what changed */
export function listen(listener) {
  listeners.push(listener);
}

/**
 * Change the state, and tell whoever listens. What is there already changes nothing.
 * @param {Partial<State>} patch
 */
export function go(patch) {
  const changed = new Set(Object.keys(patch).filter((key) => /** @type {any} */ (state)[key] !== /** @type {any} */ (patch)[key]));
  if (!changed.size) return;
  Object.assign(state, patch);
  for (const listener of listeners) listener(changed);
}

/** @param {string | null} kind @returns {any[]} */
export function all(kind) {
  return kind === 'finding' ? data.findings : kind === 'claim' ? data.claims : kind === 'actor' ? data.actors : [];
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
 * @param {{quietly?: boolean}} [how] quietly: nothing is announced, and a narrow window stays where it is
 */
export function select(kind, at, { quietly = false } = {}) {
  const each = all(kind)[at];
  if (!each) return;
  go({ kind, at, ...(!quietly && kind !== 'actor' ? { part: 'evidence' } : {}) });
  if (!quietly) announce(`${kind} selected: ${each.sentence || each.name}`);
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
