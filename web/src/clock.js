// What of the page counts on a day and according to some: read from the table that Python made, without a rule.
// kg/views/page_clock.py makes the table; tests hold that what is read here is what the rules find.
import { senseOf } from './standing.js';

/** @typedef {import('./view').View} View */
/** @typedef {import('./view').Clock} Clock */
/** @typedef {import('./view').Finding} Finding */
/** @typedef {import('./view').Claim} Claim */
/** @typedef {import('./view').Brings} Brings */

// Sorts after every day, and after "~", which stands for no day.
const ALWAYS = '~~';

/**
 * What counts, by numbers.
 * @typedef {object} Counted
 * @property {string} until the day, or what sorts after all
 * @property {Set<number>} texts that are out
 * @property {Set<number>} acts
 * @property {Set<number>} claims of which anybody who counts speaks; with everybody counting, all that are out
 * @property {Map<number, Finding>} findings those that stand, as they do
 * @property {Set<number>} actors
 */

/** The text in which an act stands. @param {View} view @param {number} at @returns {number} */
function textOf(view, at) {
  const { words, claim } = view.acts[at];
  return words.text ?? (claim === null ? null : view.claims[claim].text) ?? -1;
}

/** @param {View} view @param {Clock} clock @param {string} until @param {string[]} speakers */
function countedActs(view, clock, until, speakers) {
  const theirs = new Set(speakers);
  const counts = (/** @type {number} */ at) => (clock.texts[textOf(view, at)] ?? '') <= until && (!theirs.size || view.acts[at].speakers.some((who) => theirs.has(who)));
  return new Set(view.acts.flatMap((_, at) => (counts(at) ? [at] : [])));
}

/** Which things the acts bring to a claim. @param {Brings} row @param {Set<number>} acts */
function brought(row, acts) {
  return row.brings.flatMap((those, at) => (those.some((each) => acts.has(each)) ? [at] : []));
}

/** A list in a sentence, as Python makes it. @param {string[]} words @param {string} last */
export function listed(words, last) {
  if (words.length < 2) return words.join('');
  const comma = words.some((word) => word.includes(' and ') || word.includes(',')) ? ',' : '';
  return `${words.slice(0, -1).join(', ')}${comma} ${last} ${words[words.length - 1]}`;
}

/** Words that are the same have the same key. @param {import('./view').Words} words */
const keyOf = ({ text, spans, exact, verbatim }) => `${text} ${verbatim} ${spans.join(' ')} ${exact.join(' ')}`;

const once = (/** @type {string[]} */ words) => [...new Set(words)].sort();

/** A finding as it stands of the acts that count. @param {View} view @param {Clock} clock @param {Finding} row @param {Brings} of @param {Set<number>} acts @param {Set<string>} spoken words of these @param {string} until @returns {Finding} */
function told(view, clock, row, of, acts, spoken, until) {
  const against = new Map(/** @type {[number, number[]][]} */ (/** @type {unknown} */ (of.against)));
  const kept = (/** @type {number[]} */ those) => those.filter((at) => acts.has(at));
  const basis = kept(row.acts);
  const denials = kept(row.denials).filter((at) => { const theirs = against.get(at); return !theirs || basis.some((each) => theirs.includes(each)); });
  const sides = { acts: basis, denials, lawful: kept(row.lawful), exempting: kept(row.exempting) };
  const said = (/** @type {number} */ at) => view.acts[at].sentence;
  /** @param {import('./view').Element} element */
  const tested = (element) => {
    const words = element.words.filter((each) => spoken.has(keyOf(each)));
    if (element.test === 'claimed') {
      const outcome = denials.length ? 'contested' : 'met';
      return { ...element, words, outcome, key: outcome, said: [...once(basis.map(said)), ...once(denials.map((at) => `but ${said(at)}`))].join('; ') };
    }
    if (element.test === 'norm it depends on' && row.norm !== null) {
      const norms = clock.depends[row.norm].filter((at) => clock.norms[at] <= until);
      return { ...element, words, rule: `asks for a breach of ${listed(norms.map((at) => view.norms[at].citation), 'or')}` };
    }
    return { ...element, words };
  };
  const ways = once(Object.values(sides).flat().map((at) => { const { who, stance, status } = view.acts[at]; return `${who}: ${stance} · ${status}`; }));
  return { ...row, ...sides, ways, elements: row.elements.map(tested) };
}

/** Findings that count as alike: of one norm, one actor, one class. @param {Finding} row */
const alike = (row) => [row.norm, row.actor ?? row.agent, row.applies ? row.kind.split(',')[0] : 'none'].join(' ');

/** Tell of each finding of which like finding on the nearest whole it is a part. @param {View} view @param {Map<number, Finding>} found */
function joinWholes(view, found) {
  const numbers = new Map([...found].map(([at, row]) => [`${row.claim} ${alike(row)}`, row.id]));
  for (const row of found.values()) {
    row.whole = null;
    let claim = row.claim === null ? null : view.claims[row.claim].whole;
    for (const seen = new Set(); claim !== null && row.whole === null && !seen.has(claim); claim = view.claims[claim].whole) {
      seen.add(claim);
      row.whole = numbers.get(`${claim} ${alike(row)}`) ?? null;
    }
  }
}

/**
 * Return what counts on a day and according to some; without a day, or without speakers, all days and everybody do.
 * @param {View} view the whole of the page @param {string} day @param {string[]} speakers ids
 * @returns {Counted}
 */
export function countedOf(view, day, speakers) {
  const clock = /** @type {Clock} */ (view.clock);
  const until = day || ALWAYS;
  const acts = countedActs(view, clock, until, speakers);
  const spoken = new Set([...acts].map((at) => keyOf(view.acts[at].words)));
  const texts = new Set(view.texts.flatMap((_, at) => (clock.texts[at] <= until ? [at] : [])));
  const every = [...view.findings, ...clock.more];
  const brings = new Map(clock.brings.map((row) => [row.claim, { row, these: brought(row, acts) }]));
  /** @type {Map<number, Finding>} */
  const findings = new Map();
  for (const stands of clock.stands) {
    if (stands.since > until || (stands.until && until >= stands.until)) continue;
    const row = stands.row === null ? every[stands.finding] : clock.rows[stands.row];
    const of = row.claim === null ? undefined : brings.get(row.claim);
    if (!of || !of.these.some((at) => of.row.firm.includes(at))) continue;
    const wanted = stands.brought || of.row.brings.map((_, at) => at);
    if (wanted.length !== of.these.length || !wanted.every((at) => of.these.includes(at))) continue;
    findings.set(stands.finding, told(view, clock, row, of.row, acts, spoken, until));
  }
  joinWholes(view, findings);
  const out = (/** @type {number} */ at) => texts.has(view.claims[at].text ?? -1);
  const claims = new Set(view.claims.flatMap((claim, at) => (out(at) && (!speakers.length || claim.acts.some((each) => acts.has(each))) ? [at] : [])));
  const speaking = new Set([...acts].flatMap((at) => view.acts[at].speakers));
  const actors = new Set(view.actors.flatMap((actor, at) => (speaking.has(actor.id) || actor.stands.some((each) => claims.has(each)) ? [at] : [])));
  return { until, texts, acts, claims, findings, actors };
}

const SENSES = { actual: 'as actual', possible: 'as planned, sought or possible', general: 'as a kind, or without a status' };

/** What those who count make of a claim, in the words that Python has for it. @param {View} view @param {number} claim @param {{act: number}[]} stances */
export function valueOf(view, claim, stances) {
  const acts = stances.map(({ act }) => view.acts[act]);
  const own = acts.filter((act) => act.claim === claim);
  const denied = (/** @type {string} */ sense) => acts.filter((act) => act.bearing === 'negates' && [sense, 'general'].includes(senseOf(act)));
  const parts = Object.entries(SENSES).flatMap(([sense, as]) => {
    const affirmed = own.some((act) => act.bearing === 'affirms' && senseOf(act) === sense);
    const denials = denied(sense);
    if (!affirmed && denials.length <= denied('general').length) return [];
    return [`${affirmed ? (denials.length ? 'both affirmed and denied or doubted' : 'affirmed') : 'denied or doubted'} ${as}`];
  });
  if (!parts.length) parts.push(denied('general').length ? 'denied or doubted' : 'neither affirmed nor denied');
  return [...parts, ...(own.some((act) => act.bearing === 'open') ? ['left open'] : [])].join('; ');
}
