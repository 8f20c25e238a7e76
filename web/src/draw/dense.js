// Many thin lines at once. Beyond some thousands, stroking paths is ten times slower than counting,
// pixel by pixel, how many lines pass, and toning that; how firmly each is said is then told by colour
// alone, so a drawing this dense says so beside it and lines get their strokes back as one zooms in.

/** Above so many lines in sight, they are counted. */
export const DENSE = 5000;

/**
 * Count lines into one layer a colour, and paint the layers.
 * @param {CanvasRenderingContext2D} context of a canvas of the frame's own size
 * @param {Float32Array} ends x, y, x, y of each line, in pixels of the frame
 * @param {Uint8Array} layers which colour each line has
 * @param {number[][]} colours red, green, blue of each layer
 */
export function paintDense(context, ends, layers, colours) {
  const { width, height } = context.canvas;
  const counts = colours.map(() => new Uint16Array(width * height));
  for (let at = 0; at < layers.length; at += 1) {
    count(counts[layers[at]], width, height, ends[4 * at], ends[4 * at + 1], ends[4 * at + 2], ends[4 * at + 3]);
  }
  const image = context.createImageData(width, height);
  const pixels = image.data;
  for (let layer = 0; layer < colours.length; layer += 1) {
    const [red, green, blue] = colours[layer];
    const of = counts[layer];
    for (let at = 0; at < of.length; at += 1) {
      if (!of[at]) continue;
      const alpha = Math.min(235, 70 + 38 * Math.log2(1 + of[at]));
      if (alpha <= pixels[4 * at + 3]) continue;
      pixels[4 * at] = red; pixels[4 * at + 1] = green; pixels[4 * at + 2] = blue; pixels[4 * at + 3] = alpha;
    }
  }
  context.putImageData(image, 0, 0);
}

/**
 * Count one line, clipped to the frame (Liang and Barsky 1984), with a step for each pixel of its longer side.
 * @param {Uint16Array} counts @param {number} width @param {number} height
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 */
export function count(counts, width, height, x0, y0, x1, y1) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  let [from, to] = [0, 1];
  for (const [step, room] of [[-dx, x0], [dx, width - 1 - x0], [-dy, y0], [dy, height - 1 - y0]]) {
    if (step === 0) { if (room < 0) return; continue; }
    const at = room / step;
    if (step < 0) { if (at > to) return; if (at > from) from = at; }
    else { if (at < from) return; if (at < to) to = at; }
  }
  const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) * (to - from));
  const [ax, ay] = [steps ? dx * (to - from) / steps : 0, steps ? dy * (to - from) / steps : 0];
  let [x, y] = [x0 + dx * from, y0 + dy * from];
  for (let at = 0; at <= steps; at += 1, x += ax, y += ay) counts[(y + 0.5 | 0) * width + (x + 0.5 | 0)] += 1;
}
