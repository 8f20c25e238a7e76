// Which stances the view of stances shows: those said within the days chosen, by the speakers chosen. What is left out is counted.
import { button, make } from '../dom.js';
import { parted } from '../facets.js';
import { voices } from '../grid.js';
import { isWithin } from '../narrow.js';
import { data, find, go, state } from '../page.js';

/** What an actor is called; words without a named speaker say so. @param {string} who */
export const nameOf = (who) => (who ? data.actors[find('actor', who)]?.name || who : 'speaker not named');

/** Whom the page's filters ask for, as speakers or as actors. */
const askedFor = () => [...parted(state.speaker), ...parted(state.about)].filter((who) => find('actor', who) >= 0);

/** Which of these speakers are chosen: in the view, else by the page's filters, else all. @param {string[]} speakers */
export function speakersChosen(speakers) {
  if (state.stancesWho === '*') return speakers;
  if (state.stancesWho) return speakers.filter((who) => state.stancesWho.split(',').includes(who));
  const asked = speakers.filter((who) => askedFor().includes(who));
  return asked.length ? asked : speakers;
}

/** Speakers of acts, by name. @param {number[]} acts */
export function speakersOf(acts) {
  return [...new Set(acts.flatMap((at) => voices(data.acts[at])))].sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'en'));
}

/** @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** @param {number[]} acts that are left out */
function denials(acts) {
  const count = acts.filter((at) => data.acts[at].bearing === 'negates').length;
  return count ? `, ${count} of them ${count === 1 ? 'a denial or doubt' : 'denials or doubts'}` : '';
}

/**
 * Sort acts into those within the days chosen and the others, with what to say of these.
 * @param {number[]} acts
 */
export function siftDays(acts) {
  const within = acts.filter((at) => isWithin(at));
  const out = acts.filter((at) => !isWithin(at));
  const note = out.length ? make('p', 'aside left', `${out.length} of ${counted(acts.length, 'stance')} lie outside the days chosen and are not shown${denials(out)}. `, again('days', 'Show every day', () => go({ since: '', until: '' }))) : null;
  return { within, note };
}

/** @param {string} key @param {string} words @param {() => void} act */
function again(key, words, act) {
  const each = button('link', act, words);
  each.dataset.key = key;
  return each;
}

/**
 * Sort acts into those that are shown and those that are not, with what to say of these.
 * @param {number[]} acts
 */
export function sift(acts) {
  const { within, note } = siftDays(acts);
  const speakers = speakersOf(within);
  const chosen = new Set(speakersChosen(speakers));
  const shown = within.filter((at) => voices(data.acts[at]).some((who) => chosen.has(who)));
  const taken = new Set(shown);
  const others = within.filter((at) => !taken.has(at));
  const notes = [
    note,
    chosen.size < speakers.length ? make('p', 'aside left', `${speakers.length - chosen.size} of ${counted(speakers.length, 'speaker')} not shown${others.length ? `, with ${counted(others.length, 'stance')}${denials(others)}` : ''}. `, again('all', 'Show all speakers', () => go({ stancesWho: '*' }))) : null,
    !state.stancesWho && within.length ? silent(askedFor().filter((who) => !speakers.includes(who)), chosen.size === speakers.length) : null,
  ];
  return { shown, chosen, speakers, notes };
}

/** Say of whom the filters ask for that they say nothing here. @param {string[]} who @param {boolean} every whether all others are shown */
function silent(who, every) {
  if (!who.length) return null;
  return make('p', 'aside left', who.map((each, at) => [at ? ', ' : '', make('bdi', '', nameOf(each))]), `, chosen in the filters: no stance here ${data.where}.${every ? ' All who take one are shown.' : ''}`);
}

/** Whether the choice of speakers stands open. */
let open = false;

/** Who speaks here, to be chosen. @param {string[]} speakers @param {Set<string>} chosen @param {string} about of what they speak */
export function speakerChoice(speakers, chosen, about) {
  if (speakers.length < 2) return null;
  const box = make('details', 'who', make('summary', '', `Speakers: ${chosen.size === speakers.length ? `all ${speakers.length}` : `${chosen.size} of ${speakers.length}`}`));
  const group = make('fieldset', '', make('legend', 'unseen', `Who speaks of ${about}`), speakers.map((who) => {
    const input = make('input');
    input.type = 'checkbox';
    input.checked = chosen.has(who);
    input.dataset.key = `who:${who}`;
    input.addEventListener('change', () => {
      const now = speakers.filter((each) => (each === who ? input.checked : chosen.has(each)));
      go({ stancesWho: now.length === speakers.length ? '*' : now.join(',') || who });
      if (!now.length) input.checked = true; // nobody is no choice
    });
    return make('label', '', input, ' ', make('bdi', '', nameOf(who)));
  }));
  box.append(group);
  box.open = open;
  /** @type {HTMLElement} */ (box.firstElementChild).dataset.key = 'speakers';
  box.addEventListener('toggle', () => { open = box.open; });
  return box;
}
