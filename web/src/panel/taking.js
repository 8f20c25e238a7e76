// What a reader takes away of what is selected: a link that reopens it, and a citation that says what it is.
import { announce, button, byId, make } from '../dom.js';
import { embedCode, fileName, wholeAddress } from '../embed.js';
import { citationOfNorm } from '../ledger.js';
import { actsOf } from '../narrow.js';
import { data, state } from '../page.js';

/** @typedef {import('../view').Text} Text */

/** A text as one cites it. @param {Text} text */
function cited(text) {
  const held = text.verbatim ? '' : ' (abstract in the words of this graph, no quotation)';
  return `${[text.by, text.title, text.date, text.source].filter(Boolean).join(', ')}${held}`;
}

/**
 * Return the citation of a row: what it says, that it is no fact and no determination, the texts and the graph.
 * @param {import('../page.js').Kind} kind @param {any} each @param {import('../view').View} view
 */
export function citationOf(kind, each, view) {
  const acts = actsOf(kind, each);
  const texts = [...new Set(acts.map((/** @type {number} */ at) => view.acts[at].words.text))].filter((at) => at !== null);
  const lines = [];
  if (kind === 'finding') lines.push(`${each.sentence} (${each.kind}; ${each.citation}; finding ${each.id}). An inference of arms-transfer-kg and no legal determination.`);
  else if (kind === 'claim') lines.push(`${each.sentence} (claim ${each.id}). That it is recorded asserts nothing.`);
  else if (kind === 'norm') lines.push(citationOfNorm(view, each));
  else lines.push(`${each.name} (${each.kind}; ${each.id}).`);
  for (const at of acts) lines.push(`- ${view.acts[at].date}: ${view.acts[at].sentence || view.acts[at].who}`);
  if (texts.length) lines.push('Texts:', ...texts.map((at) => `- ${cited(view.texts[at])}`));
  if (kind === 'finding') lines.push(`Checked: ${each.marks.join('; ')}.`);
  lines.push(`Graph ${view.digest}.`);
  return lines.join('\n');
}

/** Give words to the clipboard; where that is refused, show them to be copied by hand. @param {string} words @param {string} what @param {HTMLElement} box */
async function copy(words, what, box) {
  box.replaceChildren();
  try {
    await navigator.clipboard.writeText(words);
    announce(`${what} copied`);
    box.append(make('p', 'aside', `${what} copied.`));
  } catch {
    const area = make('textarea', 'copied');
    area.value = words;
    area.readOnly = true;
    area.rows = Math.min(8, words.split('\n').length);
    area.setAttribute('aria-label', `${what}, to be copied`);
    box.append(area);
    area.focus();
    area.select();
    announce(`${what} selected, to be copied`);
  }
}

/** The section of the panel. @param {any} each what is selected */
export function takingSection(each) {
  const box = make('div', 'taken');
  return make('section', 'taking', make('h3', '', 'Take it away'),
    make('p', 'chips', button('quiet', () => copy(citationOf(state.kind || 'claim', each, data), 'Citation', box), 'Copy a citation'),
      button('quiet', () => copy(`${location.href.split('#')[0]}${wholeAddress()}`, 'Link', box), 'Copy a link'),
      button('quiet', () => copy(embedCode(fileName(), wholeAddress(), byId('kicker').textContent), 'Code to embed', box), 'Copy embed code'), button('quiet', () => print(), 'Print')), box);
}
