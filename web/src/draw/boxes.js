// Boxes with words in them: how a label breaks into lines, and how large its box is.

export const FACE = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';
const LEADING = 1.22;

/** @type {CanvasRenderingContext2D | null} */
let ruler = null;
/** Widths of single letters, by their size. @type {Map<number, Map<number, number>>} */
const advances = new Map();
// From here to there letters join or stack, and only whole words have a width; so beyond the first plane.
const [JOINED, APART] = [0x300, 0x2E80];
const [GREEK, HEBREW] = [0x370, 0x590];

/** @param {string} words @param {number} size */
function measured(words, size) {
  ruler = ruler || /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  ruler.font = `${size}px ${FACE}`;
  return ruler.measureText(words).width;
}

/**
 * The width of words in pixels. It is summed from their letters, which are measured once each: tens of thousands of
 * labels are not measured one by one. Kerning makes words a hair narrower than their letters.
 * @param {string} words @param {number} size
 */
export function widthOf(words, size) {
  const known = advances.get(size) || new Map();
  advances.set(size, known);
  let width = 0;
  for (let at = 0; at < words.length; at += 1) {
    const letter = words.charCodeAt(at);
    const alone = letter < JOINED || (letter >= GREEK && letter < HEBREW) || (letter >= APART && letter < 0xD800);
    if (!alone) return measured(words, size);
    let advance = known.get(letter);
    if (advance === undefined) {
      advance = measured(words[at], size);
      known.set(letter, advance);
    }
    width += advance;
  }
  return width;
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
    let wide = 0;
    const space = widthOf(' ', size);
    for (const word of paragraph.split(' ')) {
      for (const piece of pieces(word, size, widest)) {
        const width = widthOf(piece, size);
        if (line && wide + space + width > widest) { lines.push(line); line = piece; wide = width; } else { wide += line ? space + width : width; line = line ? `${line} ${piece}` : piece; }
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
