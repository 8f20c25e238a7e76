// The ledger of norms: which norm forbids or requires what of whom, when it was in force, and what was found under it.
import { announce, button, make, svg } from '../dom.js';
import { labelled } from '../days.js';
import { apart, axisOf, BY, changesBy, counted, endOf, groupsOf, isAsked, tally, tellDays, tellMisses, WHICH } from '../ledger.js';
import { normsFound } from '../norms.js';
import { chosen, data, go, listen, select, state } from '../page.js';
import { changesOf, foundUnder, markOf } from '../panel/norm.js';

/** @typedef {ReturnType<typeof axisOf>} Axis */
/** @typedef {import('../view').LedgerWindow} LedgerWindow */

const HIGH = 20;
const MIDDLE = HIGH / 2;
// As ledger.css has it: the columns beside the bars, and the width below which these stand under the words.
const PADDING = 40;
const BESIDE = 330;
const NARROW = 600;
// What has no end runs on so far past the last year.
const GOING_ON = 20;
const CHOICES = { ledger: /** @type {Record<string, string>} */ (WHICH), ledgerby: /** @type {Record<string, string>} */ (BY) };

/** @type {HTMLElement} */
let root;
/** Which norms were shown last: others begin at their top. */
let last = '';

/** The norm that is selected, or that the selected finding is about; -1 for none. */
function normChosen() {
  return state.kind === 'norm' ? state.at : state.kind === 'finding' ? chosen()?.norm ?? -1 : -1;
}

/** The years that are marked: every fifth, as far as there is room. @param {Axis} axis */
const ticks = (axis) => labelled(axis.years.filter(({ year }) => year % 5 === 0), 34);

/** The sign of what ends a window, at a place. @param {ReturnType<typeof endOf>} end @param {number} x */
function endSign(end, x) {
  switch (end) {
    case 'open': return svg('path', { d: `M${x - 6} 4l6 6l-6 6`, class: 'end open' });
    case 'fixed': return svg('path', { d: `M${x} 2V${HIGH - 2}`, class: 'end fixed' });
    case 'unrecorded': return svg('circle', { cx: x, cy: MIDDLE, r: 3.5, class: 'end unrecorded' });
  }
}

/** Slanted strokes within a bar, for what is disputed. @param {number} from @param {number} to */
function hatch(from, to) {
  let d = '';
  for (let x = from + 2; x + 8 < to; x += 6) d += `M${x} 14l6 -8`;
  return svg('path', { d, class: 'hatch' });
}

/** One window. @param {LedgerWindow} window @param {Axis} axis @param {number} width */
function bar(window, axis, width) {
  const end = endOf(window);
  const from = axis.at(window.since);
  const to = end === 'open' ? width - 1 : Math.max(from + 3, axis.at(window.last));
  const disputed = Boolean(window.held || window.rejected);
  return [svg('rect', { x: from, y: 6, width: Math.max(2, to - from - (end === 'open' ? 3 : 0)), height: 8, class: disputed ? 'window disputed' : 'window' }), disputed ? hatch(from, to) : null,
    axis.isBefore(window.since) ? svg('path', { d: 'M6 4l-6 6l6 6', class: 'end open' }) : svg('path', { d: `M${from} 4V16`, class: disputed ? 'begin disputed' : 'begin' }), endSign(end, to)];
}

/** @param {number} x */
const changeSign = (x) => svg('path', { d: `M${x} ${MIDDLE - 5}l5 5l-5 5l-5 -5z`, class: 'change' });

/** The windows of a norm on the axis that all share. The same stands in words under it. @param {number} at @param {Axis} axis @param {number} width */
function bars(at, axis, width) {
  const { windows, changedBy, exceptsLast } = data.ledger[at];
  const years = ticks(axis).map(({ from }) => svg('path', { d: `M${from} 0V${HIGH}`, class: 'year' }));
  const excepted = exceptsLast ? svg('path', { d: `M${axis.at(windows[0]?.since || exceptsLast)} ${MIDDLE}H${axis.at(exceptsLast)}`, class: 'excepted' }) : null;
  const days = new Set(changedBy.flatMap(({ norm }) => (norm === null || !data.ledger[norm]?.windows.length ? [] : [data.ledger[norm].windows[0].since])));
  return svg('svg', { class: 'strip', width, height: HIGH, viewBox: `0 0 ${width} ${HIGH}`, 'aria-hidden': 'true' }, years, windows.map((each) => bar(each, axis, width)), excepted, [...days].map((day) => changeSign(axis.at(day))));
}

/** @typedef {{shown: number[], all: number[]}} Under findings under a norm: those that pass, and all */

/** @param {Under} under */
function counts({ shown, all }) {
  if (!all.length) return make('span', 'counts', 'no finding');
  const { leads, misses } = apart(data, shown);
  return make('span', 'counts', tally(data, leads).map((each) => make('span', 'lead', counted(each))),
    misses.length ? make('span', '', tellMisses(data, misses)) : null, shown.length < all.length ? make('span', '', `${shown.length || 'none'} of ${all.length} pass`) : null);
}

/** @param {number} at @param {Axis} axis @param {number} width @param {Under} under @param {boolean} isOwn */
function row(at, axis, width, under, isOwn) {
  const [norm, { towards, windows, exceptsLast }] = [data.norms[at], data.ledger[at]];
  const now = normChosen() === at;
  const head = button('norm', () => select('norm', at),
    make('span', 'what', make('b', '', norm.citation), make('span', 'mode', make('span', 'deontic', norm.deontic), markOf(norm))),
    make('span', 'who', make('bdi', '', norm.binds), ` as ${norm.role}`, towards ? [', towards ', make('bdi', '', towards)] : null, isOwn ? null : ' · here for a finding that passes'),
    make('span', 'time', bars(at, axis, width), make('span', 'lasting', make('span', 'unseen', 'In force: '), windows.map(tellDays).join('; '), exceptsLast ? `; an exception until ${exceptsLast}` : '')),
    counts(under));
  head.dataset.at = String(at);
  head.setAttribute('aria-current', String(now));
  const { by, of } = changesOf(at);
  return make('li', now ? 'now' : '', head, by.length || of.length ? make('ul', 'changed', by, of) : null, now ? opened(at, norm) : null);
}

/** Under the norm that is chosen: its rule, and the findings from which one came, to walk through. @param {number} at @param {import('../view').Norm} norm */
function opened(at, norm) {
  const there = make('details', 'found', make('summary', '', 'Findings and near misses under it'), foundUnder(at));
  there.open = state.kind === 'finding';
  return make('div', 'opened', make('p', '', make('span', 'aside', 'The rule, in our words: '), norm.rule), there);
}

/** @param {string} name @param {number[]} members */
function headOf(name, members) {
  if (state.ledgerby !== 'instrument') return [make('h3', '', make('bdi', '', name), make('span', '', String(members.length)))];
  const { kind, date, title } = data.statedIn[data.ledger[members[0]].instrument];
  return [make('h3', '', make('bdi', '', name), make('span', '', String(members.length))), make('p', 'aside', `${kind}${date ? `, ${date}` : ''}. Our description: ${title}.`)];
}

/** @param {string} words @param {'ledger' | 'ledgerby'} key */
function choice(words, key) {
  const box = make('select', '', Object.entries(CHOICES[key]).map(([value, label]) => { const each = make('option', '', label); each.value = value; return each; }));
  box.dataset.key = key;
  box.addEventListener('change', () => { go({ [key]: box.value }); announce(/** @type {HTMLElement} */ (root.querySelector('.around')).textContent || ''); });
  return make('label', '', `${words} `, box);
}

/** Show in a choice what the state holds; what is not offered becomes the first. @param {'ledger' | 'ledgerby'} key */
function setChoice(key) {
  const box = /** @type {HTMLSelectElement} */ (root.querySelector(`[data-key="${key}"]`));
  box.value = Object.hasOwn(CHOICES[key], state[key]) ? state[key] : Object.keys(CHOICES[key])[0];
}

/** @param {string} words @param {...any} marks */
function key(words, ...marks) {
  return make('li', '', svg('svg', { viewBox: `0 0 34 ${HIGH}`, 'aria-hidden': 'true', class: 'strip key' }, marks), words);
}

function legend() {
  const axis = { at: () => 2, isBefore: () => false, years: [] };
  const window = { since: '1', last: '', by: '', held: '', rejected: '', note: '' };
  const closed = (/** @type {'fixed' | 'unrecorded'} */ end) => [svg('rect', { x: 2, y: 6, width: 26, height: 8, class: 'window' }), endSign(end, 28)];
  const signs = make('details', 'signs', make('summary', '', 'What the signs mean'), make('ul', 'legend',
    key('in force, no end recorded', bar(window, axis, 33)), key('an end that an instrument fixes', closed('fixed')), key('an end, by what is not recorded here', closed('unrecorded')),
    key('disputed whether in force', bar({ ...window, held: 'x' }, axis, 33)), key('began before the years shown', bar(window, { ...axis, at: () => 0, isBefore: () => true }, 33)),
    key('changed by another norm', bar(window, axis, 33), changeSign(16)), key('with an exception, until it ended', bar(window, axis, 33), svg('path', { d: `M2 ${MIDDLE}H16`, class: 'excepted' }))));
  signs.open = root.clientWidth >= NARROW; // where there is little room, the norms come first
  return signs;
}

/** @param {number} shown @param {number} own @param {boolean} narrowed */
function told(shown, own, narrowed) {
  const by = narrowed ? `: ${own} by what the record says, ${shown - own} for a finding that passes` : '';
  return `${shown} of ${data.norms.length} norms${by}. What each says is told in our words, from its record. Findings under it are this program’s inference and no legal determination.`;
}

/** @param {number} width @param {Axis} axis */
function years(width, axis) {
  return svg('svg', { class: 'axis', width, height: 16, 'aria-hidden': 'true' }, ticks(axis).map(({ year, from }) => svg('text', { x: from + 2, y: 12 }, String(year))));
}

function show() {
  if (!root || state.view !== 'ledger' || !root.clientWidth || !data.ledger.length) return;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(name));
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const [focus, box] = [root.contains(active) ? active?.dataset.at : undefined, part('.norms')];
  const { own, under, every, narrowed } = normsFound();
  const changing = changesBy(data);
  const shown = data.norms.flatMap((_, at) => (data.ledger[at] && (own.has(at) || under.has(at)) && isAsked(data, at, state.ledger, changing, under) ? [at] : []));
  const inner = box.clientWidth - PADDING;
  const width = Math.max(80, root.clientWidth < NARROW ? inner : inner - BESIDE);
  const axis = axisOf(data.ledger.flatMap((each) => each.windows), width - GOING_ON);
  part('.around').textContent = told(shown.length, shown.filter((at) => own.has(at)).length, narrowed);
  for (const key of /** @type {const} */ (['ledger', 'ledgerby'])) setChoice(key);
  part('.axes').replaceChildren(years(width, axis));
  box.replaceChildren(...groupsOf(data, shown, state.ledgerby, under, own).map(([name, members]) => make('section', '', headOf(name, members), make('ul', '', members.map((at) => row(at, axis, width, { shown: under.get(at) || [], all: every.get(at) || [] }, own.has(at)))))),
    ...(shown.length ? [] : [make('p', 'empty', 'No norm passes these filters.')]));
  if (last !== shown.join()) box.scrollTop = 0;
  last = shown.join();
  if (focus) /** @type {HTMLElement | null} */ (box.querySelector(`[data-at="${focus}"]`))?.focus({ preventScroll: true });
}

/** Arrow keys walk the norms, so that a reader need not press Tab through every link. @param {KeyboardEvent} event */
function walk(event) {
  const rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('button.norm')]);
  const here = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = here < 0 ? undefined : { ArrowDown: rows[here + 1], ArrowUp: rows[here - 1], Home: rows[0], End: rows.at(-1) }[event.key];
  if (next) { event.preventDefault(); next.focus(); }
}

/** Bring the chosen norm into sight, with what is open under it as far as there is room. */
function reveal() {
  for (const part of ['li.now', '.norm[aria-current="true"]']) root?.querySelector(part)?.scrollIntoView({ block: 'nearest' });
}

/** What stays while the norms change. */
function frame() {
  const norms = make('div', 'norms');
  norms.addEventListener('keydown', walk);
  root.append(make('div', 'bar', make('p', 'around')), make('div', 'bar choices', choice('Show', 'ledger'), choice('grouped by', 'ledgerby')), make('div', 'axes'), norms, legend());
}

export const ledger = {
  id: 'ledger',
  label: 'Norms',
  /** @param {HTMLElement} element */
  mount(element) {
    root = element;
    if (data.ledger.length) frame();
    else root.append(make('p', 'aside none', 'This page was made without the ledger of norms; kg ledger tells it.'));
    new ResizeObserver(show).observe(root);
    listen((changed) => {
      if (changed.size === 1 && (changed.has('part') || changed.has('list'))) return;
      show();
      if (changed.has('at') || changed.has('kind')) reveal();
    });
    return { show: () => { show(); reveal(); } };
  },
};
