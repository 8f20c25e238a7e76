// Speakers × claims: who takes which stance on which claims, in time. Those in dispute stand first.
import { announce, button, make } from '../dom.js';
import { passing } from '../narrow.js';
import { data, go, NARROWING, select, state } from '../page.js';
import { columnsOf, rowsOf } from '../standing.js';
import { speaker } from './claim.js';
import { counted, nameOf, sift, speakerChoice } from './filters.js';
import { notesOf, openWords, stance } from './said.js';

/** @typedef {import('../standing.js').Column} Column */
/** @typedef {import('../view').StandingAct} StandingAct */

// So many claims stand side by side, or below each other where there is no room: nobody reads more, and a browser is slow with them.
const WIDE = 20;
const LONG = 10;

let page = 0;
/** What the pages are of; when it changes, the first is shown. */
let of = '';

/** @param {Column} column @param {StandingAct} standing @param {string} who */
function stanceOf({ claim }, standing, who) {
  return stance(standing.act, who, { day: true, notes: notesOf(standing), under: data.claims[claim].id, onOpen: () => openWords(standing.act, { claim }) });
}

/** @param {Column} column */
function told({ claim, disputing, denying }) {
  const { text } = data.claims[claim];
  const how = disputing.size ? 'affirmed by some, denied or doubted by others' : denying.size ? 'denied or doubted' : '';
  return [make('span', 'aside', `claimed in ${text === null ? 'no text' : data.texts[text].id}`), how ? make('span', 'aside how', how) : null];
}

/** The claim of a column, which leads to its matrix. @param {Column} column */
function claimButton({ claim }) {
  const each = button('link claim', () => { go({ stancesAs: 'claim' }); select('claim', claim, { quietly: true }); announce(`Matrix of ${data.claims[claim].sentence}`); }, data.claims[claim].sentence);
  each.title = `Show this claim\u2019s matrix: ${data.claims[claim].sentence}`;
  each.dataset.key = `claim:${data.claims[claim].id}`;
  return each;
}

/** Columns of one group beside each other under its name. @param {Column[]} columns */
function groups(columns) {
  /** @type {[string, number][]} */
  const spans = [];
  for (const { group } of columns) {
    const last = spans.at(-1);
    if (last && last[0] === group) last[1] += 1;
    else spans.push([group, 1]);
  }
  return make('tr', 'groups', make('td', ''), spans.map(([group, span]) => { const each = make('th', '', make('span', '', group)); each.colSpan = span; each.scope = 'colgroup'; return each; }));
}

/** @param {Column[]} columns @param {Set<string>} chosen @param {number} from @param {number} total */
function grid(columns, chosen, from, total) {
  const corner = make('th', '', make('span', '', 'who'));
  corner.scope = 'col';
  const head = (/** @type {Column} */ column) => { const each = make('th', '', claimButton(column), told(column)); each.scope = 'col'; each.dataset.claim = String(column.claim); return each; };
  const name = (/** @type {string} */ who) => { const each = make('th', '', speaker(who)); each.scope = 'row'; return each; };
  const cell = (/** @type {StandingAct[]} */ standings, /** @type {number} */ at, /** @type {string} */ who) => make('td', '',
    standings.length ? make('ol', '', standings.map((each) => make('li', '', stanceOf(columns[at], each, who)))) : make('span', 'unseen', 'no stance on it'));
  const table = make('table', '', make('caption', 'unseen', 'Who takes which stance on which claim, the earliest first in each cell'),
    make('thead', '', groups(columns), make('tr', '', corner, columns.map(head))),
    make('tbody', '', rowsOf(data, columns).filter(([who]) => chosen.has(who)).map(([who, cells]) => make('tr', '', name(who), cells.map((each, at) => cell(each, at, who))))));
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-label', 'Speakers and claims');
  table.setAttribute('aria-colcount', String(total + 1));
  for (const row of table.querySelectorAll('tr:not(.groups)')) [...row.children].forEach((each, at) => each.setAttribute('aria-colindex', String(at ? from + at + 1 : 1)));
  const box = make('div', 'sheet many', table);
  box.dataset.scroll = 'sheet';
  return box;
}

/** The same, claim by claim, where there is no room for a grid. @param {Column[]} columns @param {Set<string>} chosen */
function list(columns, chosen) {
  const box = make('div', 'tracks by-claim', columns.map((column, at) => make('section', '',
    at && columns[at - 1].group === column.group ? null : make('h3', 'group', column.group),
    make('h4', '', claimButton(column)), told(column),
    make('ul', '', rowsOf(data, [column]).filter(([who]) => chosen.has(who)).map(([who, [cell]]) => make('li', '', speaker(who), cell.map((each) => stanceOf(column, each, who))))))));
  box.dataset.scroll = 'claims';
  return box;
}

/** @param {number} total @param {number} size @param {() => void} again draws anew */
function pager(total, size, again) {
  if (total <= size) return null;
  const turn = (/** @type {number} */ step, /** @type {string} */ words) => {
    const each = button('quiet', () => { page += step; again(); announce(`Claims ${page * size + 1} to ${Math.min(total, (page + 1) * size)} of ${total}`); }, words);
    each.disabled = page + step < 0 || (page + step) * size >= total;
    each.dataset.key = words;
    return each;
  };
  return make('span', 'pager', turn(-1, 'Previous claims'), turn(1, 'Next claims'));
}

/** @param {boolean} narrow @param {() => void} again draws anew @returns {import('../dom.js').Child[]} */
export function claimsMode(narrow, again) {
  const passed = passing('claim');
  if (passed.some((at) => !data.claims[at].stances)) return [make('p', 'aside none', 'This page was made without the stances of claims; kg stances tells them.')];
  const acts = [...new Set(passed.flatMap((at) => (data.claims[at].stances?.stances || []).map(({ act }) => act)))];
  const { shown, chosen, speakers, notes } = sift(acts);
  const counts = new Set(shown);
  const columns = columnsOf(data, passed, (act) => counts.has(act));
  const size = narrow ? LONG : WIDE;
  const now = [...NARROWING.map((key) => /** @type {any} */ (state)[key]), state.stancesWho, size].join('\n');
  if (now !== of) { of = now; page = 0; }
  const from = page * size;
  const some = columns.slice(from, from + size);
  const disputed = columns.filter((each) => each.disputing.size).length;
  const ends = state.pair ? ` ${state.pair.split('>').map((id) => (id ? nameOf(id) : 'not named')).join(' → ')},` : '';
  const where = columns.length > size ? `; here ${from + 1}–${from + some.length}` : '';
  const words = columns.length
    ? `Who takes which stance on which claim:${ends} ${counted(columns.length, 'claim')}${where}. ${narrow ? 'First' : 'Like claims, with the same ends and kinds of item, stand together; first'} those that most speakers dispute (${disputed} affirmed by some and denied or doubted by others). That is an order, and no vote.${narrow ? '' : ' A claim leads to its matrix, a stance to its words; arrow keys lead through.'}`
    : 'No claim of which anybody speaks passes these filters.';
  const silent = passed.length - columns.length;
  const count = make('div', 'choices', speakerChoice(speakers, chosen, 'these claims'), pager(columns.length, size, again), notes,
    silent && columns.length ? make('p', 'aside left', `${counted(silent, 'claim')} that pass the filters left out: nobody shown speaks of ${silent === 1 ? 'it' : 'them'}.`) : null,
    !state.pair && columns.length > size ? make('p', 'aside left', 'A pair of supplier and recipient, chosen in the overview, or words searched for make this shorter.') : null);
  return [make('p', 'around', words), count, some.length ? (narrow ? list(some, chosen) : grid(some, chosen, from, columns.length)) : null];
}
