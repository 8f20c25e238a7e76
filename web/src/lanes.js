// Bars that stand beside each other in time, put one below the other where they would meet.

/**
 * Put intervals into lanes, each into the first in which it stands clear of the others.
 * @param {[number, number][]} spans in pixels, sorted by where they begin @returns {number[]} the lane of each
 */
export function lanesFor(spans) {
  /** @type {number[]} */
  const free = [];
  return spans.map(([from, to]) => {
    const lane = free.findIndex((end) => end <= from);
    const at = lane < 0 ? free.length : lane;
    free[at] = to + 2;
    return at;
  });
}
