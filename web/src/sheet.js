// A view made of words and signs as a picture: its boxes, words and drawings, where the browser has put them.
import { rounded, tag, text } from './picture.js';

// What is there to be pressed, or for the ear alone, is no part of a picture.
const LEFT_OUT = '.unseen, .quiet, .switch, .days, .choices, .tools, input, select, textarea, dialog, [hidden]';
// How much is not shown is said all the same.
const MORE = /^\d+ more\b/;
const DRAWN = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'paint-order', 'font-size'];
// Attributes of shapes; whatever else stands on an element stays behind.
const SHAPES = ['d', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'points', 'transform', 'text-anchor'];

/** @typedef {{left: number, top: number}} Origin */

/**
 * Everything that a view holds, what is scrolled out of sight too.
 * @param {HTMLElement} root @returns {{body: string[], box: import('./picture.js').Box}}
 */
export function sheetOf(root) {
  const scrolled = [...root.querySelectorAll('*')].filter((each) => each.scrollTop || each.scrollLeft).map((each) => ({ each, top: each.scrollTop, left: each.scrollLeft }));
  for (const { each } of scrolled) { each.scrollTop = 0; each.scrollLeft = 0; }
  root.classList.add('unrolled');
  const { left, top } = root.getBoundingClientRect();
  /** @type {string[]} */
  const body = [];
  const box = { left: 0, top: 0, right: 0, bottom: 0 };
  for (const child of root.children) draw(child, { left, top }, body, box);
  root.classList.remove('unrolled');
  for (const each of scrolled) { each.each.scrollTop = each.top; each.each.scrollLeft = each.left; }
  return { body, box };
}

/** @param {Element} element @param {Origin} origin @param {string[]} body @param {import('./picture.js').Box} box */
function draw(element, origin, body, box) {
  if (element.matches(LEFT_OUT) && !MORE.test(element.textContent || '')) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left - origin.left, top - origin.top];
  if (element instanceof SVGElement) {
    const within = element.getAttribute('viewBox')?.split(' ').map(Number) || [0, 0, width, height];
    const scale = within[2] ? width / within[2] : 1;
    body.push(tag('g', { transform: `translate(${rounded(x)} ${rounded(y)}) scale(${rounded(scale)})` }, [...element.children].map(markupOf)));
  } else {
    body.push(...boxOf(style, x, y, width, height));
    for (const child of element.childNodes) {
      if (child instanceof Element) draw(child, origin, body, box);
      else if (child instanceof Text) body.push(...wordsOf(child, style, origin));
    }
  }
  if (!width || !height) return;
  box.right = Math.max(box.right, x + width);
  box.bottom = Math.max(box.bottom, y + height);
}

/** An element of a drawing with its look written on it. @param {Element} element @returns {string} */
function markupOf(element) {
  const own = element.localName;
  if (own === 'title') return tag('title', {}, text(element.textContent || '', 0, 0).replace(/^<text[^>]*>|<\/text>$/g, ''));
  const style = getComputedStyle(element);
  const attributes = Object.fromEntries(SHAPES.map((name) => [name, element.getAttribute(name)]));
  for (const name of DRAWN) {
    const value = style.getPropertyValue(name);
    if (value && value !== 'none' || name === 'fill') attributes[name] = value;
  }
  if (own !== 'text') { delete attributes['font-size']; return tag(own, attributes, [...element.children].map(markupOf)); }
  return text(element.textContent || '', Number(attributes.x) || 0, Number(attributes.y) || 0, /** @type {any} */ (attributes));
}

const CLEAR = /^rgba\(\d+, \d+, \d+, 0\)$|^transparent$/;

/** The ground and the borders of a box. @param {CSSStyleDeclaration} style @param {number} x @param {number} y @param {number} width @param {number} height */
function boxOf(style, x, y, width, height) {
  const parts = [];
  const sides = ['Top', 'Right', 'Bottom', 'Left'].map((side) => ({ side, wide: Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)), colour: style.getPropertyValue(`border-${side.toLowerCase()}-color`), kind: style.getPropertyValue(`border-${side.toLowerCase()}-style`) })).filter(({ wide, kind, colour }) => wide && kind !== 'none' && !CLEAR.test(colour));
  const dash = (/** @type {string} */ kind) => (kind === 'dashed' ? '4 3' : kind === 'dotted' ? '1.5 2.5' : null);
  const all = sides.length === 4;
  if (!CLEAR.test(style.backgroundColor) || all) {
    parts.push(tag('rect', { x, y, width, height, rx: Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, height / 2), fill: CLEAR.test(style.backgroundColor) ? 'none' : style.backgroundColor,
      stroke: all ? sides[0].colour : null, 'stroke-width': all ? sides[0].wide : null, 'stroke-dasharray': all ? dash(sides[0].kind) : null }));
  }
  if (all) return parts;
  for (const { side, wide, colour, kind } of sides) {
    const d = { Top: `M${rounded(x)} ${rounded(y)}h${rounded(width)}`, Bottom: `M${rounded(x)} ${rounded(y + height)}h${rounded(width)}`, Left: `M${rounded(x)} ${rounded(y)}v${rounded(height)}`, Right: `M${rounded(x + width)} ${rounded(y)}v${rounded(height)}` }[side];
    parts.push(tag('path', { d, stroke: colour, 'stroke-width': wide, 'stroke-dasharray': dash(kind), fill: 'none' }));
  }
  return parts;
}

/** Words line by line, as they are broken on the page. @param {Text} node @param {CSSStyleDeclaration} style @param {Origin} origin */
function wordsOf(node, style, origin) {
  if (!node.data.trim()) return [];
  const range = document.createRange();
  /** @type {{words: string, left: number, right: number, top: number, high: number}[]} */
  const lines = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.trimEnd().length);
    const rects = [...range.getClientRects()];
    if (!rects.length) continue;
    const [{ left, top, height }] = rects;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < height / 2) last.words += ` ${word.trimEnd()}`;
    else lines.push({ words: word.trimEnd(), left, right: rects[0].right, top, high: height });
  }
  const size = Number.parseFloat(style.fontSize);
  const caps = style.textTransform === 'uppercase';
  return lines.map(({ words, left, top, high }) => text(caps ? words.toUpperCase() : words, left - origin.left, top - origin.top + high / 2 + size * 0.35, { 'font-size': size, 'font-weight': style.fontWeight === '400' ? '' : style.fontWeight, 'font-style': style.fontStyle === 'normal' ? '' : style.fontStyle, 'font-family': style.fontFamily.includes('serif') && !style.fontFamily.includes('sans') ? 'serif' : '', fill: style.color }));
}
