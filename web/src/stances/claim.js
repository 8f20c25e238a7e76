// One claim: who takes which stance on it, text by text, and what is only like it.
import { button, make } from '../dom.js';
import { gridOf } from '../grid.js';
import { isWithin } from '../narrow.js';
import { data, go } from '../page.js';
import { claimChosen } from '../panel/apart.js';
import { nameOf, sift, speakerChoice } from './filters.js';
import { notesOf, openWords, stance } from './said.js';

/** @typedef {import('../view').Matrix} Matrix */
/** @typedef {import('../view').StandingAct} StandingAct */

/** @param {StandingAct} standing @param {string} who */
const stanceOf = (standing, who) => stance(standing.act, who, { notes: notesOf(standing), onOpen: () => openWords(standing.act) });

/** Leads to all that a speaker says over time. @param {string} who */
export function speaker(who) {
  if (!who) return make('bdi', '', nameOf(who));
  const each = button('link', () => go({ stancesAs: 'speaker', stancesOf: who }), make('bdi', '', nameOf(who)));
  each.title = 'All stances over time';
  each.dataset.key = `speaker:${who}`;
  return each;
}

/** @param {StandingAct[]} stances @param {Set<string>} chosen */
function grid(stances, chosen) {
  const { texts, rows } = gridOf(stances, data);
  const head = (/** @type {number | null} */ at) => {
    const cell = make('th', '', make('span', 'day', at === null ? '' : data.texts[at].date), make('bdi', '', at === null ? 'no text' : data.texts[at].title));
    cell.scope = 'col';
    return cell;
  };
  const name = (/** @type {string} */ who) => { const cell = make('th', '', speaker(who)); cell.scope = 'row'; return cell; };
  const corner = make('th', '', make('span', '', 'who'));
  corner.scope = 'col';
  const table = make('table', '', make('caption', 'aside', 'Who takes which stance, text by text, the earliest first. Arrow keys lead through it, Enter opens the words.'),
    make('thead', '', make('tr', '', corner, texts.map(head))),
    make('tbody', '', rows.filter(([who]) => chosen.has(who)).map(([who, cells]) => make('tr', '', name(who), cells.map((standings) => cell(standings, who))))));
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-label', 'Stance matrix');
  const box = make('div', 'sheet', table);
  box.dataset.scroll = 'sheet';
  return box;
}

/** @param {StandingAct[]} standings @param {string} who */
function cell(standings, who) {
  const each = make('td', '', standings.length ? make('ul', '', standings.map((standing) => make('li', '', stanceOf(standing, who)))) : make('span', 'unseen', 'no stance in it'));
  return each;
}

/** The same, speaker by speaker, where there is no room for a grid. @param {StandingAct[]} stances @param {Set<string>} chosen */
function list(stances, chosen) {
  const { rows } = gridOf(stances, data);
  return make('div', 'by-speaker', rows.filter(([who]) => chosen.has(who)).map(([who, cells]) => make('section', '', make('h3', '', speaker(who)),
    make('ul', '', cells.flat().map((standing) => {
      const { text } = data.acts[standing.act].words;
      return make('li', '', make('span', 'day', data.acts[standing.act].date, ' · ', make('bdi', '', text === null ? 'no text' : data.texts[text].title)), stanceOf(standing, who));
    })))));
}

/** @param {string} words @param {Matrix['related']} rows */
function others(words, rows) {
  if (!rows.length) return null;
  const within = rows.filter(({ act }) => isWithin(act));
  const count = within.length === rows.length ? `${rows.length}` : `${within.length} of ${rows.length} within the days chosen`;
  return make('section', 'others', make('h3', '', `${words} (${count})`), make('ul', 'stack', within.map(({ act: at, why, toldBy }) => {
    const act = data.acts[at];
    const each = button('entry', () => openWords(at),
      make('span', 'lead', `${act.date} · ${act.sentence || act.who}${toldBy ? `, ${toldBy}` : ''}`), make('span', 'what', act.claim === null ? '' : data.claims[act.claim].sentence),
      act.reading ? make('span', 'aside', `on one reading: ${act.reading}`) : null, why ? make('span', 'how', `not about this: ${why}`) : null);
    each.dataset.key = `related:${act.id}`;
    each.dataset.act = act.id;
    return make('li', '', each);
  })));
}

/** @param {boolean} narrow @returns {import('../dom.js').Child[]} */
export function claimMode(narrow) {
  const claim = data.claims[claimChosen()];
  if (!claim) return [make('p', 'aside none', 'Choose a claim or a finding in the lists: its stances stand here.')];
  const matrix = claim.stances;
  const value = matrix ? `. ${data.where[0].toUpperCase()}${data.where.slice(1)} it is: ${matrix.value}. Nothing votes, and a denial removes nothing.` : '';
  const head = make('p', 'around', 'Stances on ', make('strong', '', claim.sentence), value);
  if (!matrix) return [head, make('p', 'aside none', 'This page was made without the stances of claims; kg stances tells them.')];
  const { shown, chosen, speakers, notes } = sift(matrix.stances.map(({ act }) => act));
  const standings = matrix.stances.filter(({ act }) => shown.includes(act));
  const none = matrix.stances.length ? null : make('p', 'aside', `Nobody ${data.where} speaks of it.`);
  const box = make('div', 'tracks', speakerChoice(speakers, chosen, 'this claim'), notes, standings.length ? (narrow ? list : grid)(standings, chosen) : none,
    others('Said of it: that it breaches nothing, which denies nothing of it', matrix.lawful), others('Denials of the like that are not about this', matrix.related));
  box.dataset.scroll = 'tracks';
  return [head, box];
}
