// The search box of the page: it narrows the lists, and suggests what the words may mean.
import { combobox } from './combobox.js';
import { announce, byId } from './dom.js';
import { joined, parted } from './facets.js';
import { entries, foldAll, passing } from './narrow.js';
import { data, go, listen, select, state } from './page.js';
import { suggest } from './search.js';

const TYPES = /** @type {const} */ (['actor', 'item', 'norm', 'claim', 'finding', 'text']);
const OF_EACH = 4;

/** Add a value to what is chosen of a facet. @param {string} key @param {string} id */
function added(key, id) {
  return joined([...new Set([...parted(/** @type {any} */ (state)[key]), id])]);
}

/** Show what was suggested; what is no row of its own narrows the lists to what is about it. @param {import('./search.js').Suggestion} each */
function choose({ type, at, id, label }) {
  byId('search').value = '';
  if (type === 'claim' || type === 'finding') {
    go({ words: '', list: `${type}s` });
    select(type, at);
  } else if (type === 'actor') {
    go({ words: '', about: added('about', id) });
    select('actor', at);
  } else if (type === 'norm') {
    go({ words: '', under: added('under', id), list: 'findings' });
    const findings = passing('finding').filter((each) => data.findings[each].norm === at);
    select('norm', at);
    announce(findings.length ? `${findings.length} findings under ${label}` : `Nothing is found under ${label} ${data.where}, as narrowed`);
  } else {
    go({ words: '', [type]: added(type, id), list: 'claims' });
    announce(`${byId('count').textContent} shown, narrowed to ${label}`);
  }
}

/** A slash leads to the box from everywhere but from where one types. @param {KeyboardEvent} event */
function slash(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select, [contenteditable]')) return;
  event.preventDefault();
  go({ part: 'lists' });
  byId('search').focus();
  byId('search').select();
}

export function prepareSearch() {
  const input = byId('search');
  input.addEventListener('focus', () => setTimeout(foldAll), { once: true });
  // Before the suggestions, which announce how many are listed.
  input.addEventListener('input', () => go({ words: input.value.trim() }));
  combobox(input, byId('suggestions'), {
    suggestions: (query) => suggest(entries(), query, TYPES, OF_EACH),
    choose,
    after: () => `${byId('count').textContent} shown`,
  });
  document.addEventListener('keydown', slash);
  const showWords = () => { if (input.value.trim() !== state.words) input.value = state.words; };
  listen((changed) => { if (changed.has('words')) showWords(); });
  showWords();
}
