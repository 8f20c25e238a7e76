// Words that bear on what is selected and are said of something else: shown with it, and never as its own.
import { button, make } from '../dom.js';
import { chosen, data, select, state } from '../page.js';

/** The claim that is selected, or that of the selected finding; -1 for none. */
export function claimChosen() {
  return state.kind === 'claim' ? state.at : state.kind === 'finding' ? chosen()?.claim ?? -1 : -1;
}

/** How an act that is not of the selected claim bears on it, in words. @param {number} at */
function bearingOf(at) {
  const matrix = data.claims[claimChosen()]?.stances;
  const stands = matrix?.stances.find(({ act }) => act === at);
  if (stands) return stands.of ? `Said of ${stands.of}` : 'Said of it';
  const related = matrix?.related.find(({ act }) => act === at);
  if (related) return `Not about what is selected: ${related.why || 'only like it'}. Said of`;
  return matrix?.lawful.some(({ act }) => act === at) ? 'That it breaches nothing, which denies nothing of it; said of' : 'Said of';
}

/** @param {number} at of an act @param {HTMLElement} card with its words */
export function apart(at, card) {
  const { claim, id } = data.acts[at];
  const on = claim === null ? null : data.claims[claim];
  return make('section', 'apart', make('h3', '', 'Chosen in the view'), card,
    on && claim !== null ? make('p', 'aside', `${bearingOf(at)}: ${on.sentence}. `, button('link', () => select('claim', claim, { act: id }), 'Show this claim\u2019s matrix')) : null);
}

/** Scroll the panel to a card, with what is said above and below of words that stand apart. @param {Element} card */
export function scrollToCard(card) {
  (card.closest('.apart') || card).scrollIntoView({ block: 'nearest' });
}
