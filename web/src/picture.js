// Writes pictures as SVG: a file by itself that refers to nothing outside it, in which words are words.
// What says that all of it is alleged stands within the picture, above and below, so that it stays with it.

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/**
 * @typedef {object} Frame
 * @property {string} title
 * @property {string[]} notes what stands below: what narrows the picture, the data's days, and that it asserts nothing
 * @property {{markup: string, words: string}[]} legend each with a sample of some 40 × 10 pixels around its left middle
 * @property {string[]} body of the picture, as markup
 * @property {Box} box of the body
 * @property {(name: string) => string} colour
 */

const FONT = 'sans-serif';
const EDGE = 20;
const LEADING = 17;
const KEY = 46;

/** The sentence that stands above every picture. */
export const ALLEGED = 'Claims as attributed to those who make them. Nothing here says that something happened.';

// What XML 1.0 does not allow, and what hides, turns or joins text: each is shown by its number.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u{e0000}-\u{e007f}]/gu;

/** Words as XML may hold them, with what hides or turns text made visible. @param {string} words */
export function visible(words) {
  return words.replace(UNSEEN, (sign) => `⟨U+${/** @type {number} */ (sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

/** @param {string} words */
export function escaped(words) {
  const signs = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' });
  return visible(words).replace(/[&<>"']/g, (sign) => signs[sign]);
}

/**
 * An element with attributes and markup in it; an attribute that is nothing is left out.
 * @param {string} name @param {Record<string, string | number | null | undefined>} attributes @param {...(string | readonly string[])} children
 */
export function tag(name, attributes, ...children) {
  const held = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined && value !== '').map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? rounded(value) : String(value))}"`).join('');
  const inner = children.flat().join('');
  return inner ? `<${name}${held}>${inner}</${name}>` : `<${name}${held}/>`;
}

/** @param {number} value */
export const rounded = (value) => String(Math.round(value * 100) / 100);

/** One line of words. @param {string} words @param {number} x @param {number} y its base line @param {Record<string, string | number>} how */
export function text(words, x, y, how = {}) {
  return tag('text', { x, y, ...how }, escaped(words));
}

/** How wide words are at least likely to be; where nobody can measure. @param {string} words @param {number} size */
export function widthOf(words, size) {
  let wide = 0;
  for (const letter of words) wide += /** @type {number} */ (letter.codePointAt(0)) > 0x2e7f ? 1.05 : /[A-ZМ-ЯmwMW@%]/.test(letter) ? 0.74 : 0.55;
  return wide * size;
}

/** Break words into lines; a word that is too long is cut. @param {string} words @param {number} size @param {number} widest */
export function wrapped(words, size, widest) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  for (const word of visible(words).split(/\s+/).flatMap((each) => cut(each, size, widest))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer, size) > widest) { lines.push(line); line = word; } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** @param {string} word @param {number} size @param {number} widest @returns {string[]} */
function cut(word, size, widest) {
  const letters = [...word];
  if (letters.length < 2 || widthOf(word, size) <= widest) return [word];
  const half = Math.ceil(letters.length / 2);
  return [...cut(letters.slice(0, half).join(''), size, widest), ...cut(letters.slice(half).join(''), size, widest)];
}

/**
 * Put a body into its frame: what it is above, what it rests on and what it does not say below.
 * @param {Frame} frame @returns {{svg: string, width: number, height: number}}
 */
export function framed({ title, notes, legend, body, box, colour }) {
  // A wide picture is seen small: its frame grows with it, so that what it says can still be read.
  const scale = Math.max(1, (box.right - box.left) / 1500);
  const inner = Math.max((box.right - box.left) / scale, 460);
  const head = [...wrapped(title, 15, inner).map((words) => ({ words, size: 15, weight: 'bold', fill: colour('ink') })), ...wrapped(ALLEGED, 12, inner).map((words) => ({ words, size: 12, weight: 'normal', fill: colour('ink') }))];
  const foot = notes.flatMap((note) => wrapped(note, 11.5, inner)).map((words) => ({ words, size: 11.5, weight: 'normal', fill: colour('muted') }));
  const keys = legendOf(legend, inner, colour);
  const bodyHigh = (box.bottom - box.top) / scale;
  const [above, below] = [EDGE + head.length * (LEADING + 3) + 12, 16 + keys.high + foot.length * LEADING + EDGE];
  const [wide, high] = [inner + 2 * EDGE, above + bodyHigh + below];
  const rows = (/** @type {{words: string, size: number, weight: string, fill: string}[]} */ lines, /** @type {number} */ from, /** @type {number} */ step) => lines.map(({ words, size, weight, fill }, at) => text(words, EDGE, from + at * step, { 'font-size': size, 'font-weight': weight, fill }));
  const footAt = above + bodyHigh + 16;
  const [width, height] = [Math.ceil(wide * scale), Math.ceil(high * scale)];
  const centring = (inner - (box.right - box.left) / scale) / 2;
  const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${tag('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'font-family': FONT },
    tag('title', {}, escaped(title)), tag('desc', {}, escaped([ALLEGED, ...notes].join(' '))),
    tag('rect', { width, height, fill: colour('paper') }),
    tag('g', { transform: `translate(${rounded((EDGE + centring) * scale - box.left)} ${rounded(above * scale - box.top)})` }, body),
    tag('g', { transform: `scale(${rounded(scale)})` }, rows(head, EDGE + 12, LEADING + 3),
      tag('path', { d: `M${EDGE} ${rounded(footAt - 8)}h${rounded(inner)}`, stroke: colour('rule'), fill: 'none' }),
      keys.markup.length ? tag('g', { transform: `translate(${EDGE} ${rounded(footAt)})` }, keys.markup) : '',
      rows(foot, footAt + keys.high + 12, LEADING)))}\n`;
  return { svg, width, height };
}

/** @param {Frame['legend']} legend @param {number} widest @param {(name: string) => string} colour */
function legendOf(legend, widest, colour) {
  let [x, y] = [0, 8];
  const markup = legend.map(({ markup: sample, words }) => {
    const wide = KEY + widthOf(words, 11.5) + 14;
    if (x && x + wide > widest) { x = 0; y += LEADING; }
    const at = x;
    x += wide;
    return tag('g', { transform: `translate(${rounded(at)} ${y})` }, sample, text(words, KEY, 4, { 'font-size': 11.5, fill: colour('ink') }));
  });
  return { markup, high: legend.length ? y + 14 : 0 };
}
