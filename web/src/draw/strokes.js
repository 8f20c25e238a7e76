// Lines as they are read: the stance is told by dash, end and weight, and not by colour alone.

/** @typedef {{color: string, dash: number[], width: number, end: 'arrow' | 'bar' | 'vee'}} Stroke */

/** @type {Record<string, Stroke>} */
export const STROKES = {
  // a style called "constructor" is none
  __proto__: /** @type {any} */ (null),
  solid: { color: 'affirms', dash: [], width: 2, end: 'arrow' },
  dashed: { color: 'affirms', dash: [7, 5], width: 2, end: 'arrow' },
  dotted: { color: 'open', dash: [2, 5], width: 2.2, end: 'arrow' },
  crossed: { color: 'negates', dash: [], width: 2.4, end: 'bar' },
  mixed: { color: 'faint', dash: [10, 4, 2, 4], width: 2, end: 'arrow' },
  faint: { color: 'faint', dash: [], width: 1, end: 'arrow' },
  spared: { color: 'faint', dash: [14, 4, 2, 4, 2, 4], width: 1, end: 'vee' },
  inferred: { color: 'inferred', dash: [14, 4, 2, 4, 2, 4], width: 2, end: 'vee' },
};

/**
 * Lines between the same two nodes fan out: 0, or -1 and 1, or -1, 0 and 1, and so on.
 * @param {number[]} lines @param {ArrayLike<number>} from @param {ArrayLike<number>} to
 * @returns {Map<number, number>}
 */
export function turns(lines, from, to) {
  /** @type {Map<string, number[]>} */
  const together = new Map();
  for (const at of lines) {
    const key = from[at] < to[at] ? `${from[at]} ${to[at]}` : `${to[at]} ${from[at]}`;
    const members = together.get(key);
    if (members) members.push(at); else together.set(key, [at]);
  }
  const result = new Map();
  for (const members of together.values()) {
    members.forEach((at, number) => {
      const turn = number - (members.length - 1) / 2;
      const same = from[at] === from[members[0]] ? 1 : -1;
      result.set(at, members.length === 1 ? 0 : same * (members.length % 2 ? turn : turn * 2));
    });
  }
  return result;
}

/**
 * The middle of a line's curve: straight for no turn.
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {number} turn
 * @returns {[number, number]} the control point of a quadratic curve
 */
export function bend(x0, y0, x1, y1, turn) {
  const far = Math.hypot(x1 - x0, y1 - y0) || 1;
  const out = turn ? Math.sign(turn) * (0.22 + 0.14 * Math.abs(turn)) * Math.min(far, 320) : 0;
  return [(x0 + x1) / 2 - (y1 - y0) / far * out, (y0 + y1) / 2 + (x1 - x0) / far * out];
}

/**
 * Where the way from a point out of a box leaves it.
 * @param {number} x @param {number} y the middle of the box @param {number} w @param {number} h its halves
 * @param {number} tx @param {number} ty towards there
 * @returns {[number, number]}
 */
export function edgeOf(x, y, w, h, tx, ty) {
  const [dx, dy] = [tx - x, ty - y];
  const part = Math.min(dx ? w / Math.abs(dx) : Infinity, dy ? h / Math.abs(dy) : Infinity, 1);
  return [x + dx * part, y + dy * part];
}

/**
 * Draw the end of a line: a full arrow, a bar across (denied), or an open angle (inferred).
 * @param {CanvasRenderingContext2D} context @param {Stroke['end']} end
 * @param {number} x @param {number} y @param {number} angle @param {number} size
 */
export function drawEnd(context, end, x, y, angle, size) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (/** @type {number} */ back, /** @type {number} */ side) => /** @type {[number, number]} */ ([x - cos * back - sin * side, y - sin * back + cos * side]);
  context.setLineDash([]);
  context.beginPath();
  if (end === 'bar') { context.moveTo(...at(size * 0.4, size * 0.75)); context.lineTo(...at(size * 0.4, -size * 0.75)); context.stroke(); return; }
  context.moveTo(...at(size, size * 0.5));
  context.lineTo(x, y);
  context.lineTo(...at(size, -size * 0.5));
  if (end === 'vee') context.stroke();
  else { context.closePath(); context.fill(); }
}
