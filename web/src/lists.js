// The left column: findings, claims and actors, narrowed by search and by three filters.
import { announce, button, byId, make, press } from './dom.js';
import { actsOf, passing } from './narrow.js';
import { all, data, find, go, listen, select, state, waysOf } from './page.js';

/** @typedef {import('./page.js').Kind} Kind */

/** @type {Record<string, Kind>} */
const LISTED = { findings: 'finding', claims: 'claim', actors: 'actor' };

/** What narrows the list, by its key in the state, and the input that sets it. */
const INPUTS = { words: 'search', stance: 'by-stance', status: 'by-status', about: 'by-actor' };

// So many entries are shown at first: a browser is slow with tens of thousands.
const AT_FIRST = 400;

// Each voice with its own stances, so that nobody seems to say what another one says.
/** @param {number[]} acts */
export function voicesOf(acts) {
  /** @type {Map<string, number[]>} */
  const voices = new Map();
  for (const at of acts) voices.set(data.acts[at].who, [...(voices.get(data.acts[at].who) || []), at]);
  return [...voices].map(([who, theirs]) => `${who}: ${waysOf(theirs)}`).join('. ');
}

/** @param {Kind} kind @param {number} at */
export function entry(kind, at) {
  const each = all(kind)[at];
  /** @param {number[]} acts */
  const says = (acts) => voicesOf(acts) || 'nobody says it';
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

/** @param {number} [limit] */
function showList(limit = AT_FIRST) {
  const kind = LISTED[state.list];
  const rows = all(kind);
  const shown = passing(kind);
  if (kind === 'actor') shown.sort((one, other) => rows[one].name.localeCompare(rows[other].name, 'en'));
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const at of shown) {
    const name = kind === 'actor' ? 'actors' : rows[at].kind;
    groups.set(name, [...(groups.get(name) || []), at]);
  }
  const list = byId('list');
  list.replaceChildren();
  let left = limit;
  for (const [name, members] of groups) {
    if (left <= 0) break;
    list.append(make('h2', '', make('span', '', name), make('span', '', String(members.length))));
    for (const at of members.slice(0, left)) list.append(entry(kind, at));
    left -= members.length;
  }
  if (!shown.length) list.append(make('p', 'empty', rows.length ? 'Nothing here passes these filters.' : `There is none ${data.where}.`));
  if (left < 0) list.append(button('quiet', () => showList(limit * 4), `${-left} more`));
  byId('count').textContent = `${shown.length} of ${rows.length}`;
  const [one, other] = state.pair.split('>').map((id) => data.actors[find('actor', id)]?.name || id || 'not named');
  byId('pair').hidden = !state.pair;
  byId('pair').textContent = state.pair ? `${one} → ${other} ✕` : '';
  byId('clear').hidden = ![...Object.keys(INPUTS), 'pair', 'since', 'until'].some((key) => /** @type {any} */ (state)[key]);
  press(document.querySelectorAll('[data-list]'), (each) => each.dataset.list === state.list);
}

function markCurrent() {
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#list .entry'))) {
    const current = each.dataset.kind === state.kind && Number(each.dataset.at) === state.at;
    each.setAttribute('aria-current', String(current));
    if (current) each.scrollIntoView({ block: 'nearest' });
  }
}

/** @param {HTMLSelectElement} box @param {string[][]} words @param {string} any */
function options(box, words, any) {
  box.replaceChildren(...[['', any], ...words].map(([value, label]) => {
    const option = make('option', '', label);
    option.value = value;
    return option;
  }));
}

/** Show in each input what the state holds; a value that it does not offer becomes "any". */
function showInputs() {
  for (const [key, id] of Object.entries(INPUTS)) {
    const input = byId(id);
    const value = /** @type {any} */ (state)[key];
    if (input.value.trim() !== value) input.value = value;
  }
}

export function prepareLists() {
  const once = (/** @type {'stance' | 'status'} */ key) => [...new Set(data.acts.map((act) => act[key]))].sort().map((word) => [word, word]);
  options(byId('by-stance'), once('stance'), 'any');
  options(byId('by-status'), once('status'), 'any');
  options(byId('by-actor'), data.actors.map((actor) => [actor.id, actor.name]).sort((one, other) => one[1].localeCompare(other[1], 'en')), 'any');
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-list]'))) {
    const list = each.dataset.list || 'findings';
    if (each.lastElementChild) each.lastElementChild.textContent = String(all(LISTED[list]).length);
    each.addEventListener('click', () => go({ list }));
  }
  for (const [key, id] of Object.entries(INPUTS)) {
    byId(id).addEventListener('input', () => { go({ [key]: byId(id).value.trim() }); announce(`${byId('count').textContent} shown`); });
  }
  byId('clear').addEventListener('click', () => { go({ words: '', stance: '', status: '', about: '', pair: '', since: '', until: '' }); byId('search').focus(); });
  byId('pair').addEventListener('click', () => { go({ pair: '' }); byId('search').focus(); });
  byId('list').addEventListener('keydown', walk);
  listen((changed) => {
    if (['list', 'pair', 'since', 'until', ...Object.keys(INPUTS)].some((key) => changed.has(key))) { showInputs(); showList(); }
    else if (changed.has('at') || changed.has('kind')) markCurrent();
  });
  showInputs();
  showList();
}

/** Arrow keys walk the list, so that a reader need not press Tab through every entry. @param {KeyboardEvent} event */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const entries = /** @type {HTMLElement[]} */ ([...byId('list').querySelectorAll('.entry')]);
  const next = entries[entries.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step];
  if (next) { event.preventDefault(); next.focus(); }
}
