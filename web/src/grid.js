// Acts of saying as a grid: who, and in which text.

/** @typedef {import('./view').StandingAct} StandingAct */

/**
 * Sort acts into rows of speakers and columns of texts. What is said jointly stands in the row of each.
 * @param {{act: number}[]} stances @param {import('./view').View} view
 * @returns {{texts: (number | null)[], rows: [string, StandingAct[][]][]}}
 */
export function gridOf(stances, view) {
  const textOf = (/** @type {{act: number}} */ each) => view.acts[each.act].words.text;
  const texts = [...new Set(stances.map(textOf))];
  const speakers = [...new Set(stances.flatMap((each) => view.acts[each.act].speakers))];
  return {
    texts,
    rows: speakers.map((who) => [who, texts.map((text) => /** @type {StandingAct[]} */ (stances.filter((each) => textOf(each) === text && view.acts[each.act].speakers.includes(who))))]),
  };
}
