// Where expanded neighbours stand: around whoever was expanded, outwards, and on nobody else.
// Room is by kind and not by the width of letters, so that a link gives the same picture on every machine.

/** Half width and half height of the room that a node needs. @type {Record<string, [number, number]>} */
const ROOM = { actor: [122, 40], voice: [122, 48], proposition: [98, 82], norm: [122, 40] };

/** @param {string} kind */
export const roomOf = (kind) => ROOM[kind] || ROOM.proposition;

/**
 * Give each newcomer a place that is free, near the node that brings it.
 * @param {Map<number, [number, number]>} placed where nodes stand already; newcomers are added
 * @param {number} opener @param {number[]} newcomers
 * @param {(at: number) => string} kindOf
 */
export function placeAround(placed, opener, newcomers, kindOf) {
  const [ox, oy] = placed.get(opener) || [0, 0];
  const outwards = Math.atan2(oy, ox || 1e-9);
  for (const at of newcomers) {
    const [w, h] = roomOf(kindOf(at));
    const spot = spots(outwards).find(([dx, dy]) => [...placed].every(([other, [x, y]]) => {
      const [ow, oh] = roomOf(kindOf(other));
      return Math.abs(ox + dx - x) >= w + ow || Math.abs(oy + dy - y) >= h + oh;
    }));
    placed.set(at, spot ? [ox + spot[0], oy + spot[1]] : [ox, oy + 200 * placed.size]);
  }
}

/** @type {Map<number, [number, number][]>} */
const known = new Map();

/** Places on wider and wider ovals, those outwards first on each. @param {number} outwards an angle @returns {[number, number][]} */
function spots(outwards) {
  const found = known.get(outwards) || [];
  if (found.length) return found;
  for (let ring = 0; ring < 24; ring += 1) {
    const [wide, high] = [300 + 200 * ring, 200 + 150 * ring];
    const count = 10 + 8 * ring;
    for (let step = 0; step < count; step += 1) {
      const turn = outwards + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * 2 * Math.PI / count;
      found.push([Math.round(wide * Math.cos(turn)), Math.round(high * Math.sin(turn))]);
    }
  }
  if (known.size < 200) known.set(outwards, found);
  return found;
}
