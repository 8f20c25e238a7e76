// Acts of saying as a grid: who, and in which text; and where a key leads in a grid.

/** @typedef {import('./view').StandingAct} StandingAct */

/** Ids of who speaks in an act; one nameless voice where the text names none. @param {{speakers: string[]}} act */
export const voices = (act) => (act.speakers.length ? act.speakers : ['']);

/**
 * Sort acts into rows of speakers and columns of texts. What is said jointly stands in the row of each.
 * @param {{act: number}[]} stances @param {import('./view').View} view
 * @returns {{texts: (number | null)[], rows: [string, StandingAct[][]][]}}
 */
export function gridOf(stances, view) {
  const textOf = (/** @type {{act: number}} */ each) => view.acts[each.act].words.text;
  const texts = [...new Set(stances.map(textOf))];
  const speakers = [...new Set(stances.flatMap((each) => voices(view.acts[each.act])))];
  return {
    texts,
    rows: speakers.map((who) => [who, texts.map((text) => /** @type {StandingAct[]} */ (stances.filter((each) => textOf(each) === text && voices(view.acts[each.act]).includes(who))))]),
  };
}

/** @typedef {[row: number, column: number, stop: number]} Place */

/**
 * Where a key leads in a grid, or the same place. Within a cell of several stops, up and down lead through them.
 * @param {number[][]} stops how many each cell has, row by row @param {Place} at
 * @param {string} key @param {boolean} [whole] with Ctrl: to the ends of the grid, and not of the row
 * @returns {Place}
 */
export function move(stops, at, key, whole = false) {
  const [row, column, stop] = at;
  const [bottom, end] = [stops.length - 1, stops[row].length - 1];
  switch (key) {
    case 'ArrowRight': return column < end ? [row, column + 1, 0] : at;
    case 'ArrowLeft': return column > 0 ? [row, column - 1, 0] : at;
    case 'ArrowDown': return stop + 1 < stops[row][column] ? [row, column, stop + 1] : row < bottom ? [row + 1, column, 0] : at;
    case 'ArrowUp': return stop > 0 ? [row, column, stop - 1] : row > 0 ? [row - 1, column, stops[row - 1][column] - 1] : at;
    case 'Home': return [whole ? 0 : row, 0, 0];
    case 'End': return whole ? [bottom, stops[bottom].length - 1, 0] : [row, end, 0];
    case 'PageUp': return [Math.max(0, row - 8), column, 0];
    case 'PageDown': return [Math.min(bottom, row + 8), column, 0];
    default: return at;
  }
}
