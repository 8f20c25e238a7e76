// The network as a picture to be taken away: all that is drawn, whatever part of it is in sight.
import { FACE } from '../draw/boxes.js';
import { wordsOfLine, wordsWithRoom } from '../draw/lines.js';
import { extentOf } from '../draw/scene.js';
import { STROKES } from '../draw/strokes.js';
import { data } from '../page.js';
import { escaped, rounded, tag, text } from '../picture.js';
import { tellLine, tellNode } from './told.js';

/** @typedef {import('../draw/drawing.js').Drawing} Drawing */
/** @typedef {import('../draw/scene.js').DrawnNode} DrawnNode */
/** @typedef {(name: string) => string} Colour */

const LEADING = 1.22;
// A line and what it is in words: of so many lines each is told, of more they would be most of the file.
const MOST_TOLD = 3000;

/** The end of a line: a full arrow, a bar across, or an open angle. @param {string} end @param {number} x @param {number} y @param {number} angle @param {number} size @param {string} colour @param {number} width */
function endOf(end, x, y, angle, size, colour, width) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (/** @type {number} */ back, /** @type {number} */ side) => `${rounded(x - cos * back - sin * side)} ${rounded(y - sin * back + cos * side)}`;
  const stroke = { fill: 'none', stroke: colour, 'stroke-width': width };
  if (end === 'bar') return tag('path', { d: `M${at(size * 0.4, size * 0.75)}L${at(size * 0.4, -size * 0.75)}`, ...stroke });
  const angleOf = `M${at(size, size * 0.5)}L${rounded(x)} ${rounded(y)}L${at(size, -size * 0.5)}`;
  return end === 'vee' ? tag('path', { d: angleOf, ...stroke }) : tag('path', { d: `${angleOf}Z`, fill: colour });
}

/** A line as it is drawn. @param {string} style @param {number[]} course @param {number} weight @param {Colour} colour */
export function lineMarkup(style, [x0, y0, mx, my, x1, y1], weight, colour) {
  const stroke = STROKES[style] || STROKES.faint;
  const ink = colour(stroke.color);
  const width = stroke.width * weight;
  return tag('path', { d: `M${rounded(x0)} ${rounded(y0)}Q${rounded(mx)} ${rounded(my)} ${rounded(x1)} ${rounded(y1)}`, fill: 'none', stroke: ink, 'stroke-width': width, 'stroke-dasharray': stroke.dash.join(' ') })
    + endOf(stroke.end, x1, y1, Math.atan2(y1 - my, x1 - mx), 8 + 2 * weight, ink, width);
}

/** Lines of words around a point. @param {string[]} lines @param {number} x @param {number} y @param {number} size @param {Record<string, string | number>} how */
function block(lines, x, y, size, how) {
  return lines.map((line, at) => text(line, x, y + (at - (lines.length - 1) / 2) * size * LEADING + size * 0.35, { 'font-size': size, 'text-anchor': 'middle', ...how }));
}

/** @param {DrawnNode} node @param {Colour} colour */
function nodeMarkup(node, colour) {
  const { x, y, w, h, lines, size } = node;
  const look = { fill: colour(node.fill), stroke: colour(node.edge), 'stroke-width': node.border };
  const halo = { stroke: colour('paper'), 'stroke-width': 3, 'paint-order': 'stroke' };
  const shape = node.shape === 'dot'
    ? tag('circle', { cx: x, cy: y, r: h, ...look })
    : tag('rect', { x: x - w, y: y - h, width: 2 * w, height: 2 * h, rx: Math.min(node.round, h), ...look });
  const ring = node.marked ? tag('rect', { x: x - w - 4, y: y - h - 4, width: 2 * w + 8, height: 2 * h + 8, rx: node.round ? Math.min(node.round, h) + 4 : 0, fill: 'none', stroke: colour('accent'), 'stroke-width': 2.5 }) : '';
  const pin = node.pinned ? tag('path', { d: `M${rounded(x + w - 2)} ${rounded(y - h + 2)}l-7 7`, stroke: colour('ink'), 'stroke-width': 2 }) + tag('circle', { cx: x + w, cy: y - h, r: 5, fill: colour('paper'), stroke: colour('ink'), 'stroke-width': 2 }) : '';
  const words = node.shape === 'dot'
    ? block(lines, x, y + h + 4 + lines.length * size * 0.61, size, { fill: colour('ink'), ...halo })
    : block(lines, x, y, size, { fill: colour(node.ink) });
  const more = node.badge ? text(node.badge, x + w, y + h + 13, { 'font-size': 11, 'text-anchor': 'end', fill: colour('muted'), ...halo }) : '';
  const { kind } = data.network.nodes[node.id];
  return tag('g', { class: `node ${kind}`, opacity: node.opacity === 1 ? null : node.opacity }, tag('title', {}, escaped(tellNode(node.id))), shape, ring, words, pin, more);
}

/** @param {Drawing} drawing @param {number} at @param {Colour} colour */
function wordsMarkup(drawing, at, colour) {
  const { lines, w, h, x, y } = wordsOfLine(drawing, at);
  const { opacity } = drawing.scene.lines[at];
  return tag('g', { opacity: opacity < 0.5 ? 0.5 : null }, tag('rect', { x: x - w + 8, y: y - h + 7, width: 2 * w - 16, height: 2 * h - 14, fill: colour('paper'), opacity: 0.9 }), block(lines, x, y, 12, { fill: colour('ink') }));
}

/**
 * @param {Drawing} drawing @param {Colour} colour @param {string} title
 * @returns {import('../picture.js').Frame}
 */
export function pictureOfNetwork(drawing, colour, title) {
  const { nodes, lines, labelled } = drawing.scene;
  const told = (/** @type {number} */ id) => (lines.length <= MOST_TOLD ? tag('title', {}, escaped(tellLine(id))) : '');
  // A large picture is seen small, and its lines must still be seen.
  const around = extentOf(nodes);
  const firm = Math.max(1, (around.right - around.left) / 2500);
  const strokes = lines.map(({ id, style, weight, opacity }, at) => tag('g', { class: `line ${style}`, opacity: opacity === 1 ? null : opacity }, told(id), lineMarkup(style, drawing.courseOf(at, false), weight * firm, colour)));
  const worded = labelled ? [...wordsWithRoom(drawing)] : [];
  const box = { ...around };
  for (const at of worded) {
    const { x, y, w, h } = wordsOfLine(drawing, at);
    Object.assign(box, { left: Math.min(box.left, x - w), right: Math.max(box.right, x + w), top: Math.min(box.top, y - h), bottom: Math.max(box.bottom, y + h) });
  }
  return {
    title: `Network. ${title}`,
    notes: lines.length > worded.length ? [`${worded.length ? `${lines.length - worded.length} of ${lines.length}` : 'Its'} lines have no words here for want of room: how each is drawn tells the stance.`] : [],
    legend: legend(colour),
    body: [tag('g', { 'font-family': FACE.replaceAll('"', "'") }, strokes, worded.map((at) => wordsMarkup(drawing, at, colour)), nodes.map((node) => nodeMarkup(node, colour)))],
    box: { left: box.left - 12, top: box.top - 14, right: box.right + 12, bottom: box.bottom + (labelled ? 20 : 60) },
    colour,
  };
}

/** The legend of the view, with the lines as they are drawn. @param {Colour} colour */
function legend(colour) {
  return [...document.querySelectorAll('#view-network .legend li')].map((each) => ({
    markup: lineMarkup(each.querySelector('.line')?.classList[1] || '', [0, 0, 20, 0, 38, 0], 1, colour),
    words: each.textContent?.trim() || '',
  }));
}
