// Boxes with words in them: how a label breaks into lines, and how large its box is.

export const FACE = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';
const LEADING = 1.22;

/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/** @param {string} words @param {number} size */
export function widthOf(words, size) {
  ruler = ruler || /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  ruler.font = `${size}px ${FACE}`;
  return ruler.measureText(words).width;
}

/**
 * Break words into lines no wider than `widest`; a word that is wider is cut.
 * @param {string} words @param {number} size @param {number} widest
 * @returns {string[]}
 */
export function wrap(words, size, widest) {
  const lines = [];
  for (const paragraph of words.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      for (const piece of pieces(word, size, widest)) {
        const longer = line ? `${line} ${piece}` : piece;
        if (line && widthOf(longer, size) > widest) { lines.push(line); line = piece; } else line = longer;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** @param {string} word @param {number} size @param {number} widest @returns {string[]} */
function pieces(word, size, widest) {
  if (word.length < 12 || widthOf(word, size) <= widest) return [word];
  const letters = [...word];
  const half = Math.ceil(letters.length / 2);
  return [...pieces(letters.slice(0, half).join(''), size, widest), ...pieces(letters.slice(half).join(''), size, widest)];
}

/**
 * Return the lines of a label and the half width and half height of the box around them.
 * @param {string} label @param {number} size @param {number} widest
 */
export function boxOf(label, size, widest) {
  const lines = wrap(label, size, widest);
  const wide = Math.max(...lines.map((line) => widthOf(line, size)));
  return { lines, w: wide / 2 + 11, h: lines.length * size * LEADING / 2 + 8 };
}

/**
 * Write lines around a point.
 * @param {CanvasRenderingContext2D} context @param {string[]} lines @param {number} x @param {number} y @param {number} size
 */
export function write(context, lines, x, y, size) {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  lines.forEach((line, at) => context.fillText(line, x, y + (at - (lines.length - 1) / 2) * size * LEADING));
}
