// What counts now: on the day and according to those whom the state names. The data of the page follows.
import { partFor } from './part.js';
import { data, recountWith, state } from './page.js';

/** @typedef {import('./clock.js').Counted} Counted */
/** @typedef {import('./view').View} View */
/** @typedef {import('./page.js').Kind} Kind */

/** The page as it came. @type {View} */
export let whole = data;

/** What counts, null where the page has no table of it. @type {Counted | null} */
let counted = null;

/** Ids of the speakers chosen; those whom the page does not offer are left out. */
export function speakers() {
  const known = new Set(whole.clock?.speakers);
  return state.according.split(',').filter((id) => known.has(id));
}

/** The day chosen, or nothing: what is no day, or later than the day of the page itself, is none. */
export function dayChosen() {
  const last = whole.clock?.asOf;
  return /^\d{4}-\d{2}-\d{2}$/.test(state.asof) && !Number.isNaN(Date.parse(state.asof)) && !(last && state.asof > last) ? state.asof : '';
}

export const isEverything = () => !dayChosen() && !speakers().length;

function recount() {
  if (!whole.clock) return;
  const { counted: now, part } = partFor(whole, dayChosen(), speakers());
  counted = now;
  Object.assign(data, part);
}

/** Take what the page came with, before anything is shown. */
export function prepareCounted() {
  whole = { ...data };
  recountWith(recount);
  recount();
}

/** Whether a row counts. @param {Kind | 'text' | 'norm'} kind @param {number} at */
export function isCounted(kind, at) {
  if (!counted) return true;
  if (kind === 'finding') return counted.findings.has(at);
  if (isEverything()) return true;
  if (kind === 'norm') return (whole.clock?.norms[at] ?? '') <= counted.until;
  if (kind === 'text' && speakers().length) return textsSaying().has(at);
  return { claim: counted.claims, actor: counted.actors, text: counted.texts }[kind].has(at);
}

/** How many texts, acts of saying and findings count, each of how many. */
export function sums() {
  const of = (/** @type {unknown[]} */ rows, /** @type {number | undefined} */ count) => [count ?? rows.length, rows.length];
  return { texts: of(whole.texts, textsSaying().size), acts: of(whole.acts, counted?.acts.size), findings: of(whole.findings, counted?.findings.size) };
}

/** Texts in which anybody who counts speaks; where everybody counts, all that are out. */
function textsSaying() {
  if (!counted) return new Set(whole.texts.keys());
  const { acts, texts } = counted;
  return speakers().length ? new Set([...acts].flatMap((at) => whole.acts[at].words.text ?? [])) : texts;
}

/** Why a row does not count, in words. @param {Kind} kind @param {number} at */
export function whyNot(kind, at) {
  const clock = whole.clock;
  const row = kind === 'finding' ? [...whole.findings, ...clock?.more || []][at] : whole.claims[at];
  const claim = whole.claims['claim' in row ? row.claim ?? -1 : at];
  const text = claim?.text ?? -1;
  const out = clock?.texts[text] || '';
  if (counted && text >= 0 && !counted.texts.has(text)) return out === '~' ? 'Of the text that speaks of it no day is known by which it was out.' : `The text that speaks of it was out by ${out}, and not before.`;
  const said = 'acts' in row ? row.acts : [];
  if (said.length && !said.some((each) => counted?.acts.has(each))) return `None of those who count speaks for it here; ${[...new Set(said.map((each) => whole.acts[each].who))].join('; ')} did.`;
  return 'Of the norms as they stood then, and of the words that count, it does not follow.';
}
