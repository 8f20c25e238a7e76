// Where a drawing is looked at from: a point of the drawing in the middle of the frame, and a scale.

export class Camera {
  x = 0; y = 0; scale = 1;
  width = 1; height = 1;

  /** @param {number} x @param {number} y @returns {[number, number]} a point of the drawing, in pixels of the frame */
  toFrame(x, y) { return [(x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2]; }

  /** @param {number} x @param {number} y @returns {[number, number]} */
  toDrawing(x, y) { return [(x - this.width / 2) / this.scale + this.x, (y - this.height / 2) / this.scale + this.y]; }

  /** @param {number} factor @param {number} x @param {number} y the pixel that stays where it is */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const [before, above] = this.toDrawing(x, y);
    this.scale = Math.min(8, Math.max(0.002, this.scale * factor));
    const [after, below] = this.toDrawing(x, y);
    this.x += before - after;
    this.y += above - below;
  }

  /** @param {number} x @param {number} y pixels */
  move(x, y) { this.x -= x / this.scale; this.y -= y / this.scale; }

  /** Show all of a box. @param {{left: number, top: number, right: number, bottom: number}} box @param {number} largest */
  fit(box, largest) {
    const [wide, high] = [Math.max(box.right - box.left, 1), Math.max(box.bottom - box.top, 1)];
    this.scale = Math.min(largest, 0.97 * Math.min(this.width / (wide + 20), this.height / (high + 20)));
    this.x = (box.left + box.right) / 2;
    this.y = (box.top + box.bottom) / 2;
  }
}
