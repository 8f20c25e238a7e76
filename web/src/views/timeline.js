// The timeline of three clocks: when something was published, when it is said to have happened, and when norms were in force.
import { dayOf, labelled, scaleOf } from '../days.js';
import { announce, button, byId, make, svg } from '../dom.js';
import { lanesFor } from '../lanes.js';
import { passing } from '../narrow.js';
import { chosen, data, go, listen, narrows, select, state } from '../page.js';
import { byWay, WAYS } from '../pairs.js';
import { CROWDED as CROWDED_LANE, sign } from './overview.js';

/** @typedef {ReturnType<typeof scaleOf>} Scale */

const LANE = 17;
const BAR = 7;
// Of more claims than this it is drawn how many speak of each day, and no bar for each.
const CROWDED = 1500;
const HIGH = 90;
// So many norms are shown at first, those first on which most findings rest.
const AT_FIRST = 12;

/** @type {HTMLElement} */
let root;
let every = false;

/** The claim that is selected, or that the selected finding is about; -1 for none. */
function claimChosen() {
  return state.kind === 'claim' ? state.at : state.kind === 'finding' ? chosen()?.claim ?? -1 : -1;
}

/** The days between which a claim, or the nearest whole of it, is said to have happened. @param {number} at @returns {[number, number] | null} */
function saidToHappen(at) {
  const { earliest, latest, whole } = data.claims[at];
  if (!earliest && !latest) return whole === null ? null : saidToHappen(whole);
  const [from, to] = [dayOf(earliest || latest), dayOf(latest || earliest)];
  return Number.isNaN(from) || Number.isNaN(to) ? null : [from, to];
}

/** @param {string} words @param {string} note @param {SVGElement} drawn @param {...import('../dom.js').Child} more */
function track(words, note, drawn, ...more) {
  return make('section', 'track', make('h3', '', words), make('p', 'aside', note), drawn, ...more);
}

/** @param {number} width @param {number} high @param {Scale} scale @param {...any} children */
function sheet(width, high, scale, ...children) {
  return svg('svg', { class: 'strip', width, height: high, viewBox: `0 0 ${width} ${high}`, 'aria-hidden': 'true' },
    scale.years.map(({ from }) => svg('path', { d: `M${from} 0V${high}`, class: 'year' })), ...children);
}

/** @param {number[]} acts @param {number} width @param {Scale} scale */
function published(acts, width, scale) {
  const lanes = byWay(data, acts);
  const high = Math.max(1, lanes.length) * LANE;
  const now = claimChosen();
  const marks = lanes.flatMap(([way, theirs], lane) => theirs.length > CROWDED_LANE ? [crowd(way, theirs, lane, width, scale)] : theirs.map((number) => {
    const act = data.acts[number];
    const day = dayOf(act.date);
    if (Number.isNaN(day)) return null;
    const mark = sign(way, scale.at(day), lane * LANE + LANE / 2);
    mark.append(svg('title', {}, `${act.date}: ${act.sentence || act.who}`));
    const ring = now >= 0 && act.claim === now ? svg('circle', { cx: scale.at(day), cy: lane * LANE + LANE / 2, r: 8, class: 'ring' }) : null;
    mark.addEventListener('click', () => { if (act.claim !== null) select('claim', act.claim); });
    return ring ? svg('g', {}, mark, ring) : mark;
  }));
  const undated = acts.filter((at) => Number.isNaN(dayOf(data.acts[at].date))).length;
  return track('Published', `${acts.length} acts of saying${undated ? `, ${undated} of them in texts without a date` : ''}: ${lanes.map(([way, theirs]) => `${theirs.length} ${WAYS[way]}`).join(', ')}.${lanes.some(([, theirs]) => theirs.length > CROWDED_LANE) ? ' Where there are too many for signs, the height is how much is said at a time.' : ''}`, sheet(width, high, scale, marks));
}

/** @param {number[]} claims @param {number} width @param {Scale} scale */
function happened(claims, width, scale) {
  const dated = claims.flatMap((at) => {
    const span = saidToHappen(at);
    return span ? [{ at, from: scale.at(span[0]), to: Math.max(scale.at(span[0]) + 4, scale.at(span[1] + 1)) }] : [];
  }).sort((one, other) => one.from - other.from || other.to - one.to || one.at - other.at);
  const undated = claims.length - dated.length;
  const told = `${dated.length} claims say when${undated ? `, and ${undated} do not` : ''}. Nothing here says that it happened.`;
  if (dated.length > CROWDED) return track('Said to have happened', `${told} The height is how many claims speak of a day.`, sheet(width, HIGH, scale, svg('path', { class: 'span many', d: heights(dated, width, HIGH) })));
  const lanes = lanesFor(dated.map(({ from, to }) => [from, to]));
  const now = claimChosen();
  const bars = dated.map(({ at, from, to }, number) => {
    const bar = svg('rect', { x: from, y: lanes[number] * BAR + 1, width: to - from, height: BAR - 2, rx: 2, class: at === now ? 'span now' : 'span' }, svg('title', {}, data.claims[at].sentence));
    bar.addEventListener('click', () => select('claim', at));
    return bar;
  });
  return track('Said to have happened', told, sheet(width, Math.max(BAR, (Math.max(-1, ...lanes) + 1) * BAR), scale, bars));
}

/**
 * The outline of how many lie at each pixel, as high as given where most do.
 * @param {{from: number, to: number}[]} spans in pixels @param {number} width @param {number} high @param {number} [bottom]
 */
function heights(spans, width, high, bottom = high) {
  const changes = new Int32Array(Math.ceil(width) + 2);
  for (const { from, to } of spans) { changes[Math.max(0, Math.floor(from))] += 1; changes[Math.min(changes.length - 1, Math.ceil(to))] -= 1; }
  let now = 0;
  const counts = Array.from(changes, (change) => { now += change; return now; });
  const most = counts.reduce((one, other) => Math.max(one, other), 1);
  return `M0 ${bottom}${counts.map((count, at) => `L${at} ${(bottom - count / most * (high - 2)).toFixed(1)}`).join('')}V${bottom}Z`;
}

/** A lane with too much in it for signs; its own sign stands at its left edge. @param {import('../pairs.js').Way} way @param {number[]} acts @param {number} lane @param {number} width @param {Scale} scale */
function crowd(way, acts, lane, width, scale) {
  const days = acts.map((at) => dayOf(data.acts[at].date)).filter((day) => !Number.isNaN(day));
  const spans = days.map((day) => ({ from: scale.at(day) - 2, to: scale.at(day) + 2 }));
  const bottom = (lane + 1) * LANE - 1;
  return svg('g', {}, svg('path', { class: `many ${way}`, d: heights(spans, width, LANE, bottom) }), svg('rect', { class: 'behind', x: 0, y: bottom - LANE + 1, width: 18, height: LANE }), sign(way, 9, bottom - LANE / 2 + 1));
}

/** @param {number[]} findings @param {number} width @param {Scale} scale */
function inForce(findings, width, scale) {
  /** Norms of one paragraph stand together, whomever they bind. @type {Map<string, number[]>} */
  const together = new Map();
  for (const at of findings) {
    const { norm, citation } = data.findings[at];
    if (norm === null) continue;
    const members = together.get(citation);
    if (members) members.push(norm); else together.set(citation, [norm]);
  }
  const finding = state.kind === 'finding' ? chosen()?.citation : null;
  const norms = [...together].sort((one, other) => Number(other[0] === finding) - Number(one[0] === finding) || other[1].length - one[1].length || (one[0] < other[0] ? -1 : 1));
  const shown = every ? norms : norms.slice(0, AT_FIRST);
  const rows = shown.map(([citation, members], row) => {
    const windows = new Map([...new Set(members)].flatMap((at) => data.norms[at].windows.map((each) => [`${each.since} ${each.until} ${each.disputed}`, each])));
    const bars = [...windows.values()].map(({ since, until, disputed }) => {
      const from = Number.isNaN(dayOf(since)) ? 0 : scale.at(dayOf(since));
      const to = until ? scale.at(dayOf(until)) : width;
      return svg('rect', { x: from, y: row * LANE + 3, width: Math.max(2, to - from), height: LANE - 6, class: `window${disputed ? ' disputed' : ''}${citation === finding ? ' now' : ''}` });
    });
    const told = [...new Set(members)].map((at) => data.norms[at].since);
    return svg('g', {}, svg('title', {}, `${citation}: ${[...new Set(told)].join('; ')}`), bars, svg('text', { x: 6, y: row * LANE + 12, class: 'cited' }, citation));
  });
  const more = norms.length > AT_FIRST ? button('quiet', () => { every = !every; show(); }, every ? 'Show fewer' : `${norms.length - AT_FIRST} more paragraphs`) : null;
  return track('In force', norms.length ? 'Paragraphs that findings on these claims are about, from first day to last; broken outlines are disputed. What reaches the left edge began before.' : 'No finding is about these claims.', sheet(width, Math.max(1, shown.length) * LANE, scale, rows), more);
}

/** Two days, set by keyboard or by hand: what was published within them counts. */
function brush() {
  const input = (/** @type {'since' | 'until'} */ key, /** @type {string} */ words) => {
    const each = make('input');
    Object.assign(each, { type: 'date', value: state[key], id: `day-${key}` });
    each.addEventListener('change', () => { go({ [key]: each.value }); announce(`${byId('count').textContent} shown`); });
    return make('label', 'day', `${words} `, each);
  };
  return make('div', 'bar days', input('since', 'Published from'), input('until', 'out by'),
    state.since || state.until ? button('quiet', () => go({ since: '', until: '' }), 'All days') : null,
    make('p', 'aside', 'These days narrow what is listed and infer nothing anew. What could be said by a day is asked for under What counts.'));
}

function show() {
  if (!root || state.view !== 'timeline' || !root.clientWidth) return;
  const focus = /** @type {HTMLElement | null} */ (document.activeElement)?.id;
  const claims = passing('claim');
  const acts = claims.flatMap((at) => data.claims[at].acts);
  const width = root.clientWidth - 34;
  const days = [...acts.map((at) => dayOf(data.acts[at].date)), ...claims.flatMap((at) => saidToHappen(at) || [])];
  const scale = scaleOf(days, width);
  const wanted = new Set(claims);
  const findings = data.findings.flatMap((each, at) => (each.claim !== null && wanted.has(each.claim) ? [at] : []));
  root.replaceChildren(brush(), make('div', 'tracks',
    svg('svg', { class: 'axis', width, height: 16, viewBox: `0 0 ${width} 16`, 'aria-hidden': 'true' }, labelled(scale.years, 30).map(({ year, from }) => svg('text', { x: from + 3, y: 12 }, String(year)))),
    published(acts, width, scale), happened(claims, width, scale), inForce(findings, width, scale)));
  if (focus) document.getElementById(focus)?.focus();
}

export const timeline = {
  id: 'timeline',
  label: 'Timeline',
  /** @param {HTMLElement} element */
  mount(element) {
    root = element;
    new ResizeObserver(show).observe(root);
    listen((changed) => { if (narrows(changed) || changed.has('kind') || changed.has('at')) show(); });
    return { show };
  },
};
