// One speaker over time: what is said on several sides of like transfers, then every stance, by what it is about.
import { make } from '../dom.js';
import { parted } from '../facets.js';
import { voices } from '../grid.js';
import { passing } from '../narrow.js';
import { data, find, go, state } from '../page.js';
import { quote } from '../panel/reading.js';
import { groupOf } from '../standing.js';
import { counted, nameOf, siftDays } from './filters.js';
import { openWords, stance } from './said.js';

/** @typedef {import('../view').Story} Story */
/** @typedef {import('../view').Said} Said */

/** Whom it is about: who is chosen here, else the selected actor, the filter's, or the first of whom there is a story. */
function shownActor() {
  const selected = state.kind === 'actor' ? data.actors[state.at]?.id : '';
  return [state.stancesOf, selected, ...parted(state.speaker), ...parted(state.about)].find((id) => id && find('actor', id) >= 0)
    || data.stories?.find(({ within }) => !within)?.actor || data.acts[0]?.speakers[0] || '';
}

/** @param {string} who @param {Set<string>} storied */
function choice(who, storied) {
  const spoken = new Set(data.acts.flatMap((act) => act.speakers));
  const named = (/** @type {Iterable<string>} */ ids) => [...ids].map((id) => /** @type {const} */ ([id, nameOf(id)])).sort((one, other) => one[1].localeCompare(other[1], 'en'));
  const box = make('select', '');
  box.dataset.key = 'speaker';
  for (const [label, ids] of /** @type {[string, Iterable<string>][]} */ ([['On several sides', storied], ['Others who speak', [...spoken].filter((id) => !storied.has(id))]])) {
    const group = make('optgroup', '', named(ids).map(([id, name]) => { const option = make('option', '', name); option.value = id; return option; }));
    group.label = label;
    if (group.children.length) box.append(group);
  }
  box.value = who;
  box.addEventListener('change', () => go({ stancesOf: box.value }));
  return make('label', 'choose', make('span', '', 'Speaker '), box);
}

/** One thing said: who, how, of which days, and the words. @param {number} at @param {string} who @param {Said | null} said @param {string} under @param {boolean} [more] whether items tell it apart */
function line(at, who, said, under, more = false) {
  const act = data.acts[at];
  const notes = said ? [said.link && `${act.who}${said.link}`, said.toldBy, more ? said.items : '', said.when && `days: ${said.when}`] : [act.speakers.length > 1 && `jointly: ${act.who}`];
  return make('li', '', stance(at, who, { day: true, under, notes: notes.filter((each) => typeof each === 'string' && each !== '').map(String), onOpen: () => openWords(at, { claim: act.claim, keep: { stancesOf: who } }) }), quote(act.words));
}

/** @param {Story} story @param {Set<number>} shown @param {number} number */
function storyOf(story, shown, number) {
  const turns = story.turns.flatMap((turn) => { const said = turn.said.filter(({ act }) => shown.has(act)); return said.length ? [{ ...turn, said }] : []; });
  const every = story.turns.reduce((sum, turn) => sum + turn.said.length, 0);
  const left = every - turns.reduce((sum, turn) => sum + turn.said.length, 0);
  return make('section', 'story', make('h3', '', `On transfers from ${story.supplier} to ${story.recipient}${story.items.length ? `: ${story.items.join('; ')}` : ''}`),
    story.otherTimes ? make('p', 'aside', 'No change of position: what is denied and what is affirmed are about other days.') : null,
    story.within ? make('p', 'aside', `All of it stands under ${story.within} too.`) : null,
    left ? make('p', 'aside left', `${left} of ${counted(every, 'word')} in it lie outside the days chosen, and are not shown.`) : null,
    make('ol', 'turns', turns.map(({ side, since, until, said }) => make('li', '', make('h4', '', make('span', 'day', since === until ? since : `${since} to ${until}`), ` ${side}`),
      make('ol', 'lines', said.map((each) => line(each.act, story.actor, each, `story${number}`, story.items.length > 1 || Boolean(each.when))))))));
}

/** Every stance of a speaker, in time, by what it is about. @param {string} who @param {number[]} acts */
function everyStance(who, acts) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const at of acts) {
    const { claim } = data.acts[at];
    const group = claim === null ? 'of nothing that is shown' : groupOf(data.claims[claim]);
    groups.set(group, [...(groups.get(group) || []), at]);
  }
  const texts = (/** @type {number[]} */ some) => new Set(some.map((at) => data.acts[at].words.text)).size;
  const sides = (/** @type {number[]} */ some) => new Set(some.map((at) => data.acts[at].bearing)).size;
  return [...groups].sort(([, one], [, other]) => sides(other) - sides(one) || texts(other) - texts(one)).map(([group, some]) => make('section', 'group', make('h4', '', group),
    make('ol', 'lines', [...some].sort((one, other) => (data.acts[one].date < data.acts[other].date ? -1 : Number(data.acts[one].date > data.acts[other].date))).map((at) => line(at, who, null, 'all')))));
}

/** @returns {import('../dom.js').Child[]} */
export function speakerMode() {
  const who = shownActor();
  if (!data.stories) return [make('p', 'aside none', 'This page was made without the stances of claims; kg stances tells them.')];
  const claims = new Set(passing('claim'));
  const passes = (/** @type {number} */ at) => { const { claim } = data.acts[at]; return claim === null || claims.has(claim); };
  const theirs = data.stories.filter(({ actor }) => actor === who);
  const stories = theirs.filter(({ turns }) => turns.some(({ said }) => said.some(({ act }) => passes(act))));
  const own = data.acts.flatMap((act, at) => (voices(act).includes(who) && passes(at) ? [at] : []));
  const { within, note } = siftDays([...new Set([...own, ...stories.flatMap(({ turns }) => turns.flatMap(({ said }) => said.map(({ act }) => act)))])]);
  const mine = own.filter((at) => within.includes(at));
  const box = make('div', 'tracks speaker', note,
    stories.length ? make('p', 'aside', 'On several sides of like transfers. Days and items tell whether two words are about the same: this program never says that somebody changed his mind. What organs and office holders say is told as theirs.')
      : make('p', 'aside', make('bdi', '', nameOf(who)), ` is not found to have spoken on more than one side of like transfers ${data.where}${theirs.length ? ' within these filters' : ''}.`),
    stories.map((story, number) => storyOf(story, new Set(within), number)),
    make('h3', 'every', `Every stance of ${nameOf(who)}, by what it is about (${mine.length})`), mine.length ? everyStance(who, mine) : make('p', 'aside', `It takes no stance ${data.where} that passes these filters.`));
  box.dataset.scroll = 'speaker';
  return [make('div', 'choices', choice(who, new Set(data.stories.map(({ actor }) => actor)))), box];
}
