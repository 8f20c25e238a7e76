// A norm in the right column: what its record says, what changed it, and what was found under it. Law stands apart from inference.
import { button, link, make } from '../dom.js';
import { apart, changesBy, counted, tally, tellMisses, tellWindow } from '../ledger.js';
import { normsFound } from '../norms.js';
import { data, go, select } from '../page.js';
import { chip, facts, head, stack } from './pieces.js';

/** @typedef {import('../dom.js').Child} Child */

// So many findings are shown at first.
const AT_FIRST = 30;

/** A norm's citation, which leads to it. @param {number | null} at @param {string} citation */
function cited(at, citation) {
  return at === null ? citation : button('link', () => select('norm', at), citation);
}

/** What is recorded as having changed a norm, and what it changed; both lead there. @param {number} at @returns {{by: HTMLElement[], of: HTMLElement[]}} */
export function changesOf(at) {
  const line = (/** @type {string} */ words, /** @type {number | null} */ norm, /** @type {string} */ citation, /** @type {string} */ how) => make('li', '', `${words} `, cited(norm, citation), how ? `: ${how}` : '');
  return {
    by: (data.ledger[at]?.changedBy || []).map(({ norm, citation, how }) => line('changed by', norm, citation, how)),
    of: (changesBy(data).get(at) || []).map(({ norm, how }) => line('changes', norm, data.norms[norm].citation, how)),
  };
}

/** The mark of how far a norm was checked. @param {import('../view').Norm} norm */
export function markOf(norm) {
  return chip(norm.verification, norm.checked ? '' : 'check');
}

/** What the record says of whom it binds, to what, and what must hold; in the words of `kg ledger`. @param {number} at */
function recordFacts(at) {
  const norm = data.norms[at];
  const row = data.ledger[at];
  /** @type {[string, Child][]} */
  const pairs = [['binds', norm.binds && `${norm.binds}, as ${norm.role}`]];
  if (row) {
    const until = row.exceptsLast && `, until ${row.exceptsLast}${row.exceptsBy ? `, ended by ${row.exceptsBy}` : ''}`;
    pairs.push(['towards', row.towards || 'whoever stands at the other end'], ['covers', row.covers.join('; ')],
      ['excepts', row.excepts.length ? row.excepts.join('; ') + until : ''],
      ['if it serves', row.condition && `${row.condition}, which would be for somebody to determine`],
      ['if it would breach', row.depends.length ? `one of these too: ${row.depends.join('; ')}` : '']);
  }
  pairs.push(['if it goes to', norm.territory], ['exemption possible', [row?.exemptedBy && `by ${row.exemptedBy}`, norm.exempted].filter(Boolean).join(': ')]);
  if (row) pairs.push(['reach', row.reach], ['read with', row.readWith.join('; ')]);
  pairs.push(['note', norm.note]);
  return facts(pairs);
}

/** When it is in force, window by window. @param {number} at @returns {Child[]} */
function windowsOf(at) {
  const row = data.ledger[at];
  if (!row) return [make('p', '', data.norms[at].since)];
  return [make('ul', 'windows', row.windows.map((each) => make('li', '', `${tellWindow(each)}.`, each.note ? make('span', 'aside', ` ${each.note}`) : null)))];
}

/** Where its words were read. @param {import('../view').Norm} norm */
function sourcesOf(norm) {
  if (!norm.sources.length) return make('p', 'aside', 'No source is recorded.');
  return make('p', 'aside', norm.sources.map((source, at) => [at ? ' · ' : 'Source: ', link(source.href, source.words)]));
}

/** The rule that a finding is about; its citation leads to the norm. @param {number} at @returns {Child[]} */
export function rule(at) {
  const norm = data.norms[at];
  return [make('p', '', make('b', '', cited(at, norm.citation)), ' ', norm.rule), make('span', 'chips', markOf(norm)), recordFacts(at),
    facts([['in force', windowsOf(at)]]), sourcesOf(norm)];
}

/** @param {number} at @returns {Child[]} */
function instrumentOf(at) {
  const row = data.ledger[at];
  if (!row) return [];
  const { symbol, kind, title, date, by, href, source, mark } = data.statedIn[row.instrument];
  return [make('h3', '', 'Stated in'), make('p', '', make('b', '', symbol), ` ${kind}${date ? `, ${date}` : ''}${by ? `, by ${by}` : ''}. `, make('span', 'aside', title && `Our description: ${title}.`)),
    make('span', 'chips', chip(mark, mark === data.norms[at].verification && data.norms[at].checked ? '' : 'check')), source ? make('p', 'aside', link(href, source)) : null];
}

/** Findings one under the other, the first of many. @param {number[]} findings @param {number} [limit] @returns {HTMLElement} */
export function some(findings, limit = AT_FIRST) {
  const box = make('div', '', stack('finding', findings.slice(0, limit)));
  if (findings.length > limit) box.append(button('quiet', () => box.replaceWith(some(findings, limit * 4)), `${findings.length - limit} more`));
  return box;
}

/** What was found under a norm, as far as it passes search and filters. @param {number} at @returns {Child[]} */
export function foundUnder(at) {
  const { under, every } = normsFound();
  const shown = under.get(at) || [];
  const there = (every.get(at) || []).length;
  const { leads, misses } = apart(data, shown);
  return [make('p', 'notice', 'What stands under the norm here is this program’s inference and no legal determination.'),
    shown.length < there ? make('p', 'aside', `${shown.length} of ${there} pass the search and the filters.`) : null,
    leads.length ? [make('p', 'tally', tally(data, leads).map(counted).join(', ')), some(leads)] : make('p', 'aside', 'No alleged or prospective violation under it is among them.'),
    misses.length ? [make('p', 'tally', tellMisses(data, misses)), some(misses)] : null];
}

/** @param {import('../view').Norm} norm @param {number} at @returns {Child[]} */
export function normPanel(norm, at) {
  const { by, of } = changesOf(at);
  const parts = [head(`Norm · ${norm.deontic}`, norm.citation, make('p', '', norm.rule), make('p', 'aside', 'The rule in our words, from its record; the text of the instrument alone counts. No legal advice.')),
    make('span', 'chips', markOf(norm), data.ledger.length ? button('quiet', () => go({ view: 'ledger', part: 'network' }), 'See it among the norms') : null), recordFacts(at), sourcesOf(norm),
    make('h3', '', 'In force'), ...windowsOf(at),
    by.length || of.length ? [make('h3', '', 'What changed it, and what it changes'), make('ul', 'changed', by, of)] : null,
    ...instrumentOf(at),
    make('h3', '', 'Found under it'), ...foundUnder(at)];
  return /** @type {any[]} */ (parts).flat(Infinity).filter(Boolean);
}
