// Three buttons that only the keyboard meets, first on the page: past the lists is a long way.
import { button, byId, make } from './dom.js';
import { go } from './page.js';

/** Where each leads: the part of a narrow window, and what gets the focus. @type {[string, string, string][]} */
const PLACES = [
  ['lists', 'lists', '#list .entry[tabindex="0"], #search'],
  ['view', 'network', '#views [aria-pressed="true"]'],
  ['evidence', 'evidence', '#panel'],
];

export function prepareSkipping() {
  byId('skip').append(make('span', '', 'Skip to'), ...PLACES.map(([name, part, where]) => button('', () => {
    go({ part });
    /** @type {HTMLElement | null} */ (document.querySelector(where))?.focus();
  }, name)));
}
