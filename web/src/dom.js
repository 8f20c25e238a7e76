// DOM from text. No words of the data are ever parsed as markup: they enter through textContent alone.

/** What becomes of a child: text, an element, nothing; lists of these, however deep. @typedef {Node | string | null | undefined | false | readonly any[]} Child */

/** @param {string} id @returns {any} */
export const byId = (id) => document.getElementById(id);

/**
 * make('p', 'aside', 'words', child, …): strings become text, null is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of /** @type {any[]} */ (children).flat(Infinity)) {
    if (child === null || child === undefined || child === '' || child === false) continue;
    element.append(typeof child === 'string' ? document.createTextNode(child) : child);
  }
  return element;
}

/**
 * @param {string} className
 * @param {(event: MouseEvent) => void} onClick
 * @param {...Child} children
 */
export function button(className, onClick, ...children) {
  const element = make('button', className, ...children);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}

/**
 * An address that is not http or https, or names somebody before its site, is shown and never becomes a link.
 * @param {string | null} href
 * @param {string} words
 */
export function link(href, words) {
  if (!href || !/^https?:\/\/[^/?#\\@\s]+([/?#]|$)/i.test(href)) return make('span', '', words);
  const element = make('a', '', words);
  element.href = href;
  element.rel = 'noopener noreferrer';
  element.target = '_blank';
  return element;
}

/**
 * Make an element of SVG with attributes; words in it are text.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  for (const child of /** @type {any[]} */ (children).flat(Infinity)) {
    if (child !== null && child !== undefined && child !== '' && child !== false) element.append(child);
  }
  return element;
}

/** @param {string} words */
export function announce(words) {
  byId('said').textContent = words;
}

/**
 * @param {Iterable<Element>} buttons
 * @param {(each: any) => boolean} isPressed
 */
export function press(buttons, isPressed) {
  for (const each of buttons) each.setAttribute('aria-pressed', String(isPressed(each)));
}

/** @param {string} words @param {number} limit */
export function clip(words, limit) {
  return words.length <= limit ? words : `${[...words].slice(0, limit - 1).join('').replace(/\s+\S*$/, '')}…`;
}
