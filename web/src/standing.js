// Claims side by side: who takes which stance on each, those in dispute first. An order, and no vote.
import { voices } from './grid.js';
import { AHEAD, endsOf } from './pairs.js';

/** @typedef {import('./view').View} View */
/** @typedef {import('./view').StandingAct} StandingAct */

/**
 * @typedef {object} Column
 * @property {number} claim
 * @property {StandingAct[]} standings what bears on it, the earliest first
 * @property {Set<string>} speakers
 * @property {Set<string>} disputing who affirms it and who denies or doubts it, as the same: actual, or planned
 * @property {Set<string>} denying
 * @property {string} group what it has in common with claims like it
 */

/** As what an act speaks of something; of a kind, or without a status, it speaks in general. @param {{status: string}} act */
export function senseOf({ status }) {
  if (AHEAD.has(status)) return 'possible';
  return status === 'none given' || status === 'generic' ? 'general' : 'actual';
}

/**
 * Who disputes a claim with whom. Who affirms an answer or a whole does not affirm the claim, and who denies a whole
 * does deny it; a denial in general denies in every sense, and one of what happened does not contradict a plan.
 * @param {View} view @param {number} claim @param {StandingAct[]} standings @returns {Set<string>}
 */
export function disputing(view, claim, standings) {
  const acts = standings.map(({ act }) => view.acts[act]);
  return new Set(['actual', 'possible', 'general'].flatMap((sense) => {
    const affirmed = acts.filter((act) => act.claim === claim && act.bearing === 'affirms' && senseOf(act) === sense);
    const denied = acts.filter((act) => act.bearing === 'negates' && [sense, 'general'].includes(senseOf(act)));
    return affirmed.length && denied.length ? [...affirmed, ...denied].flatMap(voices) : [];
  }));
}

/** What claims like each other have in common: the same ends and the same kinds of item, in words. @param {import('./view').Claim} claim */
export function groupOf(claim) {
  if (claim.kind !== 'transfer') return claim.kind;
  const ends = [...new Set(endsOf(claim).map(({ ends: [one, other] }) => `${one} → ${other}`))].join('; ');
  const items = claim.roles.filter(({ role }) => role === 'item').map(({ label }) => label).sort().join(', ');
  return `${ends}: ${items || 'items not named'}`;
}

/**
 * Return a column for each claim of which anybody left speaks. Like claims stand together; first stand the claims that most
 * speakers dispute, then those that most deny or doubt, then those of which most speak.
 * @param {View} view @param {number[]} claims numbers of those that count @param {(act: number) => boolean} counts whether an act does
 * @returns {Column[]}
 */
export function columnsOf(view, claims, counts) {
  const columns = claims.flatMap((claim) => {
    const standings = (view.claims[claim].stances?.stances || []).filter(({ act }) => counts(act));
    if (!standings.length) return [];
    const of = (/** @type {StandingAct[]} */ some) => new Set(some.flatMap(({ act }) => voices(view.acts[act])));
    return [{
      claim, standings, group: groupOf(view.claims[claim]), speakers: of(standings), disputing: disputing(view, claim, standings),
      denying: of(standings.filter(({ act }) => view.acts[act].bearing === 'negates')),
    }];
  });
  const day = (/** @type {Column} */ { standings: [first] }) => view.acts[first.act].date;
  columns.sort((one, other) => other.disputing.size - one.disputing.size || other.denying.size - one.denying.size
    || other.speakers.size - one.speakers.size || (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : one.claim - other.claim));
  const groups = new Map(columns.map(({ group }) => [group, /** @type {Column[]} */ ([])]));
  for (const column of columns) groups.get(column.group)?.push(column);
  return [...groups.values()].flat();
}

/**
 * Return a row for each speaker of columns, with what is said in each. Those who speak of the first column stand first, and
 * of these the side that fewer take, so that both are seen at once.
 * @param {View} view @param {Column[]} columns @returns {[string, StandingAct[][]][]}
 */
export function rowsOf(view, columns) {
  const speakers = new Set(columns.flatMap((column) => [...column.speakers]));
  const rows = [...speakers].map((who) => /** @type {[string, StandingAct[][]]} */ ([who, columns.map(({ standings }) => standings.filter(({ act }) => voices(view.acts[act]).includes(who)))]));
  const first = (/** @type {[string, StandingAct[][]]} */ [, cells]) => cells.findIndex((each) => each.length);
  const filled = (/** @type {[string, StandingAct[][]]} */ [, cells]) => cells.filter((each) => each.length).length;
  const side = (/** @type {[string, StandingAct[][]]} */ row) => view.acts[row[1][first(row)][0].act].bearing;
  /** @type {Map<string, number>} */
  const sizes = new Map();
  for (const row of rows) sizes.set(`${first(row)} ${side(row)}`, (sizes.get(`${first(row)} ${side(row)}`) || 0) + 1);
  const size = (/** @type {[string, StandingAct[][]]} */ row) => sizes.get(`${first(row)} ${side(row)}`) || 0;
  return rows.sort((one, other) => first(one) - first(other) || size(one) - size(other) || filled(other) - filled(one));
}
