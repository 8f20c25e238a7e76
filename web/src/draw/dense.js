// Many thin lines at once. Beyond some thousands, stroking paths is ten times slower than counting,
// pixel by pixel, how many lines pass, and toning that; how firmly each is said is then told by colour
// alone, so a drawing this dense says so beside it and lines get their strokes back as one zooms in.

/** Above so many lines in sight, they are counted. */
export const DENSE = 5000;

/** What was counted in last, kept for the next drawing of the same size. @type {{width: number, height: number, counts: Uint16Array[], image: ImageData} | null} */
let kept = null;

/** Layers of nothing counted yet, and an image of nothing. @param {CanvasRenderingContext2D} context @param {number} layers */
function cleared(context, layers) {
  const { width, height } = context.canvas;
  if (!kept || kept.width !== width || kept.height !== height) kept = { width, height, counts: [], image: context.createImageData(width, height) };
  const { counts, image } = kept;
  while (counts.length < layers) counts.push(new Uint16Array(width * height));
  for (const each of counts) each.fill(0);
  image.data.fill(0);
  return { counts, image };
}

const MOST = 1024;

/**
 * How strongly so many lines on a pixel show: the weaker, the more pass on the usual pixel, so that nothing is a haze.
 * @param {Uint16Array[]} counts
 */
export function alphasOf(counts) {
  let [lines, pixels] = [0, 0];
  for (const of of counts) for (let at = 0; at < of.length; at += 1) if (of[at]) { lines += of[at]; pixels += 1; }
  const usual = 1.5 * (lines / (pixels || 1)) ** 1.4;
  return Uint8Array.from({ length: MOST }, (_, count) => Math.min(235, 18 + 237 * (1 - 0.5 ** (count / usual))));
}

/**
 * Count lines into one layer a colour, and paint the layers.
 * @param {CanvasRenderingContext2D} context of a canvas of the frame's own size
 * @param {Float32Array} ends x, y, x, y of each line, in pixels of the frame
 * @param {Uint8Array} layers which colour each line has
 * @param {number[][]} colours red, green, blue of each layer
 */
export function paintDense(context, ends, layers, colours) {
  const { width, height } = context.canvas;
  const { counts, image } = cleared(context, colours.length);
  for (let at = 0; at < layers.length; at += 1) {
    count(counts[layers[at]], width, height, ends[4 * at], ends[4 * at + 1], ends[4 * at + 2], ends[4 * at + 3]);
  }
  // A pixel is four bytes; as one number it is written at once.
  const pixels = new Uint32Array(image.data.buffer);
  const alphas = alphasOf(counts);
  const strongest = new Uint8Array(width * height);
  colours.forEach(([red, green, blue], layer) => {
    const of = counts[layer];
    const ink = blue << 16 | green << 8 | red;
    for (let at = 0; at < of.length; at += 1) {
      if (!of[at]) continue;
      const alpha = alphas[Math.min(of[at], MOST - 1)];
      if (alpha <= strongest[at]) continue;
      strongest[at] = alpha;
      pixels[at] = alpha << 24 | ink;
    }
  });
  context.putImageData(image, 0, 0);
}

/**
 * Count one line, clipped to the frame (Liang and Barsky 1984), with a step for each pixel of its longer side.
 * @param {Uint16Array} counts @param {number} width @param {number} height
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 */
export function count(counts, width, height, x0, y0, x1, y1) {
  const dx = x1 - x0, dy = y1 - y0;
  let from = 0, to = 1;
  for (let side = 0; side < 4; side += 1) {
    const step = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy;
    const room = side === 0 ? x0 : side === 1 ? width - 1 - x0 : side === 2 ? y0 : height - 1 - y0;
    if (step === 0) { if (room < 0) return; continue; }
    const at = room / step;
    if (step < 0) { if (at > to) return; if (at > from) from = at; }
    else { if (at < from) return; if (at < to) to = at; }
  }
  const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * (to - from));
  const ax = steps ? dx * (to - from) / steps : 0, ay = steps ? dy * (to - from) / steps : 0;
  let x = x0 + dx * from + 0.5, y = y0 + dy * from + 0.5;
  for (let at = 0; at <= steps; at += 1, x += ax, y += ay) counts[(y | 0) * width + (x | 0)] += 1;
}
