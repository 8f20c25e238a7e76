// A box in which one types, with suggestions beneath it: the pattern of a combobox with a list, by mouse or by keyboard.
import { announce, make } from './dom.js';

/** @typedef {import('./search.js').Group} Group */
/** @typedef {import('./search.js').Suggestion} Suggestion */

/** What a group of suggestions is called. @type {Record<string, string>} */
const NAMES = { actor: 'Actors', item: 'Items', norm: 'Norms', claim: 'Claims', finding: 'Findings', text: 'Texts' };

/** @param {Group[]} groups */
function told(groups) {
  const all = groups.reduce((sum, each) => sum + each.all, 0);
  return all ? `${all} suggestions: ${groups.map((each) => `${each.all} ${NAMES[each.type].toLowerCase()}`).join(', ')}` : 'No suggestions';
}

/**
 * @param {HTMLInputElement} input @param {HTMLElement} box the list beneath it
 * @param {{suggestions: (query: string) => Group[], choose: (chosen: Suggestion) => void, after?: () => string}} how
 *   `after`: what is announced besides
 */
export function combobox(input, box, { suggestions, choose, after = () => '' }) {
  /** @type {Suggestion[]} */
  let shown = [];
  let now = -1;
  let pointing = false;

  function close() {
    box.hidden = true;
    [shown, now] = [[], -1];
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  /** @param {number} at */
  function mark(at) {
    now = at;
    for (const [number, each] of [...box.querySelectorAll('[role=option]')].entries()) {
      each.setAttribute('aria-selected', String(number === now));
      if (number === now) each.scrollIntoView({ block: 'nearest' });
    }
    if (now < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${box.id}-${now}`);
  }

  /** @param {Suggestion} each */
  function take(each) {
    close();
    choose(each);
  }

  /** @param {Suggestion} each @param {number} number */
  function option(each, number) {
    const element = make('div', 'option', make('bdi', '', each.label), each.hint ? make('bdi', 'aside', each.hint) : null);
    element.id = `${box.id}-${number}`;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    element.addEventListener('click', () => take(each));
    return element;
  }

  /** @param {Group} group */
  function section(group) {
    const head = make('div', 'type', make('span', '', NAMES[group.type]), make('span', '', group.all > group.first.length ? `${group.first.length} of ${group.all}` : String(group.all)));
    head.id = `${box.id}-${group.type}`;
    const element = make('div', 'group', head, group.first.map((each) => option(each, shown.push(each) - 1)));
    element.setAttribute('role', 'group');
    element.setAttribute('aria-labelledby', head.id);
    return element;
  }

  function open() {
    const groups = input.value.trim() ? suggestions(input.value) : [];
    [shown, now] = [[], -1];
    box.replaceChildren(...groups.map(section));
    box.scrollTop = 0;
    box.hidden = !shown.length;
    input.setAttribute('aria-expanded', String(!box.hidden));
    input.removeAttribute('aria-activedescendant');
    announce([input.value.trim() ? told(groups) : '', after()].filter(Boolean).join('. '));
  }

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', box.id);
  box.setAttribute('role', 'listbox');
  box.hidden = true;
  input.addEventListener('input', open);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (box.hidden) open();
      // Above the first and below the last is the box itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (shown.length) mark((now + 1 + step + shown.length + 1) % (shown.length + 1) - 1);
    } else if (event.key === 'Enter') {
      if (now >= 0) { event.preventDefault(); take(shown[now]); } else close();
    } else if (event.key === 'Escape' && !box.hidden) {
      event.preventDefault();
      close();
    }
  });
  // What is beneath the list stays in its place until the pointer is up, so that a click meets what it was aimed at.
  document.addEventListener('pointerdown', () => { pointing = true; }, true);
  document.addEventListener('click', (event) => {
    pointing = false;
    if (!input.contains(/** @type {Node} */ (event.target)) && !box.contains(/** @type {Node} */ (event.target))) close();
  });
  input.addEventListener('blur', () => { if (!pointing) close(); });
  return { close };
}
