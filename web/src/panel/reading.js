// Quoted words, and the text in which they stand. A quote is marked only where the text's own
// characters at that place are the quoted ones.
import { link, make } from '../dom.js';
import { data } from '../page.js';
import { visible } from '../visible.js';

/** @typedef {import('../view').Words} Words */

/** @param {Words} words */
export function stands(words) {
  if (words.text === null || !words.spans.length) return false;
  const characters = data.texts[words.text].characters;
  return words.spans.every(([start, end], at) => end > start && characters.slice(start, end) === words.exact[at]);
}

/** @param {Words} words */
export function quoteOf(words) {
  const joined = visible(words.exact.join(' […] '));
  return words.verbatim ? `“${joined}”` : joined;
}

/** @param {Words} words */
export function quote(words) {
  const element = make('span', words.verbatim ? 'words' : 'words abstract', quoteOf(words));
  element.dir = 'auto';
  if (!words.verbatim) element.append(make('small', '', ' abstract: our words, not a quotation'));
  return element;
}

// Overlapping spans are cut where any of them begins or ends; the selected act's are stronger.
/** @param {number} length @param {Words[]} acts @param {Words | null} chosen */
function pieces(length, acts, chosen) {
  const cuts = new Set([0, length]);
  for (const words of acts) for (const [start, end] of words.spans) { cuts.add(start); cuts.add(end); }
  const sorted = [...cuts].sort((a, b) => a - b);
  const within = (/** @type {Words} */ words, /** @type {number} */ start, /** @type {number} */ end) => words.spans.some(([from, to]) => from <= start && end <= to);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1];
    const now = chosen !== null && within(chosen, start, end);
    return { start, end, now, marked: now || acts.some((words) => within(words, start, end)) };
  });
}

/** @param {number} at @param {Words[]} acts @param {Words | null} chosen */
export function textWithMarks(at, acts, chosen) {
  const text = data.texts[at];
  const box = make('div', text.verbatim ? 'text' : 'text abstract');
  box.tabIndex = 0;
  box.dir = 'auto';
  if (text.language) box.lang = text.language;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', `Text of ${text.title}`);
  const held = acts.filter((words) => words.text === at && stands(words));
  const now = chosen && chosen.text === at && stands(chosen) ? chosen : null;
  for (const piece of pieces(text.characters.length, now ? [...held, now] : held, now)) {
    const words = visible(text.characters.slice(piece.start, piece.end));
    box.append(piece.marked ? make('mark', piece.now ? 'now' : '', words) : document.createTextNode(words));
  }
  return box;
}

/** @param {number} at */
export function sourceOf(at) {
  const text = data.texts[at];
  const line = make('p', 'source', make('b', '', text.title));
  const parts = [text.by, text.date, text.document, text.verbatim ? 'verbatim' : 'abstract: our words, not a quotation'];
  line.append(make('span', 'aside', ` ${parts.filter(Boolean).join(' · ')} `));
  if (text.href) line.append(link(text.href, 'source ↗'));
  else if (text.source) line.append(make('span', 'aside', text.source));
  return line;
}

// Who signed, source by source: the lists stand side by side, and none is preferred.
/** @param {number} at */
function signatoriesOf(at) {
  const lists = data.texts[at].signatories;
  if (!lists.length) return [];
  const box = make('details', 'signatories', make('summary', 'aside', `Signatories: ${lists.map((list) => list.told).join('; ')}`));
  for (const list of lists) {
    box.append(make('p', 'aside', link(list.href, list.source), ` · ${list.mark} · ${list.names}. ${list.note}`));
  }
  return [box];
}

// The reader of the panel's text: shows one act's words among the others', scrolled into view.
/** @param {Words[]} wordsList @param {Words | null} chosen */
export function textSection(wordsList, chosen) {
  const section = make('section', 'reading', make('h3', '', 'In the text'));
  const first = chosen || wordsList[0];
  if (!first || first.text === null) {
    section.append(make('p', 'aside', 'No words of a text are held for this.'));
    return section;
  }
  section.append(sourceOf(first.text), ...signatoriesOf(first.text));
  const box = textWithMarks(first.text, wordsList, first);
  section.append(box);
  if (!stands(first)) section.append(make('p', 'alarm', 'These words do not stand at their place in the text, so nothing is marked: ', quoteOf(first)));
  return section;
}

/** @param {HTMLElement} panel */
export function scrollToMark(panel) {
  const mark = panel.querySelector('mark.now');
  const box = mark && mark.closest('.text');
  if (!mark || !box) return;
  const above = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += above - Math.max(20, box.clientHeight / 3);
}
