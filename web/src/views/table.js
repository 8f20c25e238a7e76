// The table of everything: the accessible twin of whatever is drawn, to be sorted, read aloud and taken away.
import { csv, sorted } from '../csv.js';
import { announce, button, byId, make, press } from '../dom.js';
import { go, listen, narrows, select, state } from '../page.js';
import { TABLES } from '../tables.js';

// So many rows stand on a page: a browser is slow with tens of thousands.
const PAGE = 100;

/** @type {HTMLElement} */
let root;
let page = 0;

function chosenTable() {
  return Object.hasOwn(TABLES, state.table) ? TABLES[state.table] : TABLES.findings;
}

/** The rows as shown: those that pass, sorted by the chosen column. */
function rowsShown() {
  const table = chosenTable();
  const [name, down] = state.sort.startsWith('-') ? [state.sort.slice(1), true] : [state.sort, false];
  const column = table.columns.find(({ head }) => head === name);
  const rows = table.rows();
  return { table, column, down, rows: column ? sorted(rows, column.value, down) : rows };
}

/** @param {import('../tables.js').Column} column @param {boolean} isChosen @param {boolean} down */
function header(column, isChosen, down) {
  const next = isChosen ? (down ? '' : `-${column.head}`) : column.head;
  const element = make('th', '', button('sort', () => {
    go({ sort: next });
    announce(next ? `Sorted by ${column.head}, ${next.startsWith('-') ? 'descending' : 'ascending'}` : 'In the order of the page');
    /** @type {HTMLElement | undefined} */ ([...root.querySelectorAll('.sort')].find((each) => each.textContent?.startsWith(column.head)))?.focus();
  }, column.head, isChosen ? make('span', 'unseen', down ? ' (descending)' : ' (ascending)') : null, make('span', 'turn', isChosen ? (down ? ' ↓' : ' ↑') : '')));
  element.scope = 'col';
  element.setAttribute('aria-sort', isChosen ? (down ? 'descending' : 'ascending') : 'none');
  return element;
}

/** @param {import('../tables.js').Table} table @param {number} at */
function line(table, at) {
  const [first, ...others] = table.columns;
  const leads = table.leads(at);
  const name = make('bdi', '', String(first.value(at)));
  const head = make('th', '', leads ? button('link', () => select(leads[0], leads[1]), name) : name);
  head.scope = 'row';
  const row = make('tr', '', head, others.map(({ value }) => { const each = make('td', '', String(value(at))); each.dir = 'auto'; return each; }));
  if (leads && leads[0] === state.kind && leads[1] === state.at) row.setAttribute('aria-current', 'true');
  return row;
}

/** Give the rows away as a file; where a frame allows none, as words to be copied. */
function takeAway() {
  const { table, rows } = rowsShown();
  const words = csv(table.columns.map(({ head }) => head), rows.map((at) => table.columns.map(({ value }) => value(at))));
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([words], { type: 'text/csv;charset=utf-8' }));
  link.download = `${state.table}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  announce(`${rows.length} rows of ${table.label.toLowerCase()} as CSV`);
}

function show() {
  if (!root || state.view !== 'table') return;
  const { table, column, down, rows } = rowsShown();
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  page = Math.min(page, pages - 1);
  const [first, last] = [page * PAGE, Math.min(rows.length, (page + 1) * PAGE)];
  const turn = (/** @type {number} */ step, /** @type {string} */ words) => {
    const each = button('quiet', () => { page += step; show(); announce(byId('rows').textContent); }, words);
    each.disabled = page + step < 0 || page + step >= pages;
    return each;
  };
  const count = make('span', 'aside', rows.length ? `${first + 1}–${last} of ${rows.length}` : 'none pass these filters');
  count.id = 'rows';
  const switches = make('div', 'switch', Object.entries(TABLES).map(([id, { label }]) => { const each = button('', () => go({ table: id, sort: '' }), label); each.dataset.table = id; return each; }));
  switches.setAttribute('role', 'group');
  switches.setAttribute('aria-label', 'Which table');
  press(switches.children, (each) => each.dataset.table === state.table);
  const box = make('div', 'sheet', make('table', '', make('caption', 'aside', table.caption),
    make('thead', '', make('tr', '', table.columns.map((each) => header(each, each === column, down)))),
    make('tbody', '', rows.slice(first, last).map((at) => line(table, at)))));
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', `Table: ${table.caption}`);
  root.replaceChildren(make('div', 'bar', switches, count, pages > 1 ? [turn(-1, 'Previous'), turn(1, 'Next')] : null, button('quiet', takeAway, 'CSV')), box);
}

export const table = {
  id: 'table',
  label: 'Table',
  pictured: false,
  /** @param {HTMLElement} element */
  mount(element) {
    root = element;
    listen((changed) => {
      const narrowed = narrows(changed) || changed.has('table') || changed.has('sort');
      if (narrowed) page = 0;
      if (narrowed || changed.has('at') || changed.has('kind')) show();
    });
    return { show };
  },
};
