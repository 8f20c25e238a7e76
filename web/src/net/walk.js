// Walking a picture with arrow keys: from a node to the neighbour that lies that way.

/** @type {Record<string, [number, number]>} */
export const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The one of some places that lies best in a direction: near, and not far off the way. -1 where none does.
 * @param {[number, number]} way @param {{x: number, y: number}} from @param {{x: number, y: number}[]} places
 */
export function towards([wx, wy], from, places) {
  let [best, least] = [-1, Infinity];
  places.forEach(({ x, y }, at) => {
    const far = Math.hypot(x - from.x, y - from.y);
    const along = far ? ((x - from.x) * wx + (y - from.y) * wy) / far : 0;
    // Slightly more than a quarter turn in all, so that what lies aslant is reached by two keys.
    if (along < 0.6) return;
    const cost = far * (1 + 3 * (1 - along));
    if (cost < least) [best, least] = [at, cost];
  });
  return best;
}

/** Numbers of places in the order in which one reads: from the top, and from the left. @param {{x: number, y: number}[]} places */
export function readingOrder(places) {
  return places.map((_, at) => at).sort((one, other) => places[one].y - places[other].y || places[one].x - places[other].x || one - other);
}
