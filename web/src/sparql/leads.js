// What a cell of an answer is called, and where it leads to on the page.
import { data, find } from '../page.js';
import { shortened } from './completing.js';

/** @typedef {import('./answers.js').Cell} Cell */
/** @typedef {import('../page.js').Kind} Kind */

/** Columns that name a claim, and the column that says in which text. */
const CLAIMS = /** @type {Record<string, string>} */ ({ claim: 'text', other: 'other_text' });

/** @param {string} words */
function unquoted(words) {
  try { return decodeURIComponent(words); } catch { return words; }
}

/** @param {string} kind @param {string} id @returns {[Kind, number] | null} */
function row(kind, id) {
  const at = find(kind, id);
  return at < 0 ? null : [/** @type {Kind} */ (kind), at];
}

/** What on this page an IRI is. @param {string} iri @param {string} base @returns {[Kind, number] | null} */
export function leadsTo(iri, base) {
  if (!iri.startsWith(`${base}id/`)) return null;
  const [kind, id, ...more] = iri.slice(base.length + 3).split('/').map(unquoted);
  if (kind === 'text') {
    if (more[0] === 'claim' && more[1]) return row('claim', `${id}/${more[1]}`);
    const text = data.texts.findIndex((each) => each.id === id);
    const claim = more.length || text < 0 ? -1 : data.claims.findIndex((each) => each.text === text);
    return claim < 0 ? null : ['claim', claim];
  }
  return more.length ? null : row(kind, id);
}

/**
 * What on this page a cell is: by its IRI, or as the name of a claim in the text beside it.
 * @param {Cell} cell @param {string[]} head @param {number} at the number of its column @param {Cell[]} line @param {string} base
 */
export function leads(cell, head, at, line, base) {
  if (cell?.kind === 'iri') return leadsTo(cell.value, base);
  const text = line[head.indexOf(CLAIMS[head[at]])];
  if (cell?.kind !== 'literal' || text?.kind !== 'iri' || !text.value.startsWith(`${base}id/text/`)) return null;
  return row('claim', `${unquoted(text.value.slice(`${base}id/text/`.length))}/${cell.value}`);
}

/** A cell in words: an IRI of ours without what all of them begin with. @param {Cell} cell @param {Record<string, string>} prefixes @param {string} base */
export function told(cell, prefixes, base) {
  if (!cell) return '';
  if (cell.kind === 'blank') return `_:${cell.value}`;
  if (cell.kind !== 'iri') return cell.value;
  return shortened(cell.value, prefixes) || (cell.value.startsWith(`${base}id/`) ? unquoted(cell.value.slice(base.length + 3)) : cell.value);
}
