// What narrows the page, in words: for whoever reads the page, a picture of it, or a print.
import { isEverything } from './counted.js';
import { tellCounting } from './counting.js';
import { joined, parted } from './facets.js';
import { facets } from './narrow.js';
import { data, find, state } from './page.js';

/** @typedef {{words: string, without: Partial<import('./page.js').State>}} Narrowing `without` is the state without it */

/** Values chosen of the facets, and the two days, each by itself. @returns {Narrowing[]} */
export function chosenValues() {
  const chosen = (/** @type {string} */ key) => parted(/** @type {any} */ (state)[key]);
  const values = facets().flatMap((facet) => chosen(facet.key).map((id, _, all) => {
    const label = facet.values[facet.numbers.get(id) ?? -1]?.label ?? id;
    return { words: `${facet.label}: ${label}`, without: { [facet.key]: joined(all.filter((each) => each !== id)) } };
  }));
  if (state.since) values.push({ words: `Published from ${state.since}`, without: { since: '' } });
  if (state.until) values.push({ words: `Out by ${state.until}`, without: { until: '' } });
  return values;
}

/** All that narrows what is shown, what alone counts included, as sentences. */
export function tellNarrowing() {
  const name = (/** @type {string} */ id) => data.actors[find('actor', id)]?.name || id || 'not named';
  const parts = [
    state.words && `words “${state.words}”`, state.pair && `supplier and recipient ${state.pair.split('>').map(name).join(' and ')}`,
    ...chosenValues().map(({ words }) => words),
  ].filter(Boolean);
  const counting = isEverything() ? '' : ` ${tellCounting()}`;
  return `${parts.length ? `Narrowed to: ${parts.join('; ')}.` : 'Nothing narrows it.'}${counting}`;
}
