// The left column: findings, claims and actors, narrowed by the search and by the facets.
import { isCounted } from './counted.js';
import { button, byId, make, press } from './dom.js';
import { actsOf, passing } from './narrow.js';
import { all, data, find, go, listen, narrows, select, state, waysOf } from './page.js';

/** @typedef {import('./page.js').Listed} Kind */

/** @type {Record<string, Kind>} */
const LISTED = { findings: 'finding', claims: 'claim', actors: 'actor' };

// So many entries are shown at first: a browser is slow with tens of thousands.
const AT_FIRST = 120;

// Each voice with its own stances, so that nobody seems to say what another one says.
/** @param {number[]} acts */
export function voicesOf(acts) {
  /** @type {Map<string, number[]>} */
  const voices = new Map();
  for (const at of acts) {
    const theirs = voices.get(data.acts[at].who);
    if (theirs) theirs.push(at); else voices.set(data.acts[at].who, [at]);
  }
  return [...voices].map(([who, theirs]) => `${who}: ${waysOf(theirs)}`).join('. ');
}

/** @param {Kind} kind @param {number} at */
export function entry(kind, at) {
  const each = all(kind)[at];
  /** @param {number[]} acts */
  const says = (acts) => voicesOf(acts) || `nobody ${data.where} says it`;
  const rows = {
    finding: () => [
      make('span', 'kind', `${each.kind} · ${each.citation}`),
      make('span', 'lead', `${each.agent || 'Nobody named'}, as ${each.role}`),
      make('span', 'what', each.claim === null ? each.sentence : data.claims[each.claim].sentence),
      make('span', 'how', each.reasons.length ? `because: ${each.reasons.join('; ')}` : says(actsOf('finding', each))),
    ],
    claim: () => [make('span', 'what', each.sentence), make('span', 'how', says(each.acts))],
    norm: () => [make('span', 'kind', `norm · ${each.deontic}`), make('span', 'lead', each.citation), make('span', 'what', each.rule)],
    actor: () => [make('span', 'lead', each.name), make('span', 'how', `${each.kind} · in ${each.stands.length} claims · says ${each.says.length}`)],
  };
  const element = button('entry', () => select(kind, at), ...rows[kind]());
  element.dataset.kind = kind;
  element.dataset.at = String(at);
  element.setAttribute('aria-current', String(state.kind === kind && state.at === at));
  return element;
}

/** @type {{of: unknown, places: Uint32Array}} */
let byName = { of: null, places: new Uint32Array(0) };

/** At which place an actor stands when all are sorted by name: comparing names is slow, and they do not change. */
function placeByName() {
  if (byName.of !== data.actors) {
    const { compare } = new Intl.Collator('en');
    const order = data.actors.map((_, at) => at).sort((one, other) => compare(data.actors[one].name, data.actors[other].name));
    byName = { of: data.actors, places: new Uint32Array(order.length) };
    order.forEach((at, place) => { byName.places[at] = place; });
  }
  return byName.places;
}

/** @param {number} [limit] */
function showList(limit = AT_FIRST) {
  const kind = LISTED[state.list];
  const counting = (/** @type {Kind} */ each) => all(each).reduce((sum, _, at) => sum + Number(isCounted(each, at)), 0);
  const rows = all(kind);
  const shown = passing(kind);
  if (kind === 'actor') shown.sort((one, other) => placeByName()[one] - placeByName()[other]);
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const at of shown) {
    const name = kind === 'actor' ? 'actors' : rows[at].kind;
    const members = groups.get(name);
    if (members) members.push(at); else groups.set(name, [at]);
  }
  const list = byId('list');
  list.replaceChildren();
  let left = limit;
  for (const [name, members] of groups) {
    if (left <= 0) break;
    list.append(make('h2', '', make('span', '', name), make('span', '', String(members.length))));
    for (const at of members.slice(0, left)) { const each = entry(kind, at); each.tabIndex = -1; list.append(each); }
    left -= members.length;
  }
  stopAt(entries().find((each) => each.getAttribute('aria-current') === 'true') || entries()[0]);
  if (!shown.length) list.append(make('p', 'empty', counting(kind) ? 'Nothing here passes these filters.' : `There is none ${data.where}.`));
  if (left < 0) list.append(button('quiet', () => showList(limit * 4), `${-left} more`));
  byId('count').textContent = `${shown.length} of ${counting(kind)}`;
  const [one, other] = state.pair.split('>').map((id) => data.actors[find('actor', id)]?.name || id || 'not named');
  byId('pair').hidden = !state.pair;
  byId('pair').textContent = state.pair ? `${one} → ${other} ✕` : '';
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-list]'))) {
    if (each.lastElementChild) each.lastElementChild.textContent = String(counting(LISTED[each.dataset.list || 'findings']));
  }
  press(document.querySelectorAll('[data-list]'), (each) => each.dataset.list === state.list);
}

function markCurrent() {
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#list .entry'))) {
    const current = each.dataset.kind === state.kind && Number(each.dataset.at) === state.at;
    each.setAttribute('aria-current', String(current));
    if (current) { each.scrollIntoView({ block: 'nearest' }); stopAt(each); }
  }
}

export function prepareLists() {
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-list]'))) {
    const list = each.dataset.list || 'findings';
    each.addEventListener('click', () => go({ list }));
  }
  byId('pair').addEventListener('click', () => { go({ pair: '' }); byId('search').focus(); });
  byId('list').addEventListener('keydown', walk);
  byId('list').addEventListener('focusin', (/** @type {FocusEvent} */ { target }) => { if (target instanceof HTMLElement && target.matches('.entry')) stopAt(target); });
  listen((changed) => {
    if (narrows(changed) || changed.has('list')) showList();
    else if (changed.has('at') || changed.has('kind')) markCurrent();
  });
  showList();
}

/** @returns {HTMLElement[]} */
const entries = () => [...byId('list').querySelectorAll('.entry')];

/** Arrow keys walk the list, which is one stop for Tab: there may be hundreds of entries. @param {KeyboardEvent} event */
function walk(event) {
  const there = entries();
  const here = there.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (here < 0) return;
  const next = { ArrowDown: there[here + 1], ArrowUp: there[here - 1], Home: there[0], End: there[there.length - 1] }[event.key];
  if (next) { event.preventDefault(); next.focus(); }
}

/** Let Tab lead to one entry alone. @param {HTMLElement | undefined} stop */
function stopAt(stop) {
  for (const each of byId('list').querySelectorAll('.entry[tabindex="0"]')) each.tabIndex = -1;
  if (stop) stop.tabIndex = 0;
}
