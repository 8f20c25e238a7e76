// How the address names what was done to the network: the row in its middle, what was expanded, what was pinned.
// Parts stand between tildes; a tilde or a per cent sign of an id is written as its code.

/** @param {string} id */
const written = (id) => id.replace(/[%~]/g, (sign) => (sign === '%' ? '%25' : '%7E'));
/** @param {string} id */
const read = (id) => id.replace(/%(25|7E)/g, (code) => (code === '%25' ? '%' : '~'));
/** @param {string} words */
const partsOf = (words) => words.split('~').filter(Boolean);

/** @typedef {{kind: string, id: string, tall: boolean}} Root the row that a picture was begun from, and for which frame */

/** @param {Root} root */
export function writeRoot({ kind, id, tall }) {
  return `${tall ? 't' : 'w'}.${kind}.${id}`;
}

/** @param {string} words @returns {Root | null} */
export function readRoot(words) {
  const found = /^([tw])\.(finding|claim|actor)\.(.+)$/s.exec(words);
  return found ? { tall: found[1] === 't', kind: found[2], id: found[3] } : null;
}

/**
 * What was expanded, in the order in which it was, and how many times; 0 for what was collapsed.
 * @param {Map<string, number>} opened
 */
export function writeOpened(opened) {
  return [...opened].flatMap(([id, times]) => (times ? Array.from({ length: times }, () => written(id)) : [`-${written(id)}`])).join('~');
}

/** @param {string} words @returns {Map<string, number>} */
export function readOpened(words) {
  /** @type {Map<string, number>} */
  const opened = new Map();
  for (const part of partsOf(words)) {
    if (part.startsWith('-')) opened.set(read(part.slice(1)), 0);
    else opened.set(read(part), (opened.get(read(part)) || 0) + 1);
  }
  return opened;
}

/** @param {Map<string, [number, number]>} pins where nodes were put */
export function writePins(pins) {
  return [...pins].map(([id, [x, y]]) => `${Math.round(x)}_${Math.round(y)}_${written(id)}`).join('~');
}

/** What is not a pin is left out. @param {string} words @returns {Map<string, [number, number]>} */
export function readPins(words) {
  return new Map(partsOf(words).flatMap((part) => {
    const found = /^(-?\d{1,7})_(-?\d{1,7})_(.+)$/s.exec(part);
    return found ? [/** @type {[string, [number, number]]} */ ([read(found[3]), [Number(found[1]), Number(found[2])]])] : [];
  }));
}
