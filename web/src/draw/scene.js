// What is drawn: nodes that stand somewhere, and lines between them.

/**
 * @typedef {object} DrawnNode
 * @property {number} id
 * @property {number} x @property {number} y
 * @property {number} w @property {number} h half width and half height
 * @property {string[]} lines of its label
 * @property {number} size of its letters
 * @property {'box' | 'dot'} shape
 * @property {number} round how round the corners are
 * @property {string} fill @property {string} edge @property {string} ink names of colours
 * @property {number} border
 * @property {number} opacity
 * @property {boolean} [pinned] whether it stays where it was put
 * @property {boolean} [marked] whether it is selected
 * @property {string} [badge] a word at its corner: how many neighbours are not drawn
 */
/** @typedef {{id: number, from: number, to: number, style: string, label: string, opacity: number, weight: number}} DrawnLine */
/**
 * @typedef {object} Scene
 * @property {DrawnNode[]} nodes
 * @property {DrawnLine[]} lines between numbers in `nodes`
 * @property {boolean} labelled whether lines show their words
 * @property {boolean} [crowded] whether words of lines are left out where they would stand on others
 */

/** The box around all nodes. @param {DrawnNode[]} nodes */
export function extentOf(nodes) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, w, h } of nodes) {
    box.left = Math.min(box.left, x - w); box.right = Math.max(box.right, x + w);
    box.top = Math.min(box.top, y - h); box.bottom = Math.max(box.bottom, y + h);
  }
  return box;
}
