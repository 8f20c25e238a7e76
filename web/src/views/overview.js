// The overview: who is said to supply whom, how that is said, and when. One strip a pair, one lane a way of saying it.
import { button, make, svg } from '../dom.js';
import { dayOf, labelled, scaleOf } from '../days.js';
import { passing } from '../narrow.js';
import { data, go, listen, narrows, select, state } from '../page.js';
import { byWay, pairsOf, WAYS } from '../pairs.js';

/** @typedef {import('../pairs.js').Pair} Pair */
/** @typedef {import('../pairs.js').Way} Way */
/** @typedef {ReturnType<typeof scaleOf>} Scale */

const LANE = 17;
const MARK = 5;
// So many pairs are shown at first, those of which most texts speak: a browser is slow with tens of thousands.
const AT_FIRST = 150;
// In a lane of more signs than this, those that fall on one pixel are one.
export const CROWDED = 400;

/** @type {HTMLElement} */
let root;
let most = AT_FIRST;

/** The sign of a way, around a point. @param {Way} way @param {number} x @param {number} y */
export function sign(way, x, y) {
  const path = (/** @type {string} */ d, kind = 'open') => svg('path', { d, class: `sign ${way} ${kind}` });
  switch (way) {
    case 'stated': return svg('circle', { cx: x, cy: y, r: MARK, class: 'sign stated' });
    case 'alleged': return svg('g', { class: 'sign alleged' }, svg('circle', { cx: x, cy: y, r: MARK - 0.5 }), svg('path', { d: `M${x} ${y - MARK + 0.5}a${MARK - 0.5} ${MARK - 0.5} 0 0 0 0 ${2 * MARK - 1}z`, class: 'half' }));
    case 'sought': return path(`M${x - 4} ${y - 5}l9 5l-9 5z`);
    case 'feared': return path(`M${x} ${y - 6}l5.5 6l-5.5 6l-5.5 -6z`);
    case 'denied': return path(`M${x - 4.5} ${y - 4.5}l9 9M${x + 4.5} ${y - 4.5}l-9 9`);
    default: return svg('circle', { cx: x, cy: y, r: 2, class: 'sign none' });
  }
}

/** Acts whose signs are seen: all, or in a crowded lane the first on each pixel. @param {number[]} acts @param {Scale} scale */
export function clear(acts, scale) {
  if (acts.length <= CROWDED) return acts;
  const taken = new Set();
  return acts.filter((at) => {
    const pixel = Math.round(scale.at(dayOf(data.acts[at].date)));
    return !taken.has(pixel) && taken.add(pixel);
  });
}

/**
 * @param {[Way, number[]][]} lanes @param {number} width @param {Scale} scale
 * @returns {SVGElement} what is said over time; the same stands in words beside it
 */
function strip(lanes, width, scale) {
  const high = lanes.length * LANE;
  const years = scale.years.map(({ from }) => svg('path', { d: `M${from} 0V${high}`, class: 'year' }));
  const marks = lanes.map(([way, acts], lane) => clear(acts, scale).map((number) => {
    const act = data.acts[number];
    const day = dayOf(act.date);
    if (Number.isNaN(day)) return null;
    const mark = sign(way, scale.at(day), lane * LANE + LANE / 2);
    mark.append(svg('title', {}, `${act.date}: ${act.sentence || act.who}`));
    mark.addEventListener('click', () => { if (act.claim !== null) select('claim', act.claim); });
    return mark;
  }));
  return svg('svg', { class: 'strip', width, height: high, viewBox: `0 0 ${width} ${high}`, 'aria-hidden': 'true' }, years, marks);
}

/** @param {Pair} pair */
function inferred(pair) {
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const at of pair.findings) kinds.set(data.findings[at].kind, (kinds.get(data.findings[at].kind) || 0) + 1);
  if (!kinds.size) return null;
  const words = [...kinds].map(([kind, count]) => `${count} ${kind.replace(/violation\b/, count === 1 ? 'violation' : 'violations')}`).join(', ');
  return button('inferred', () => { go({ pair: pair.id, list: 'findings' }); select('finding', pair.findings[0]); }, `inferred: ${words}`);
}

/** @param {Pair} pair @param {number} width @param {Scale} scale */
function row(pair, width, scale) {
  const lanes = byWay(data, pair.acts);
  const [supplier, recipient] = pair.ends;
  const name = button('pair', () => { go({ pair: state.pair === pair.id ? '' : pair.id, list: 'claims' }); if (state.pair) select('claim', pair.claims[0], { quietly: true }); },
    make('bdi', '', supplier), make('span', 'to', ' → ', make('span', 'unseen', 'to ')), make('bdi', '', recipient));
  name.setAttribute('aria-pressed', String(state.pair === pair.id));
  const said = pair.claims.length === 1 ? '1 claim' : `${pair.claims.length} claims`;
  const texts = pair.texts.size === 1 ? '1 text' : `${pair.texts.size} texts`;
  return make('li', 'row',
    make('div', 'names', name, make('span', 'aside', `${said} in ${texts}`), inferred(pair)),
    make('div', 'lanes',
      make('ul', 'ways', lanes.map(([way, acts]) => make('li', way, make('b', '', String(acts.length)), ` ${WAYS[way]}`))),
      width > 60 ? strip(lanes, width, scale) : null));
}

/** @param {number} width @param {Scale} scale */
function axis(width, { years }) {
  return svg('svg', { class: 'axis', width, height: 16, viewBox: `0 0 ${width} 16`, 'aria-hidden': 'true' },
    labelled(years, 30).map(({ year, from }) => svg('text', { x: from + 3, y: 12 }, String(year))));
}

function show() {
  if (!root || state.view !== 'overview' || !root.clientWidth) return;
  // Which pairs there are does not hang on which of them is chosen.
  const pairs = pairsOf(data, passing('claim', { but: 'pair' }));
  const width = Math.max(0, root.clientWidth < 560 ? root.clientWidth - 34 : root.clientWidth - 245);
  const scale = scaleOf([...new Set(pairs.flatMap((pair) => pair.acts))].map((at) => dayOf(data.acts[at].date)), width);
  const said = pairs.reduce((sum, pair) => sum + pair.claims.length, 0);
  const scrolled = root.querySelector('.pairs')?.scrollTop || 0;
  root.replaceChildren(
    make('div', 'bar', make('p', 'around', pairs.length ? `Who is said to supply whom: ${pairs.length} pairs in ${said} claimed transfers. That a pair stands here asserts nothing; each sign is somebody saying it, on that day. A year is the wider the more is said in it.${pairs.some((pair) => pair.acts.length > CROWDED) ? ' In a crowded lane, signs that fall on one pixel are one.' : ''}` : 'No claimed transfer passes these filters.')),
    make('div', 'axes', axis(width, scale)),
    make('ol', 'pairs', pairs.slice(0, most).map((pair) => row(pair, width, scale)), pairs.length > most ? make('li', 'row', button('quiet', () => { most += 4 * AT_FIRST; show(); }, `${pairs.length - most} more pairs`)) : null),
    make('ul', 'legend', /** @type {Way[]} */ (Object.keys(WAYS)).map((way) => make('li', '', svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'key' }, sign(way, 8, 8)), WAYS[way])),
      make('li', '', make('span', 'inferred key', ' '), 'inferred by this program, no legal determination')));
  /** @type {HTMLElement} */ (root.querySelector('.pairs')).scrollTop = scrolled;
}

export const overview = {
  id: 'overview',
  label: 'Overview',
  /** @param {HTMLElement} element */
  mount(element) {
    root = element;
    new ResizeObserver(show).observe(root);
    listen((changed) => { if (narrows(changed)) show(); });
    return { show };
  },
};
