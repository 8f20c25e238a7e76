// One stance in a cell: its sign, its exact words, how it bears, and on which reading of ours it is one.
import { announce, button, byId, make, svg } from '../dom.js';
import { go, data, select, state, wayOf } from '../page.js';
import { showAct } from '../panel/evidence.js';
import { quoteOf } from '../panel/reading.js';
import { wayOfAct, WAYS } from '../pairs.js';
import { sign } from '../views/overview.js';

/** @typedef {import('../pairs.js').Way} Way */

/** The sign of a way, in a line of words. @param {Way} way */
export const signOf = (way) => svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'key' }, sign(way, 8, 8));

/** Stance and status as the graph has them; the sign stands beside them. @param {number} at */
export const exact = (at) => wayOf(data.acts[at]).replace(/^✕ /, '');

/** What a reader sees of the words before opening them. @param {number} at */
const told = (at) => `${data.acts[at].date}: ${data.acts[at].sentence || data.acts[at].who}. ${quoteOf(data.acts[at].words)}${data.acts[at].words.verbatim ? '' : ' (abstract: our words, not a quotation)'}`;

/**
 * Show an act's words in the panel, which a narrow window turns to.
 * @param {number} at @param {{claim?: number | null, keep?: Partial<import('../page.js').State>}} [how] claim: to be selected with it; keep: of the state
 */
export function openWords(at, { claim = null, keep = {} } = {}) {
  const { id } = data.acts[at];
  go(keep);
  if (claim !== null) select('claim', claim, { act: id });
  else go({ act: id, part: 'evidence' });
  showAct();
  // Where the panel takes the place of the view, the focus goes with it.
  if (!byId('view-stances').offsetParent) byId('panel').focus({ preventScroll: true });
  announce(`Words shown: ${told(at)}`);
}

/**
 * @param {number} at of an act @param {string} who in whose row it stands
 * @param {{notes?: string[], day?: boolean, onOpen: () => void, under?: string}} how under: what tells two places of one act apart
 */
export function stance(at, who, { notes = [], day = false, onOpen, under = '' }) {
  const act = data.acts[at];
  const way = wayOfAct(act);
  const each = button(`stance ${act.bearing}`, onOpen, signOf(way), make('span', 'unseen', `${WAYS[way]}: `),
    make('span', 'said', day ? make('span', 'day', `${act.date} `) : null, exact(at)),
    notes.length ? make('span', 'aside', notes.join('; ')) : null,
    act.reading ? make('span', 'aside reading-of', `on one reading: ${act.reading}`) : null);
  each.title = [told(at), ...notes, act.reading && `on one reading: ${act.reading}`].filter(Boolean).join('\n');
  each.dataset.key = `act:${act.id}:${who}:${under}`;
  each.dataset.act = act.id;
  mark(each);
  return each;
}

/** @param {HTMLElement} each */
function mark(each) {
  each.setAttribute('aria-current', String(each.dataset.act === state.act));
}

/** Mark in what is drawn the act whose words are shown, and the selected claim. @param {HTMLElement} root */
export function markShown(root) {
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-act]'))) mark(each);
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-claim]'))) each.setAttribute('aria-current', String(state.kind === 'claim' && each.dataset.claim === String(state.at)));
}

/** How an act bears on the claim of its column. @param {import('../view').StandingAct} standing */
export function notesOf({ act: at, of, toldBy }) {
  return [of && `said of ${of}`, data.acts[at].speakers.length > 1 && 'jointly', toldBy].filter((each) => typeof each === 'string' && each !== '').map(String);
}

/** What the signs mean. */
export function legend() {
  return make('ul', 'legend', /** @type {Way[]} */ (Object.keys(WAYS)).map((way) => make('li', '', signOf(way), WAYS[way])));
}
