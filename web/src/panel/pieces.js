// What every panel is made of: its head, chips, names with values, and stacks of rows.
import { make } from '../dom.js';
import { entry } from '../lists.js';

/** @typedef {import('../dom.js').Child} Child */
/** @typedef {import('../page.js').Listed} Kind */

/** @param {string} kicker @param {string} sentence @param {...Child} rest */
export function head(kicker, sentence, ...rest) {
  return make('div', '', make('p', 'kicker', kicker), make('h2', '', sentence), ...rest);
}

/** @param {string} words @param {string} [className] */
export function chip(words, className) {
  return words ? make('span', `chip ${className || ''}`, words) : null;
}

/** A list of names and values; one without a value is left out. @param {[string, Child][]} pairs */
export function facts(pairs) {
  return make('dl', 'facts', pairs.filter(([, value]) => value).map(([name, value]) => [make('dt', '', name), make('dd', '', value)]));
}

/** @param {Kind} kind @param {number[]} numbers */
export function stack(kind, numbers) {
  return make('div', 'stack', numbers.map((at) => entry(kind, at)));
}
