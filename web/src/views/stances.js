// The stance matrix: who takes which stance on the selected claim, text by text, and what is only like it.
import { button, make } from '../dom.js';
import { gridOf } from '../grid.js';
import { chosen, data, listen, select, state, wayOf } from '../page.js';

/** @typedef {import('../view').Matrix} Matrix */
/** @typedef {import('../view').StandingAct} StandingAct */

/** @type {HTMLElement} */
let root;

/** The claim whose matrix is shown: the selected one, or that of the selected finding; -1 for none. */
function claimShown() {
  return state.kind === 'claim' ? state.at : state.kind === 'finding' ? chosen()?.claim ?? -1 : -1;
}

/** @param {string} id */
function nameOf(id) {
  return data.actors.find((each) => each.id === id)?.name || id;
}

/** @param {StandingAct} standing */
function stanceOf({ act: at, of, toldBy }) {
  const act = data.acts[at];
  const notes = [of && `said of ${of}`, act.speakers.length > 1 && 'jointly', toldBy && `as told by ${toldBy}`].filter(Boolean).join('; ');
  const each = button(`stance ${act.bearing}`, () => { if (act.claim !== null) select('claim', act.claim); }, wayOf(act), notes ? make('span', 'aside', notes) : null);
  each.title = act.sentence;
  return make('li', '', each);
}

/** @param {Matrix} matrix */
function grid(matrix) {
  const { texts, rows } = gridOf(matrix.stances, data);
  const head = (/** @type {number | null} */ at) => {
    const cell = make('th', '', make('span', 'day', at === null ? '' : data.texts[at].date), make('bdi', '', at === null ? 'no text' : data.texts[at].title));
    cell.scope = 'col';
    return cell;
  };
  const name = (/** @type {string} */ who) => { const cell = make('th', '', make('bdi', '', nameOf(who))); cell.scope = 'row'; return cell; };
  const corner = make('th', '', make('span', '', 'who'));
  corner.scope = 'col';
  const box = make('div', 'sheet', make('table', '', make('caption', 'aside', 'Who takes which stance, text by text, the earliest first'),
    make('thead', '', make('tr', '', corner, texts.map(head))),
    make('tbody', '', rows.map(([who, cells]) => make('tr', '', name(who), cells.map((acts) => make('td', '', acts.length ? make('ul', '', acts.map(stanceOf)) : null)))))));
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', 'Stance matrix');
  return box;
}

/** @param {string} words @param {Matrix['related']} rows */
function others(words, rows) {
  if (!rows.length) return null;
  return make('section', 'others', make('h3', '', `${words} (${rows.length})`), make('ul', 'stack', rows.map(({ act: at, why, toldBy }) => {
    const act = data.acts[at];
    const on = act.claim === null ? '' : data.claims[act.claim].sentence;
    return make('li', '', button('entry', () => { if (act.claim !== null) select('claim', act.claim); },
      make('span', 'lead', `${act.date} · ${act.sentence || act.who}${toldBy ? `, as told by ${toldBy}` : ''}`), make('span', 'what', on), why ? make('span', 'how', `not about this: ${why}`) : null));
  })));
}

function show() {
  if (!root || state.view !== 'stances') return;
  const at = claimShown();
  const claim = data.claims[at];
  if (!claim) {
    root.replaceChildren(make('div', 'bar', make('p', 'around', 'Choose a claim or a finding in the lists: its stances stand here.')));
    return;
  }
  const matrix = claim.stances;
  const head = make('div', 'bar', make('p', 'around', 'Stances on ', make('strong', '', claim.sentence), matrix ? `. ${data.where[0].toUpperCase()}${data.where.slice(1)} it is: ${matrix.value}. Nothing votes, and a denial removes nothing.` : ''));
  if (!matrix) { root.replaceChildren(head, make('p', 'aside none', 'This page was made without the stances of claims; kg stances tells them.')); return; }
  root.replaceChildren(head, make('div', 'tracks', matrix.stances.length ? grid(matrix) : make('p', 'aside', `Nobody ${data.where} speaks of it.`),
    others('Said of it: that it breaches nothing, which denies nothing of it', matrix.lawful), others('Denials of the like that are not about this', matrix.related)));
}

export const stances = {
  id: 'stances',
  label: 'Stances',
  /** @param {HTMLElement} element */
  mount(element) {
    root = element;
    listen((changed) => { if (changed.has('at') || changed.has('kind')) show(); });
    return { show };
  },
};
