// An answer as a table: sorted, paged, read aloud and taken away. Words in it are text, whatever they say.
import { csv, sorted } from '../csv.js';
import { announce, button, make } from '../dom.js';
import { listen, select, state } from '../page.js';
import { asWritten } from './answers.js';
import { leads, told } from './leads.js';

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {import('./answers.js').Cell} Cell */

// So many rows stand on a page: a browser is slow with tens of thousands.
const PAGE = 100;
const NUMBERS = /#(integer|decimal|double|float|int|long|short|byte|nonNegativeInteger|positiveInteger)$/;
const CAUTION = 'A claim asserts nothing; only those who say it do. Findings are inferences of this program, and no legal determinations.';

/** What a cell is sorted by. @param {Cell} cell @param {string} words */
function key(cell, words) {
  const number = Number(words);
  return cell?.kind === 'literal' && words !== '' && NUMBERS.test(cell.datatype || '') && !Number.isNaN(number) ? number : words;
}

/**
 * @param {HTMLElement} root
 * @param {{prefixes: Record<string, string>, base: string}} names
 */
export function resultsIn(root, { prefixes, base }) {
  /** @type {Answer | null} */
  let answer = null;
  let name = 'answer';
  let [column, down, page] = [-1, false, 0];
  const words = (/** @type {Cell} */ cell) => told(cell, prefixes, base);

  /** @param {number} at */
  function header(at) {
    const isChosen = at === column;
    const element = make('th', '', button('sort', () => {
      if (isChosen && down) column = -1;
      else [column, down] = [at, isChosen];
      page = 0;
      show();
      announce(column < 0 ? 'In the order of the query' : `Sorted by ${answer?.head[at]}, ${down ? 'descending' : 'ascending'}`);
      /** @type {HTMLElement | undefined} */ ([...root.querySelectorAll('.sort')][at])?.focus();
    }, answer?.head[at], isChosen ? make('span', 'unseen', down ? ' (descending)' : ' (ascending)') : null, make('span', 'turn', isChosen ? (down ? ' ↓' : ' ↑') : '')));
    element.scope = 'col';
    element.setAttribute('aria-sort', isChosen ? (down ? 'descending' : 'ascending') : 'none');
    return element;
  }

  /** @param {Cell} cell @param {number} at @param {Cell[]} line */
  function item(cell, at, line) {
    const lead = answer ? leads(cell, answer.head, at, line, base) : null;
    const text = make('bdi', '', words(cell));
    const element = make('td', cell?.kind || 'unbound', lead ? button('link', () => select(lead[0], lead[1]), text) : text,
      // The page is in English; a word in another language says so.
      cell?.language && cell.language !== 'en' ? make('small', '', ` @${cell.language}`) : null);
    if (cell?.language) text.lang = cell.language;
    if (cell?.kind === 'iri') element.title = cell.value;
    if (lead && lead[0] === state.kind && lead[1] === state.at) element.setAttribute('aria-current', 'true');
    return element;
  }

  function takeAway() {
    if (!answer) return;
    const cells = (/** @type {Cell} */ cell) => (!cell ? '' : cell.kind === 'blank' || cell.kind === 'triple' || answer?.form === 'triples' ? asWritten(cell) : cell.value);
    const link = make('a');
    link.href = URL.createObjectURL(new Blob([csv(answer.head, rowsShown().map((line) => line.map(cells)))], { type: 'text/csv;charset=utf-8' }));
    link.download = `${name}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    announce(`${answer.rows.length} rows as CSV`);
  }

  const rowsShown = () => (!answer ? [] : column < 0 ? answer.rows : sorted(answer.rows, (line) => key(line[column], words(line[column])), down));

  function show() {
    if (!answer) { root.replaceChildren(); return; }
    if (answer.form === 'truth') { root.replaceChildren(make('p', 'truth', answer.truth ? 'Yes: the graph in this page holds it.' : 'No: the graph in this page does not hold it. That it does not says nothing about the world.')); return; }
    const [first, last] = [page * PAGE, Math.min(answer.rows.length, (page + 1) * PAGE)];
    const turn = (/** @type {number} */ step, /** @type {string} */ label) => {
      const each = button('quiet', () => { page += step; show(); announce(`Rows ${page * PAGE + 1} and following`); }, label);
      each.disabled = page + step < 0 || (page + step) * PAGE >= (answer?.rows.length || 0);
      return each;
    };
    const many = answer.rows.length === 1 ? '1 row' : `${answer.rows.length.toLocaleString('en')} rows`;
    const count = make('span', 'aside', !answer.rows.length ? 'No rows' : answer.rows.length > PAGE ? `${(first + 1).toLocaleString('en')}–${last.toLocaleString('en')} of ${many}` : many);
    count.id = 'sparql-rows';
    const box = make('div', 'sheet', make('table', '', make('caption', 'aside', CAUTION),
      make('thead', '', make('tr', '', answer.head.map((_, at) => header(at)))),
      make('tbody', '', rowsShown().slice(first, last).map((line) => make('tr', '', line.map((cell, at) => item(cell, at, line)))))));
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', 'Table: the answer');
    root.replaceChildren(make('div', 'bar', count, answer.rows.length > PAGE ? [turn(-1, 'Previous'), turn(1, 'Next')] : null, answer.rows.length ? button('quiet', takeAway, 'CSV') : null),
      answer.cut ? make('p', 'notice', `There are more. The first ${answer.rows.length.toLocaleString('en')} are here; the others were cut off. LIMIT and OFFSET in the query reach them; kg ask gives more at once.`) : '',
      answer.rows.length ? box : make('p', 'aside none', 'Nothing in the graph of this page fits the query. That says nothing about the world.'));
  }

  listen((changed) => { if (state.view === 'sparql' && (changed.has('kind') || changed.has('at'))) show(); });
  return {
    /** @param {Answer | null} next @param {string} [called] the name of the file that it is taken away as */
    put(next, called = 'answer') {
      [answer, name, column, down, page] = [next, called, -1, false, 0];
      show();
    },
  };
}
