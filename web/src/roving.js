// A grid with one stop for Tab, through which the arrow keys lead (the grid of the ARIA practices).
import { move } from './grid.js';

const KEYS = new Set(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * Let keys lead through a table. A cell's buttons are its stops; one without any is a stop itself.
 * @param {HTMLTableElement} table rows of class `groups` are no part of it
 * @param {string} wanted the key (`data-key`) of the stop that Tab leads to @param {(key: string) => void} remember told where the focus went
 */
export function rove(table, wanted, remember) {
  const rows = [...table.querySelectorAll('tr:not(.groups)')].map((row) => [...row.children].map((cell) => {
    const inner = /** @type {HTMLElement[]} */ ([...cell.querySelectorAll('button')]);
    return inner.length ? inner : [/** @type {HTMLElement} */ (cell)];
  }));
  const stops = rows.flat(2);
  for (const each of stops) each.tabIndex = -1;
  let current = stops.find((each) => each.dataset.key === wanted) || rows.slice(1).flat(2).find((each) => each.dataset.act) || stops[0];
  if (!current) return;
  current.tabIndex = 0;
  table.addEventListener('focusin', (event) => {
    const stop = stops.find((each) => each === event.target);
    if (!stop) return;
    current.tabIndex = -1;
    current = stop;
    current.tabIndex = 0;
    remember(current.dataset.key || '');
  });
  table.addEventListener('keydown', (event) => {
    if (!KEYS.has(event.key) || event.altKey) return;
    event.preventDefault();
    const [row, column, stop] = move(rows.map((cells) => cells.map((each) => each.length)), placeOf(rows, current), event.key, event.ctrlKey || event.metaKey);
    const next = rows[row][column][stop];
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/** @param {HTMLElement[][][]} rows @param {HTMLElement} stop @returns {import('./grid.js').Place} */
function placeOf(rows, stop) {
  const row = rows.findIndex((cells) => cells.some((each) => each.includes(stop)));
  const column = rows[row].findIndex((each) => each.includes(stop));
  return [row, column, rows[row][column].indexOf(stop)];
}

/**
 * Draw anew what an element holds, and leave focus and scrolling where they were.
 * @param {HTMLElement} root @param {() => void} draw
 */
export function keepingPlace(root, draw) {
  const focused = root.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
  const scrolled = [...root.querySelectorAll('[data-scroll]')].map((each) => /** @type {const} */ ([/** @type {HTMLElement} */ (each).dataset.scroll, each.scrollTop, each.scrollLeft]));
  draw();
  for (const [name, top, left] of scrolled) {
    const each = root.querySelector(`[data-scroll="${name}"]`);
    if (each) { each.scrollTop = top; each.scrollLeft = left; }
  }
  if (focused === undefined) return;
  const again = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-key]')]).find((each) => each.dataset.key === focused);
  again?.focus({ preventScroll: true });
}
