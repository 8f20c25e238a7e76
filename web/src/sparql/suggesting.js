// A list of what could be written next, under the caret of a query. The keyboard stays in the query.
import { announce, make } from '../dom.js';
import { offers } from './completing.js';
import { known } from './client.js';

/**
 * @param {HTMLTextAreaElement} area @param {Record<string, string>} prefixes
 * @returns {HTMLElement} the list, to stand beside the query
 */
export function suggest(area, prefixes) {
  const list = make('ul', 'offers');
  list.id = 'sparql-offers';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'What could be written here');
  list.hidden = true;
  area.setAttribute('aria-autocomplete', 'list');
  area.setAttribute('aria-haspopup', 'listbox');
  area.setAttribute('aria-controls', list.id);
  /** @type {import('./completing.js').Offer[]} */
  let shown = [];
  let from = 0;
  let at = -1;

  const close = () => { list.hidden = true; at = -1; area.removeAttribute('aria-activedescendant'); };

  /** @param {number} next */
  function mark(next) {
    at = (next + shown.length) % shown.length;
    [...list.children].forEach((each, number) => each.setAttribute('aria-selected', String(number === at)));
    area.setAttribute('aria-activedescendant', `sparql-offer-${at}`);
  }

  /** @param {number} number */
  function take(number) {
    const { insert } = shown[number];
    area.setRangeText(insert, from, area.selectionStart, 'end');
    close();
    area.focus();
    area.dispatchEvent(new InputEvent('input', { inputType: 'insertReplacementText' }));
  }

  /** @param {boolean} asked whether the reader asked for it, so that nothing found is said */
  function open(asked) {
    const found = offers(area.value, area.selectionStart, prefixes, known);
    ({ from, offers: shown } = found);
    if (!shown.length) {
      close();
      if (asked) announce(known.length ? 'Nothing fits here' : 'Nothing fits here; terms come when the graph is loaded');
      return;
    }
    list.replaceChildren(...shown.map(({ label, detail }, number) => {
      const each = make('li', '', make('code', '', label), make('span', '', detail));
      each.id = `sparql-offer-${number}`;
      each.setAttribute('role', 'option');
      each.setAttribute('aria-selected', 'false');
      // The pointer does not take the keyboard out of the query.
      each.addEventListener('pointerdown', (event) => { event.preventDefault(); take(number); });
      return each;
    }));
    list.hidden = false;
    place();
    area.removeAttribute('aria-activedescendant');
    at = -1;
    if (asked) { mark(0); announce(`${shown.length} could be written here`); }
  }

  /** Put the list under the line of the caret: letters of the query are all as wide. */
  function place() {
    const before = area.value.slice(0, from).split('\n');
    const { lineHeight, paddingTop } = getComputedStyle(area);
    const top = before.length * parseFloat(lineHeight) + parseFloat(paddingTop) - area.scrollTop;
    list.style.top = `${Math.max(0, Math.min(top, area.clientHeight))}px`;
    list.style.left = `min(${[...before[before.length - 1]].length}ch, max(0px, 100% - 22rem))`;
  }

  area.addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.ctrlKey) { event.preventDefault(); open(true); return; }
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); mark(at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1)); }
    else if (event.key === 'Enter' && at >= 0 && !event.ctrlKey) { event.preventDefault(); take(at); }
    else if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); close(); }
    else if (event.key === 'Tab' || event.key === 'Enter' || /^(Arrow(Left|Right)|Home|End|Page)/.test(event.key)) close();
  });
  area.addEventListener('input', (event) => {
    // It comes by itself where a prefix tells what is meant, and then takes no key but the arrows.
    const isTerm = /(^|[^\p{L}\p{N}_])[\p{L}][\p{L}\p{N}-]*:[\p{L}\p{N}_-]*$/u.test(area.value.slice(0, area.selectionStart));
    if (/** @type {InputEvent} */ (event).inputType === 'insertReplacementText') return;
    if (!list.hidden || isTerm) open(false);
  });
  area.addEventListener('blur', close);
  return list;
}
