// Paths: from one thing to another, step by step, each step in the words of who says it and how.
import { combobox } from '../combobox.js';
import { announce, button, byId, make, press, svg } from '../dom.js';
import { againstOf } from '../facetindex.js';
import { voicesOf } from '../lists.js';
import { entries, passing } from '../narrow.js';
import { all, chosen, data, go, listen, NARROWING, narrows, select, state } from '../page.js';
import { endNamed, labelOf, nameOf, pathsBetween, webOf } from '../paths.js';
import { suggest } from '../search.js';

/** @typedef {import('../paths.js').End} End */
/** @typedef {import('../paths.js').Step} Step */
/** @typedef {import('../paths.js').Edge} Edge */
/** @typedef {'from' | 'to'} Which */

const MOST = 5;
const TYPES = /** @type {const} */ (['actor', 'item', 'norm', 'claim', 'finding']);
const FIRM = new Set(['confirms', 'asserts', 'admits', 'affirms']);
const INFERRED = new Set(['inferred', 'under']);

/** @type {HTMLElement} */
let root;
/** @type {{of: unknown[], web: import('../paths.js').Web} | null} */
let made = null;

function web() {
  const of = [data.claims, data.findings, data.acts, data.actors];
  if (!made || made.of.some((each, at) => each !== of[at])) made = { of, web: webOf(data) };
  return made.web;
}

/** How a step is drawn: as the network draws it. @param {Step} step */
function styleOf(step) {
  if (step.edges.some(({ why }) => INFERRED.has(why))) return step.to.type === 'finding' && !data.findings[step.to.at].applies ? 'spared' : 'inferred';
  const acts = actsBehind(step).map((at) => data.acts[at]);
  const ways = new Set(acts.map(({ bearing }) => bearing));
  if (ways.size > 1) return 'mixed';
  if (ways.has('negates')) return 'crossed';
  if (ways.has('open')) return 'dotted';
  if (ways.has('affirms')) return acts.every(({ stance }) => FIRM.has(stance)) ? 'solid' : 'dashed';
  return 'faint';
}

/** @param {Step} step @returns {number | null} the claim that a step is about */
function claimOf({ from, to, edges }) {
  if (edges[0].why === 'link') return (web().firsts.claim + from.at === edges[0].from) ? from.at : to.at;
  return from.type === 'claim' ? from.at : to.type === 'claim' ? to.at : null;
}

/** The acts of saying that a step rests on: of one who speaks, its own. @param {Step} step @returns {number[]} */
function actsBehind(step) {
  if (step.edges[0].why === 'contests') return contesting(step);
  const claim = claimOf(step);
  if (claim === null) return [];
  const { acts } = data.claims[claim];
  if (!step.edges.every(({ why }) => why === 'says')) return acts;
  const { at } = step.from.type === 'actor' ? step.from : step.to;
  return acts.filter((each) => data.acts[each].speakers.includes(data.actors[at].id));
}

/** What an actor says against a finding. @param {Step} step @returns {number[]} */
function contesting({ from, to }) {
  const [actor, finding] = from.type === 'actor' ? [from, to] : [to, from];
  return againstOf(data.findings[finding.at]).filter((at) => data.acts[at].speakers.includes(data.actors[actor.at].id));
}

/** Who denies or doubts, of another claim, what findings on a claim rest on. @param {number} claim */
function deniedElsewhere(claim) {
  const own = new Set(data.claims[claim].acts);
  const acts = data.findings.flatMap((finding) => (finding.claim === claim ? finding.denials : [])).filter((at) => !own.has(at));
  return acts.length ? ` As said of another claim: ${voicesOf([...new Set(acts)])}.` : '';
}

/** Each act in words, with its day. @param {number[]} acts */
const sentences = (acts) => acts.map((at) => `${data.acts[at].date || 'undated'}: ${data.acts[at].sentence || data.acts[at].who}`).join('; ');

/** Who says a claim, and who says against it. @param {number} claim */
const sides = (claim) => `Who says it: ${saidBy(data.claims[claim].acts)}.${deniedElsewhere(claim)}`;

/** @param {number[]} acts */
const saidBy = (acts) => voicesOf(acts) || `nobody ${data.where} says it`;

/** What a step tells, in words that assert nothing. @param {Edge} edge @param {Step} step @returns {import('../dom.js').Child[]} */
function told({ why, role, whole }, step) {
  const { from, to } = step;
  const one = (/** @type {string} */ type) => (from.type === type ? from : to);
  const name = (/** @type {End} */ end) => make('bdi', '', labelOf(data, end));
  const ofWhole = whole ? ', as taken from the whole of which it is a part' : '';
  switch (why) {
    case 'says': {
      const { id } = data.actors[one('actor').at];
      const acts = data.claims[one('claim').at].acts.filter((at) => data.acts[at].speakers.includes(id));
      return [`Said of the claim: ${sentences(acts)}.`];
    }
    case 'contests': return [`Said against what this program infers, be it of this claim or of another: ${sentences(contesting(step))}.`];
    case 'role': return [name(one('actor')), ` stands in the claim as ${ROLES[role] || role}${ofWhole}. ${sides(one('claim').at)}`];
    case 'item': return [name(one('item')), ` stands in the claim as item. ${sides(one('claim').at)}`];
    case 'link': {
      const claim = claimOf(step) === from.at ? from : to;
      return [`One claim leads to the other as “${role}”${ofWhole}. Who says the first: ${saidBy(data.claims[claim.at].acts)}.`];
    }
    case 'inferred': {
      const finding = data.findings[one('finding').at];
      const denied = finding.denials.length ? `Denied or doubted: ${voicesOf(finding.denials)}.` : `Nobody ${data.where} denies or doubts it.`;
      return [make('b', '', 'Inferred by this program, and said by nobody: '), `${finding.kind}${finding.reasons.length ? `, because ${finding.reasons.join('; ')}` : ''}. It rests on: ${saidBy(finding.acts)}. ${denied}${finding.lawful.length ? ` Said to be no breach: ${voicesOf(finding.lawful)}.` : ''}${finding.exempting.length ? ` An exemption is spoken of: ${voicesOf(finding.exempting)}.` : ''}`];
    }
    default: return [make('b', '', 'Inferred by this program, and said by nobody: '), 'that the finding is about ', name(one('norm')), `. ${data.norms[one('norm').at].rule}`];
  }
}

/** Roles that do not read as a word for somebody. @type {Record<string, string>} */
const ROLES = { via: 'carrier or intermediary (via)', agent: 'the one who acts', against: 'the one against whom it is' };

/** @param {End} end */
function node(end) {
  const words = make('bdi', '', labelOf(data, end));
  const kind = make('span', 'type', end.type === 'finding' ? 'finding, inferred' : end.type === 'actor' ? data.actors[end.at].kind : end.type);
  if (end.type === 'item') return make('span', `node ${end.type}`, kind, words);
  const { type, at } = end;
  const each = button(`node ${end.type}`, () => select(type, at), kind, words);
  Object.assign(each.dataset, { type, at: String(at) });
  each.setAttribute('aria-current', String(state.kind === type && state.at === at));
  return each;
}

/** @param {Step} step @param {number} number */
function row(step, number) {
  const style = styleOf(step);
  const against = step.edges.every(({ from }) => from !== numberIn(step.from));
  const finding = step.edges.some(({ why }) => INFERRED.has(why) || why === 'contests') ? (step.to.type === 'finding' ? step.to : step.from) : null;
  const claim = claimOf(step);
  const evidence = finding ? ['finding', finding.at] : ['claim', claim];
  const line = svg('svg', { viewBox: '0 0 34 10', 'aria-hidden': 'true' }, svg('path', { d: style === 'crossed' ? 'M1 5H33M14 1l6 8M20 1l-6 8' : 'M1 5H33', class: `line ${style}` }));
  return make('li', `step ${style}`,
    make('div', 'saying', line, make('span', 'unseen', `Step ${number + 1}. `), make('div', '', step.edges.map((edge) => make('p', '', told(edge, step))), against ? make('p', 'aside', 'Read against the direction in which it is said.') : null,
      evidence[1] === null ? null : button('link evidence', () => select(/** @type {any} */ (evidence[0]), Number(evidence[1])), finding ? 'The finding, and the words behind it' : 'The words'))),
    node(step.to));
}

/** @param {End} end */
const numberIn = ({ type, at }) => web().firsts[type] + at;

/** @param {Step[]} path @param {number} number */
function section(path, number) {
  const inferred = path.some(({ edges }) => edges.some(({ why }) => INFERRED.has(why)));
  return make('section', 'path', make('h3', '', `Path ${number + 1}: ${path.length} ${path.length === 1 ? 'step' : 'steps'}${inferred ? ', some inferred by this program' : ''}`),
    make('div', 'start', node(path[0].from)), make('ol', 'steps', path.map(row)));
}

/** @param {Which} which @param {string} label */
function chooser(which, label) {
  const input = make('input');
  Object.assign(input, { id: `path-${which}`, type: 'search', autocomplete: 'off', spellcheck: false, placeholder: 'Actor, item, claim, finding, norm' });
  const box = make('div', 'suggestions');
  box.id = `path-${which}-list`;
  box.setAttribute('aria-label', `Suggestions: ${label}`);
  const caption = make('label', '', label);
  caption.htmlFor = input.id;
  combobox(input, box, { suggestions: (query) => suggest(entries(), query, TYPES, 4), choose: ({ type, at }) => go({ [which]: nameOf(data, { type: /** @type {any} */ (type), at }) }) });
  input.addEventListener('input', () => { if (!input.value) go({ [which]: '' }); });
  const take = button('quiet', () => { const each = chosen(); if (each) go({ [which]: `${state.kind}:${each.id}` }); }, 'take the selected');
  take.setAttribute('aria-label', `${label}: take the selected`);
  return make('div', 'end', caption, input, take, box);
}

function bar() {
  const directions = make('div', 'switch', [['said', 'As it is said'], ['either', 'Either direction']].map(([id, label]) => { const each = button('', () => go({ direction: id }), label); each.dataset.direction = id; return each; }));
  directions.setAttribute('role', 'group');
  directions.setAttribute('aria-label', 'Direction');
  return make('div', 'bar ends', chooser('from', 'From'), chooser('to', 'To'), make('div', 'ways', directions, button('quiet', () => go({ from: state.to, to: state.from }), 'Swap')));
}

/** Which claims and findings a path may lead through. @returns {(end: End) => boolean} */
function through() {
  const marks = (/** @type {'claim' | 'finding'} */ kind) => { const each = new Uint8Array(all(kind).length); for (const at of passing(kind)) each[at] = 1; return each; };
  const [claims, findings] = [marks('claim'), marks('finding')];
  return ({ type, at }) => (type === 'claim' ? claims[at] === 1 : type === 'finding' ? findings[at] === 1 : true);
}

/** @param {End | null} from @param {End | null} to @returns {{words: string, paths: Step[][]}} */
function answer(from, to) {
  const missing = /** @type {Which[]} */ (['from', 'to']).find((which) => state[which] && !endNamed(data, state[which]));
  if (missing) return { words: `This graph has nothing called ${state[missing]}.`, paths: [] };
  if (!from || !to) return { words: 'Choose where a path begins and where it ends: a ship and a finding, say, or a supplier and a norm.', paths: [] };
  const paths = pathsBetween(web(), from, to, { either: state.direction === 'either', most: MOST, passes: through() });
  const narrowed = NARROWING.some((key) => /** @type {any} */ (state)[key]) ? ' Only claims and findings that pass the search and the filters count.' : '';
  if (!paths.length) return { words: `No path leads from one to the other ${data.where}${state.direction === 'either' ? '' : ', along the direction in which things are said'}.${narrowed}`, paths };
  return { words: `${paths.length === 1 ? 'One path' : `${paths.length} paths`}, the shortest with ${paths[0].length} ${paths[0].length === 1 ? 'step' : 'steps'}. A path joins what is said in different places, and by different people: nobody says it as a whole, and it does not show that anything happened. What is inferred on it is this program’s inference and no legal determination.${narrowed}`, paths };
}

function show() {
  if (!root || state.view !== 'path') return;
  const [from, to] = [endNamed(data, state.from), endNamed(data, state.to)];
  for (const [which, end] of /** @type {[Which, End | null][]} */ ([['from', from], ['to', to]])) {
    const input = byId(`path-${which}`);
    if (document.activeElement !== input || end) input.value = end ? labelOf(data, end) : state[which] ? input.value : '';
  }
  press(root.querySelectorAll('[data-direction]'), (each) => each.dataset.direction === state.direction);
  const { words, paths } = answer(from, to);
  const either = !paths.length && from && to && state.direction !== 'either' ? button('quiet', () => go({ direction: 'either' }), 'Look in either direction') : null;
  byId('paths').replaceChildren(make('p', 'around', words, ' ', either), ...paths.map(section));
}

function markCurrent() {
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (byId('paths').querySelectorAll('.node[data-type]'))) each.setAttribute('aria-current', String(each.dataset.type === state.kind && Number(each.dataset.at) === state.at));
}

/** Arrows walk what can be selected. @param {KeyboardEvent} event */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const each = /** @type {HTMLElement[]} */ ([...byId('paths').querySelectorAll('button')]);
  const next = each[each.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step];
  if (next) { event.preventDefault(); next.focus(); }
}

export const path = {
  id: 'path',
  label: 'Paths',
  pictured: false,
  /** @param {HTMLElement} element */
  mount(element) {
    root = element;
    const result = make('div', 'paths');
    result.id = 'paths';
    result.addEventListener('keydown', walk);
    root.replaceChildren(bar(), result);
    listen((changed) => {
      if (['from', 'to', 'direction'].some((key) => changed.has(key))) { show(); if (state.view === 'path') announce(result.querySelector('.around')?.textContent?.split('. ')[0] || ''); }
      else if (narrows(changed)) show();
      else if (changed.has('at') || changed.has('kind')) markCurrent();
    });
    return { show };
  },
};
