// The ledger of norms without a page: which norms are shown, in which groups, and where their days lie.
import { dayOf } from './days.js';

/** @typedef {import('./view').View} View */
/** @typedef {import('./view').LedgerWindow} LedgerWindow */

/**
 * What ends a window: an instrument that is recorded, something that is not, or nothing.
 * @typedef {'open' | 'fixed' | 'unrecorded'} End
 */

/** Which norms a reader can ask for, and what that is called. */
export const WHICH = {
  '': 'All norms',
  changes: 'What changed another norm, or was changed',
  findings: 'Those with findings or near misses',
  disputed: 'In force for some, and not for others',
  unchecked: 'Not checked, or in part',
};

/** What norms are grouped by. */
export const BY = { concerns: 'place, recipient or bound', instrument: 'instrument' };

/** The numbers of findings under each norm, by the number of the norm. @param {View} view @param {number[]} findings */
export function underNorms(view, findings) {
  /** @type {Map<number, number[]>} */
  const under = new Map();
  for (const at of findings) {
    const { norm } = view.findings[at];
    if (norm === null) continue;
    const there = under.get(norm);
    if (there) there.push(at);
    else under.set(norm, [at]);
  }
  return under;
}

/** Findings, and those which say that the norm does not apply or cannot be decided. @param {View} view @param {number[]} findings @returns {{leads: number[], misses: number[]}} */
export function apart(view, findings) {
  return { leads: findings.filter((at) => view.findings[at].applies), misses: findings.filter((at) => !view.findings[at].applies) };
}

/** How many there are of each kind, in their order. @param {View} view @param {number[]} findings @returns {[string, number][]} */
export function tally(view, findings) {
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const at of findings) kinds.set(view.findings[at].kind, (kinds.get(view.findings[at].kind) || 0) + 1);
  return [...kinds];
}

/** A kind as it reads of so many: "does not apply", "do not apply". @param {string} kind @param {number} count */
function ofMany(kind, count) {
  return count === 1 ? kind : kind.replace(/^does not/, 'do not').replace(/violation\b/, 'violations');
}

/** How many there are of a kind, in words: "2 alleged violations", "1 does not apply". @param {[string, number]} counted */
export function counted([kind, count]) {
  return `${count} ${ofMany(kind, count)}`;
}

/** How many near misses there are, and of which kinds. @param {View} view @param {number[]} misses */
export function tellMisses(view, misses) {
  const kinds = tally(view, misses);
  const all = `${misses.length} near ${misses.length === 1 ? 'miss' : 'misses'}`;
  return `${all}: ${kinds.length === 1 ? ofMany(kinds[0][0], misses.length) : kinds.map(counted).join(', ')}`;
}

/** Norms that each norm is recorded as changing, with how. @param {View} view */
export function changesBy(view) {
  /** @type {Map<number, {norm: number, how: string}[]>} */
  const changes = new Map();
  view.ledger.forEach((row, norm) => {
    for (const each of row.changedBy) if (each.norm !== null) changes.set(each.norm, [...(changes.get(each.norm) || []), { norm, how: each.how }]);
  });
  return changes;
}

/** The words by which a norm is found: its own, and those of what changed it and what it changes. @param {View} view @param {number} at @param {ReturnType<typeof changesBy>} changes */
export function wordsOf(view, at, changes) {
  const [norm, row] = [view.norms[at], view.ledger[at]];
  const instrument = view.statedIn[row.instrument];
  return [norm.id, norm.citation, norm.rule, norm.deontic, norm.binds, norm.role, norm.territory, norm.exempted, norm.note, norm.verification,
    row.concerns, row.towards, row.condition, row.exemptedBy, row.reach, instrument.kind, instrument.title,
    ...row.covers, ...row.excepts, ...row.depends, ...row.readWith,
    ...row.windows.flatMap((each) => [each.since, each.last, each.by, each.held, each.rejected, each.note]),
    ...row.changedBy.flatMap((each) => [each.citation, each.how]),
    ...(changes.get(at) || []).flatMap((each) => [view.norms[each.norm].citation, each.how])].join('\n');
}

/** Whether a norm is one of those asked for. @param {View} view @param {number} at @param {string} which @param {{has: (at: number) => boolean}} changing @param {{has: (at: number) => boolean}} under */
export function isAsked(view, at, which, changing, under) {
  const row = view.ledger[at];
  switch (which) {
    case 'changes': return row.changedBy.length > 0 || changing.has(at);
    case 'findings': return under.has(at);
    case 'disputed': return row.windows.some((each) => each.held || each.rejected);
    case 'unchecked': return !view.norms[at].checked;
    default: return true;
  }
}

/**
 * Groups of norms, those first in which the search finds one by its own words, then those under which most findings are. Within a group
 * it is so too, and then the earlier instrument comes first.
 * @param {View} view @param {number[]} norms @param {string} by @param {Map<number, number[]>} under @param {Set<number>} own
 * @returns {[string, number[]][]}
 */
export function groupsOf(view, norms, by, under, own) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const at of norms) {
    const row = view.ledger[at];
    const name = by === 'instrument' ? view.statedIn[row.instrument].symbol : row.concerns;
    groups.set(name, [...(groups.get(name) || []), at]);
  }
  const leads = (/** @type {number[]} */ members) => members.reduce((sum, at) => sum + apart(view, under.get(at) || []).leads.length, 0);
  const day = (/** @type {number} */ at) => view.statedIn[view.ledger[at].instrument].date;
  const owned = (/** @type {number[]} */ members) => Number(members.some((at) => own.has(at)));
  for (const members of groups.values()) members.sort((one, other) => Number(own.has(other)) - Number(own.has(one)) || (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : one - other));
  return [...groups].sort(([name, one], [another, other]) => owned(other) - owned(one) || leads(other) - leads(one) || other.length - one.length || (name < another ? -1 : 1));
}

/** @param {LedgerWindow} window @returns {End} */
export function endOf({ last, by }) {
  return last ? (by ? 'fixed' : 'unrecorded') : 'open';
}

// So many of a hundred windows may begin left of the axis: one charter of 1945 would take half of it.
const LEFT_OUT = 5;

/**
 * The even axis of years that all windows share. What begins before it is drawn from its edge.
 * @param {LedgerWindow[]} windows @param {number} width in pixels
 * @returns {{at: (day: string) => number, isBefore: (day: string) => boolean, years: {year: number, from: number, to: number}[]}}
 */
export function axisOf(windows, width) {
  const begins = windows.map(({ since }) => dayOf(since)).filter((day) => !Number.isNaN(day)).sort((one, other) => one - other);
  const days = [...begins, ...windows.map(({ last }) => dayOf(last)).filter((day) => !Number.isNaN(day))];
  if (!days.length) return { at: () => 0, isBefore: () => false, years: [] };
  const yearOf = (/** @type {number} */ day) => new Date(day * 86_400_000).getUTCFullYear();
  const first = yearOf(begins[Math.floor(begins.length * LEFT_OUT / 100)] ?? Math.min(...days));
  const past = yearOf(Math.max(...days)) + 1;
  const [from, to] = [Date.UTC(first, 0), Date.UTC(past, 0)].map((each) => each / 86_400_000);
  const place = (/** @type {number} */ day) => Math.min(width, Math.max(0, (day - from) / (to - from) * width));
  return {
    at: (day) => (Number.isNaN(dayOf(day)) ? 0 : place(dayOf(day))),
    isBefore: (day) => dayOf(day) < from,
    years: Array.from({ length: past - first }, (_, each) => ({ year: first + each, from: place(Date.UTC(first + each, 0) / 86_400_000), to: place(Date.UTC(first + each + 1, 0) / 86_400_000) })),
  };
}

/** A window in words, as `kg ledger` says it. @param {LedgerWindow} window */
export function tellWindow({ since, last, by, held, rejected }) {
  const days = last ? `from ${since} to ${last}` : `from ${since} on`;
  const ended = last ? (by ? `, an end fixed by ${by}` : ', an end that no instrument here is recorded as fixing') : '';
  return `${days}${ended}${held || rejected ? `, in force as ${held || 'nobody recorded'} hold, and ${rejected || 'nobody recorded'} reject` : ''}`;
}

/** The same in few words, to stand under a bar. @param {LedgerWindow} window */
export function tellDays({ since, last, held, rejected }) {
  return `${since} – ${last || 'open'}${held || rejected ? ' (disputed)' : ''}`;
}

/** A norm to be taken away: what its record has, and that this is no reading of a lawyer's. @param {View} view @param {import('./view').Norm} norm */
export function citationOfNorm(view, norm) {
  const row = view.ledger[view.norms.indexOf(norm)];
  const days = row ? row.windows.map(tellWindow).join('; ') : norm.since;
  return `${norm.citation}, ${norm.deontic}, in our words: ${norm.rule} (norm ${norm.id}; in force ${days}; ${norm.verification}). No legal advice.`;
}
