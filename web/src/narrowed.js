// What narrows the page, in words: for all that leaves it, a picture or a sheet of paper.
import { tellCounting } from './counting.js';
import { byId } from './dom.js';
import { data, find, state } from './page.js';

/** Return what the search and the facets leave, as the chips above the lists have it, and what counts. */
export function narrowed() {
  const name = (/** @type {string} */ id) => data.actors[find('actor', id)]?.name || id || 'not named';
  const chips = [...byId('chips').querySelectorAll('bdi')].map((each) => each.textContent);
  const parts = [state.words && `words “${state.words}”`, state.pair && `supplier and recipient: ${state.pair.split('>').map(name).join(' and ')}`, ...chips].filter(Boolean);
  const counting = byId('counting').hidden ? '' : ` ${tellCounting()}`;
  return `${parts.length ? `Narrowed to: ${parts.join('; ')}.` : 'Nothing narrows it.'}${counting}`;
}
