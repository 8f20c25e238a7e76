// What is shown stands in the address, so that a link leads to it. Ids stand there, never row numbers.
import { isCounted } from './counted.js';
import { announce } from './dom.js';
import { all, chosen, find, go, listen, state, USUAL } from './page.js';

/** @param {string} words */
function wellFormed(words) {
  const form = /** @type {any} */ (words);
  return form.toWellFormed ? form.toWellFormed() : words;
}

/** Return the fragment for what is shown now. */
export function address() {
  const parts = [];
  const each = chosen();
  if (each) parts.push(`${state.kind}=${encodeURIComponent(wellFormed(each.id))}`);
  for (const [key, usual] of Object.entries(USUAL)) {
    const value = String(/** @type {any} */ (state)[key]);
    if (value !== usual) parts.push(`${key}=${encodeURIComponent(wellFormed(value))}`);
  }
  if (state.whole) parts.push('whole=yes');
  return parts.length ? `#${parts.join('&')}` : '#';
}

/** @param {string} words */
function decoded(words) {
  try { return decodeURIComponent(words); } catch { return words; /* taken as it stands */ }
}

/**
 * Go where the address leads. What it names and this graph does not have is announced.
 * @param {string[]} views ids of the views that there are
 */
export function follow(views) {
  /** @type {any} */
  const patch = { ...USUAL, whole: false };
  for (const part of location.hash.slice(1).split('&')) {
    const [key, value] = [part.slice(0, part.indexOf('=')), decoded(part.slice(part.indexOf('=') + 1))];
    if (key === 'finding' || key === 'claim' || key === 'actor' || key === 'norm') {
      const at = find(key, value);
      if (at < 0) announce(`This graph has no ${key} called ${value}`);
      else Object.assign(patch, { kind: key, at, ...(key === 'norm' ? {} : { list: `${key}s` }) }); // norms have no list of their own
    } else if (key === 'whole') patch.whole = value === 'yes';
    else if (Object.hasOwn(USUAL, key)) patch[key] = value;
  }
  if (patch.act && find('act', patch.act) < 0) { announce(`This graph has no act of saying called ${patch.act}`); patch.act = ''; }
  if (!views.includes(patch.view)) patch.view = USUAL.view;
  if (!['findings', 'claims', 'actors'].includes(patch.list)) patch.list = USUAL.list;
  if (!['light', 'dark'].includes(patch.theme)) patch.theme = USUAL.theme;
  if (patch.embed !== '1') patch.embed = USUAL.embed;
  go(patch);
  return Boolean(patch.kind);
}

/** Keep the address at what is shown. In a sandboxed frame it may not change; the page works all the same. */
export function keepAddress() {
  listen((changed) => {
    if (changed.size === 1 && changed.has('part')) return;
    try { history.replaceState(null, '', address()); } catch { /* see above */ }
  });
}

/** Select what the page opens on: the first finding, else the first claim. */
export function first() {
  for (const kind of /** @type {const} */ (['finding', 'claim'])) {
    // A list that the address names stays.
    const at = all(kind).findIndex((_, number) => isCounted(kind, number));
    if (at >= 0) return { kind, at, list: state.list === USUAL.list ? `${kind}s` : state.list };
  }
  return {};
}
