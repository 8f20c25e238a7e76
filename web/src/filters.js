// The facets beneath the search box: what there is to narrow by, how many pass with each value, and what is chosen.
import { announce, button, byId, make } from './dom.js';
import { countsOf, joined, parted } from './facets.js';
import { countedRows, counts, facets, index } from './narrow.js';
import { chosenValues } from './narrowing.js';
import { go, listen, narrows, NARROWING, state } from './page.js';

/** @typedef {import('./facetindex.js').Facet} Facet */
/** @typedef {import('./page.js').Listed} Kind */

/** @type {Record<string, Kind>} */
const LISTED = { findings: 'finding', claims: 'claim', actors: 'actor' };
// So many values of a facet stand there at first.
const AT_FIRST = 12;
const TREES = new Set(['item', 'regime']);

/** How many values of a facet are shown, where it is not so many as at first. @type {Map<string, number>} */
const limits = new Map();
/** Values of trees that are opened or closed by hand, by key and id. @type {Map<string, boolean>} */
const opened = new Map();
/** @type {Map<string, Uint32Array>} */
const everything = new Map();
let everythingOf = /** @type {unknown} */ (null);

/** How many rows of the list have each value when nothing narrows it. @param {Facet} facet */
function unnarrowed(facet) {
  if (everythingOf !== index()) { everything.clear(); everythingOf = index(); }
  const key = `${state.list} ${facet.key}`;
  const known = everything.get(key) || countsOf(index(), LISTED[state.list], facet.key, {}, countedRows(LISTED[state.list]));
  everything.set(key, known);
  return known;
}

/** @param {string} key @returns {string[]} */
const chosenIn = (key) => parted(/** @type {any} */ (state)[key]);

/** @param {string} key @param {string} id @param {boolean} wanted */
function choose(key, id, wanted) {
  const others = chosenIn(key).filter((each) => each !== id);
  go({ [key]: joined(wanted ? [...others, id] : others) });
  announce(`${byId('count').textContent} shown`);
}

/** @param {Facet} facet @param {number} at @param {number} count */
function value(facet, at, count) {
  const { id, label } = facet.values[at];
  const input = make('input');
  input.type = 'checkbox';
  input.checked = chosenIn(facet.key).includes(id);
  input.dataset.value = id;
  input.addEventListener('change', () => choose(facet.key, id, input.checked));
  return make('label', count ? 'value' : 'value nothing', input, make('bdi', at ? '' : 'unstated', label), make('span', 'number', String(count)));
}

/** Values by how many have them at all, so that none moves while one chooses; what is not stated comes last. @param {Facet} facet @param {Uint32Array} all */
function inOrder(facet, all) {
  const there = facet.values.map((_, at) => at).filter((at) => at && all[at]);
  const byName = (/** @type {number} */ one, /** @type {number} */ other) => (facet.values[one].label < facet.values[other].label ? -1 : 1);
  there.sort(facet.key === 'year' ? byName : (one, other) => all[other] - all[one] || byName(one, other));
  return all[0] ? [...there, 0] : there;
}

/** @param {Facet} facet @param {number[]} there @param {Uint32Array} now */
function flat(facet, there, now) {
  const limit = limits.get(facet.key) || AT_FIRST;
  const chosen = new Set(chosenIn(facet.key).map((id) => facet.numbers.get(id)));
  const shown = there.filter((at, place) => place < limit || chosen.has(at) || at === 0);
  const more = there.length - shown.length;
  return make('ul', '', shown.map((at) => make('li', '', value(facet, at, now[at]))),
    more > 0 ? make('li', '', button('quiet', () => { limits.set(facet.key, limit * 4); show(); }, `${more} more`)) : null);
}

/** A broader value counts those beneath it; each is opened by its button, or with the arrows to the right and left. @param {Facet} facet @param {number[]} there @param {Uint32Array} now */
function tree(facet, there, now) {
  /** @type {Map<number, number[]>} */
  const beneath = new Map();
  for (const at of there) for (const broader of facet.values[at].broader) { const those = beneath.get(broader) || []; those.push(at); beneath.set(broader, those); }
  const roots = there.filter((at) => !facet.values[at].broader.length);
  const above = aboveChosen(facet);
  /** @param {number} at @param {number[]} path @returns {HTMLElement} */
  const node = (at, path) => {
    const narrower = (beneath.get(at) || []).filter((each) => !path.includes(each));
    const key = `${facet.key} ${facet.values[at].id}`;
    const isOpen = opened.get(key) ?? (above.has(at) || (roots.length <= 2 && roots.includes(at) && at !== 0));
    if (!narrower.length) return make('li', 'leaf', value(facet, at, now[at]));
    const turn = button('turn', () => { opened.set(key, !isOpen); show(); }, isOpen ? '▾' : '▸');
    turn.setAttribute('aria-expanded', String(isOpen));
    turn.setAttribute('aria-label', `Narrower than ${facet.values[at].label}`);
    turn.dataset.turn = facet.values[at].id;
    return make('li', '', turn, value(facet, at, now[at]), isOpen ? make('ul', '', narrower.map((each) => node(each, [...path, at]))) : null);
  };
  return make('ul', 'tree', roots.map((at) => node(at, [])));
}

/** @param {Facet} facet @returns {Set<number>} what is broader than what is chosen */
function aboveChosen(facet) {
  const found = new Set(chosenIn(facet.key).flatMap((id) => facet.values[facet.numbers.get(id) ?? 0].broader));
  for (const at of found) for (const broader of facet.values[at].broader) found.add(broader);
  return found;
}

/** @param {Facet} facet */
function showFacet(facet) {
  const box = /** @type {HTMLDetailsElement} */ (byId(`facet-${facet.key}`));
  const chosen = chosenIn(facet.key).length;
  /** @type {HTMLElement} */ (box.querySelector('.number')).textContent = chosen ? `${chosen} chosen` : '';
  if (!box.open || !byId('narrowing').open) return;
  const there = inOrder(facet, unnarrowed(facet));
  const now = counts(LISTED[state.list], facet.key);
  const list = there.length ? (TREES.has(facet.key) ? tree : flat)(facet, there, now) : make('p', 'aside', 'Nothing is told apart by this here.');
  const focus = /** @type {HTMLElement | null} */ (box.contains(document.activeElement) ? document.activeElement : null)?.dataset;
  /** @type {HTMLElement} */ (box.lastElementChild).replaceChildren(list);
  if (!focus) return;
  const again = [.../** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('[data-value], [data-turn]'))].find((each) => each.dataset.value === focus.value && each.dataset.turn === focus.turn);
  (again || /** @type {HTMLElement} */ (box.firstElementChild)).focus();
}

/** @param {string} words @param {Partial<import('./page.js').State>} without */
function chip(words, without) {
  const each = button('chosen', () => { go(without); announce(`${byId('count').textContent} shown`); byId('search').focus(); }, make('bdi', '', words), ' ✕');
  each.setAttribute('aria-label', `Remove ${words}`);
  return make('li', '', each);
}

/** What narrows, each with a way to undo it. */
function showChips() {
  const chips = chosenValues().map(({ words, without }) => chip(words, without));
  byId('chips').replaceChildren(...chips);
  byId('chips').hidden = !chips.length;
  byId('clear').hidden = !NARROWING.some((key) => /** @type {any} */ (state)[key]);
}

/** What the numbers beside the values count. @type {Record<string, string>} */
const COUNTED = {
  findings: 'Numbers count findings. Several values of one facet are alternatives; several facets all hold.',
  claims: 'Numbers count claims. Several values of one facet are alternatives; several facets all hold.',
  actors: 'Numbers count actors that speak of, or stand in, a claim that passes.',
};

function show() {
  showChips();
  byId('counted').textContent = COUNTED[state.list];
  for (const facet of facets()) showFacet(facet);
}

/** Arrows walk the values, open what is narrower and close it. @param {KeyboardEvent} event */
function walk(event) {
  const now = /** @type {HTMLElement} */ (document.activeElement);
  const row = now.closest('li');
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const turn = /** @type {HTMLElement | null} */ (row?.querySelector(':scope > .turn'));
    if (turn && (turn.getAttribute('aria-expanded') === 'true') === (event.key === 'ArrowLeft')) { event.preventDefault(); turn.click(); }
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = /** @type {HTMLElement[]} */ ([...byId('facets').querySelectorAll('summary, input')].filter((each) => each.checkVisibility()));
  const next = all[all.indexOf(now.matches('.turn') ? /** @type {HTMLElement} */ (row?.querySelector('input')) : now) + step];
  if (next) { event.preventDefault(); next.focus(); }
}

export function prepareFilters() {
  const counted = make('p', 'aside');
  counted.id = 'counted';
  byId('facets').append(counted, ...facets().map((facet) => {
    const box = make('details', 'facet', make('summary', '', facet.label, make('span', 'number')), make('div', 'values'));
    box.id = `facet-${facet.key}`;
    box.addEventListener('toggle', () => showFacet(facet));
    return box;
  }));
  byId('narrowing').addEventListener('toggle', show);
  byId('facets').addEventListener('keydown', walk);
  byId('clear').addEventListener('click', () => {
    go(Object.fromEntries(NARROWING.map((key) => [key, ''])));
    announce(`${byId('count').textContent} shown`);
    byId('search').focus();
  });
  listen((changed) => { if (narrows(changed) || changed.has('list')) show(); });
  show();
}
