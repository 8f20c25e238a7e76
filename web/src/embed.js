// The page within another page: the view alone, under a line that says what it is and leads to the whole.
import { address } from './address.js';
import { byId } from './dom.js';
import { listen, state } from './page.js';

const HAS_ADDRESS = /^(https?|file):/;

/** Words as they stand in an attribute between double quotes. @param {string} words */
const quoted = (words) => words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Return markup that shows what is shown now within another page, from a file beside it.
 * @param {string} file its name @param {string} fragment what is shown @param {string} title
 */
export function embedCode(file, fragment, title) {
  const source = `${encodeURIComponent(file)}${fragment}${fragment.length > 1 ? '&' : ''}embed=1`;
  // It may run its own script, give files away and open the whole page; it has no origin and reaches nothing.
  const attributes = { src: source, title, sandbox: 'allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox', loading: 'lazy', width: '100%', height: '520' };
  return `<iframe ${Object.entries(attributes).map(([name, words]) => `${name}="${quoted(words)}"`).join(' ')}></iframe>`;
}

/** The name of this file; what a page is called that has none, such as one written into a frame. */
export function fileName() {
  const named = HAS_ADDRESS.test(location.href) ? location.pathname.split('/').pop() : '';
  try { return decodeURIComponent(named || '') || 'explorer.html'; } catch { return 'explorer.html'; }
}

/** What is shown, without how it stands in another page. */
export function wholeAddress() {
  return address().replace(/(^#|&)embed=1(?=&|$)/, '$1').replace(/^#&/, '#').replace(/&&/, '&').replace(/&$/, '');
}

function show() {
  document.documentElement.classList.toggle('embed', state.embed === '1');
  const link = byId('whole');
  const self = location.href.split('#')[0];
  link.hidden = !HAS_ADDRESS.test(self);
  if (!link.hidden) link.href = `${self}${wholeAddress()}`;
}

export function prepareEmbed() {
  listen(show);
  show();
}
