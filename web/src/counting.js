// The bar "What counts": a day, with a replay of the days on which something changed, and the speakers.
import { announce, button, byId, make } from './dom.js';
import { dayChosen, isEverything, speakers, sums, whole } from './counted.js';
import { data, find, go, listen, state } from './page.js';

// So long a day stands in a replay.
const STEP = 1400;

/** @type {string[]} */
let days = [];
/** @type {ReturnType<typeof setInterval> | undefined} */
let playing;

/** @param {string} id */
const nameOf = (id) => whole.actors[find('actor', id)]?.name || id;

/** @param {string[]} words */
const listed = (words) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`);

/** @param {number[]} numbers */
const ofAll = ([some, all]) => (some === all ? `all ${all}` : `${some} of ${all}`);

/** What the page now shows, in words. */
export function tellCounting() {
  const { texts, acts, findings } = sums();
  if (isEverything()) return `Everything ${whole.clock?.asOf ? 'in this page ' : ''}counts: ${texts[1]} texts, ${acts[1]} acts of saying.`;
  const [day, who] = [dayChosen(), speakers()];
  const head = [day ? `What could be said by ${day}` : 'What is said', who.length ? `according to ${listed(who.map(nameOf))}` : ''].filter(Boolean).join(', ');
  const [count] = findings;
  const follow = count ? `${count === 1 ? '1 finding follows' : `${count} findings follow`} from these, inferred by this program` : 'no finding follows from these';
  return `${head}: ${ofAll(texts)} texts and ${ofAll(acts)} acts of saying count; ${follow}. “Nobody” means nobody among these.`;
}

/** The number of the last day of change that is not after a day; -1 before the first. @param {string} day */
function placeOf(day) {
  let at = days.length;
  while (at > 0 && days[at - 1] > day) at -= 1;
  return at - 1;
}

/** Go to the day with this number; behind the last, no day is chosen. @param {number} at */
function goTo(at) {
  go({ asof: at >= days.length ? '' : days[Math.max(0, at)] });
}

/** @param {number} by */
function step(by) {
  const day = dayChosen();
  const at = day ? placeOf(day) : days.length;
  // From between two days of change, one steps to the next of them.
  goTo(by < 0 && day && days[at] !== day ? at : Math.max(0, at + by));
  announce(tellCounting());
}

function stop() {
  clearInterval(playing);
  playing = undefined;
  showPlaying();
}

function play() {
  if (playing) { stop(); announce('Replay stopped'); return; }
  if (!dayChosen()) goTo(0);
  announce('Replay of the days on which something changed');
  playing = setInterval(() => {
    goTo(placeOf(dayChosen()) + 1);
    byId('counting-told').textContent = tellCounting();
    if (!dayChosen()) stop();
  }, STEP);
  showPlaying();
}

function showPlaying() {
  const each = byId('play');
  if (!each) return;
  each.textContent = playing ? 'Stop' : 'Play';
  each.setAttribute('aria-pressed', String(Boolean(playing)));
}

/** @param {string} words what was typed or chosen */
function add(words) {
  const wanted = words.trim().toLowerCase();
  const id = (whole.clock?.speakers || []).find((each) => labelOf(each).toLowerCase() === wanted || each.toLowerCase() === wanted);
  if (!wanted) return;
  if (!id) { announce(`Nobody called ${words} speaks ${data.where}`); return; }
  go({ according: [...new Set([...speakers(), id])].sort().join(',') });
  byId('add-speaker').value = '';
  announce(tellCounting());
}

/** What a speaker is called in the list; two of one name are told apart. @param {string} id */
function labelOf(id) {
  const name = nameOf(id);
  return (whole.clock?.speakers || []).filter((each) => nameOf(each) === name).length > 1 ? `${name} (${id})` : name;
}

/** Organs of the chosen that speak, and are not chosen: what they say is not made the state's. */
function organs() {
  const chosen = new Set(speakers());
  const names = [...chosen].map(nameOf);
  const isOf = (/** @type {string} */ told) => names.some((name) => told.startsWith(`${name} (`) || told.startsWith(`${name}, `));
  const theirs = (whole.clock?.speakers || []).filter((id) => !chosen.has(id) && whole.actors[find('actor', id)]?.organOf.some(isOf));
  if (!theirs.length) return [];
  const told = `${theirs.length === 1 ? 'An organ speaks' : `${theirs.length} organs speak`} for itself`.replace('organs speak for itself', 'organs speak for themselves');
  return [`${told}: `, button('quiet', () => { go({ according: [...chosen, ...theirs].sort().join(',') }); announce(tellCounting()); byId('add-speaker').focus(); }, `add ${listed(theirs.map(nameOf))}`)];
}

/** @param {string} id */
function chip(id) {
  const each = button('chosen', () => {
    go({ according: speakers().filter((other) => other !== id).join(',') });
    announce(tellCounting());
    byId('add-speaker').focus();
  }, make('bdi', '', nameOf(id)), ' ✕');
  each.setAttribute('aria-label', `${nameOf(id)}: take out of those whose words count`);
  return each;
}

function show() {
  const day = dayChosen();
  const at = day ? placeOf(day) : days.length;
  const slider = byId('day-slider');
  if (byId('as-of').value !== day) byId('as-of').value = day;
  slider.value = String(Math.max(0, at));
  slider.setAttribute('aria-valuetext', day || 'all days');
  byId('day-back').disabled = Boolean(day) && (at < 0 || (at === 0 && days[0] === day));
  byId('day-on').disabled = !day;
  byId('speakers').replaceChildren(...speakers().map(chip));
  byId('organs').replaceChildren(...organs());
  byId('everything').hidden = isEverything();
  byId('counting').classList.toggle('part', !isEverything());
  byId('counting-told').textContent = tellCounting();
}

/** A day, by the calendar, by a slider over the days on which something changed, or step by step. */
function dayControls() {
  const input = make('input');
  Object.assign(input, { type: 'date', id: 'as-of', max: whole.clock?.asOf || '' });
  input.addEventListener('change', () => { stop(); go({ asof: input.value }); announce(tellCounting()); });
  const slider = make('input');
  Object.assign(slider, { type: 'range', id: 'day-slider', min: '0', max: String(days.length), step: '1' });
  slider.setAttribute('aria-label', 'Day on which something changed; the last is all days');
  slider.addEventListener('input', () => { stop(); goTo(Number(slider.value)); });
  slider.addEventListener('change', () => announce(tellCounting()));
  const back = button('quiet step', () => { stop(); step(-1); }, '‹');
  const on = button('quiet step', () => { stop(); step(1); }, '›');
  Object.assign(back, { id: 'day-back', ariaLabel: 'The day of change before' });
  Object.assign(on, { id: 'day-on', ariaLabel: 'The next day of change' });
  const run = button('quiet', play, 'Play');
  run.id = 'play';
  // Who wants little motion steps through the days by hand.
  run.hidden = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return make('div', 'days', make('label', '', 'As of ', input), make('span', 'steps', back, slider, on, run));
}

function speakerControls() {
  const input = make('input');
  Object.assign(input, { id: 'add-speaker', type: 'text', placeholder: 'anybody', autocomplete: 'off', spellcheck: false });
  input.setAttribute('list', 'speakers-known');
  input.addEventListener('change', () => add(input.value));
  input.addEventListener('keydown', (event) => { if (event.key === 'Enter') add(input.value); });
  const list = make('datalist', '');
  list.id = 'speakers-known';
  list.append(...(whole.clock?.speakers || []).map((id) => { const each = make('option', ''); each.value = labelOf(id); return each; }).sort((one, other) => one.value.localeCompare(other.value, 'en')));
  const chips = make('span', 'chips');
  chips.id = 'speakers';
  const more = make('span', 'aside');
  more.id = 'organs';
  return make('div', 'according', make('label', '', 'according to ', input), list, chips, more);
}

/** Say what an address asks for and the page does not have. */
function complain() {
  if (!whole.clock) {
    if (state.asof || state.according) announce('This page was made without a choice of a day and of speakers');
    return;
  }
  const known = new Set(whole.clock.speakers);
  const unknown = state.according.split(',').filter((id) => id && !known.has(id));
  if (unknown.length) announce(`Nobody ${data.where} speaks as ${unknown.join(', ')}`);
  else if (state.asof && !dayChosen()) announce(`${state.asof} is no day that can be chosen on this page`);
}

export function prepareCounting() {
  const bar = byId('counting');
  bar.hidden = false;
  complain();
  if (!whole.clock) {
    bar.replaceChildren(make('p', 'aside', 'This page was made without a choice of a day and of speakers: ', make('code', '', 'kg explore --as-of DAY --according-to WHO'), ' makes a page of a part of it.'));
    return;
  }
  days = whole.clock.days;
  const everything = button('quiet', () => { stop(); go({ asof: '', according: '' }); announce(tellCounting()); byId('as-of').focus(); }, 'Everything');
  everything.id = 'everything';
  const told = make('p', 'told aside');
  told.id = 'counting-told';
  const controls = make('div', 'controls', dayControls(), speakerControls(), everything);
  const opener = make('details', '', make('summary', '', 'What counts'), controls);
  opener.open = innerWidth > 800;
  bar.replaceChildren(opener, told);
  listen((changed) => { if (changed.has('asof') || changed.has('according')) { complain(); show(); } });
  show();
}
