// SPARQL in the page: the named questions, a query of one's own, and the answer. Opening a link runs nothing.
import { announce, button, byId, make } from '../dom.js';
import { go, listen, state } from '../page.js';
import { problemOf, refusal } from '../sparql/asking.js';
import { bound, command, iriOf, read, written } from '../sparql/binding.js';
import { Engine, known } from '../sparql/client.js';
import { resultsIn } from '../sparql/results.js';
import { suggest } from '../sparql/suggesting.js';
import { positionOf } from '../sparql/tokens.js';
import { inflate, unpack } from '../unpack.js';

/** @typedef {import('../sparql/binding.js').Question} Question */
/** @typedef {import('../sparql/asking.js').Problem} Problem */

/** @type {{base: string, prefixes: Record<string, string>, questions: Question[]}} */
let names = { base: '', prefixes: {}, questions: [] };
/** @type {Engine} */
let engine;
/** @type {ReturnType<typeof resultsIn>} */
let results;
/** @type {Record<string, any>} */
const parts = {};
let own = '';
let started = 0;
/** @type {number | undefined} */
let clock;
/** @type {number | undefined} */
let typing;

const question = () => (state.query ? undefined : names.questions.find(({ name }) => name === state.ask));
const area = () => /** @type {HTMLTextAreaElement} */ (parts.area);

/** Fill in what the state holds: a named question with its parameters, or a query of one's own. */
function fill() {
  if (state.query && area().value === state.query) return; // it was written here
  const asked = question();
  const given = read(state.given);
  parts.choice.value = asked ? asked.name : '';
  parts.about.replaceChildren(asked ? make('span', 'repeated', asked.question) : state.query ? 'A query of your own. It sees all graphs as one; the prefixes of the named questions need not be declared.' : `There is no question called ${state.ask}.`);
  fillGiven(asked, given);
  tellCommand(asked, given);
  const text = asked ? bound(asked, given, names.base) : state.query;
  if (area().value === text) return;
  area().value = text;
  results.put(null); // it answered something else
  complain(null);
}

/** A field stays the same element while its question is the same: somebody may be writing in the next one. @param {Question | undefined} asked @param {Record<string, string>} given */
function fillGiven(asked, given) {
  if (parts.given.dataset.of === asked?.name) {
    for (const input of parts.given.querySelectorAll('input')) {
      input.disabled = false;
      if (input.value.trim() !== (given[input.name] || '')) input.value = given[input.name] || '';
    }
    return;
  }
  parts.given.dataset.of = asked?.name || '';
  parts.given.replaceChildren(...(asked ? asked.parameters.map((each) => field(each, given[each.name] || '')) : []));
}

/** @param {Question | undefined} asked @param {Record<string, string>} given */
function tellCommand(asked, given) {
  parts.command.replaceChildren(...(asked ? ['On the command line: ', make('code', '', command(asked, given))] : []));
}

/** @param {import('../sparql/binding.js').Parameter} parameter @param {string} value */
function field({ name, kind, required, meaning }, value) {
  const input = make('input');
  input.type = kind === 'date' ? 'date' : 'text';
  input.name = name;
  input.value = value;
  input.required = required;
  input.autocomplete = 'off';
  input.spellcheck = false;
  if (kind !== 'date') input.setAttribute('list', `sparql-ids-${kind}`);
  const element = make('label', '', make('span', '', `${name}${required ? '' : ' (optional)'}`), input, make('small', '', meaning));
  input.addEventListener('input', () => {
    const asked = question();
    if (!asked) return;
    const given = { ...read(state.given), [name]: input.value.trim() };
    state.given = written(given); // kept at once; the address follows when the field is left
    area().value = bound(asked, given, names.base);
    tellCommand(asked, given);
  });
  input.addEventListener('change', () => { const next = state.given; state.given = ''; go({ given: next }); });
  input.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); run(); } });
  return element;
}

/** What the graph has for each kind of parameter, to choose from. */
function offerIds() {
  const kinds = { actor: 'actor', norm: 'norm', place: 'place', text: 'text', item: 'term', unit: 'term' };
  parts.ids.replaceChildren(...Object.entries(kinds).map(([kind, type]) => {
    const start = iriOf(kind, '', names.base);
    const list = make('datalist', '', known.filter((each) => each.kind === type && each.iri.startsWith(start)).map(({ iri, label }) => {
      const option = make('option', '', label);
      option.value = decodeURIComponent(iri.slice(start.length));
      return option;
    }));
    list.id = `sparql-ids-${kind}`;
    return list;
  }));
}

/** Why the chosen question cannot be asked yet, or nothing. @returns {Problem | null} */
function missing() {
  const asked = question();
  const given = read(state.given);
  for (const { name, kind, required, meaning } of asked?.parameters || []) {
    const value = given[name];
    if (required && !value) return { message: `This question needs ${name}: ${meaning}.` };
    const isKnown = !value || kind === 'date' || kind === 'claim' || known.some(({ iri }) => iri === iriOf(kind, value, names.base));
    if (!isKnown) return { message: `There is no ${kind} “${value}” in this graph.` };
  }
  return null;
}

/** @param {string} words @param {boolean} [isBusy] */
function status(words, isBusy = false) {
  parts.status.textContent = words;
  parts.progress.hidden = !isBusy;
  parts.stop.hidden = !started;
}

/** @param {Problem | null} problem */
function complain(problem) {
  parts.problem.hidden = !problem;
  if (!problem) return;
  const { message, hint, line, column } = problem;
  const at = line && column ? positionOf(area().value, line, column) : -1;
  const lineOf = [...(line ? area().value.split('\n')[line - 1] : '')];
  const cut = (column || 1) - 1;
  parts.problem.replaceChildren(make('p', '', message), lineOf.length ? make('pre', '', `${line}  ${lineOf.slice(0, cut).join('')}`, make('mark', '', lineOf.slice(cut).join(''))) : '', hint ? make('p', 'aside', hint) : '',
    at >= 0 ? button('quiet', () => { area().focus(); area().setSelectionRange(at, at); }, `Go to line ${line}`) : '');
  parts.problem.scrollIntoView({ block: 'nearest' });
  announce(message);
}

async function run() {
  if (started) return;
  keep();
  results.put(null);
  complain(null);
  const text = area().value;
  const problem = refusal(text) || (engine.isReady ? missing() : null);
  if (problem) { status(''); complain(problem); return; }
  if (!engine.isReady) { status('The graph is still being loaded; press Run again when it is.', true); return; }
  const called = question()?.name || 'answer';
  started = performance.now();
  parts.progress.removeAttribute('value');
  clock = window.setInterval(tick, 500);
  status('Running.', true);
  const { answer, took, error, ended } = await engine.ask(text);
  clearInterval(clock);
  started = 0;
  if (ended) { status('Stopped. The engine starts again.', true); return; }
  status(`Answered in ${((took || 0) / 1000).toFixed(2)} s.`);
  if (error) complain(problemOf(error, text, { above: engine.heading, prefixes: names.prefixes }));
  else if (answer) {
    results.put(answer, called);
    announce(answer.form === 'truth' ? (answer.truth ? 'Yes' : 'No') : `${answer.rows.length} rows${answer.cut ? ', and more were cut off' : ''}`);
  }
}

function tick() {
  const seconds = Math.round((performance.now() - started) / 1000);
  if (seconds > 1) status(`Running for ${seconds} s.${seconds > 9 ? ' This is a slow query; Stop ends it.' : ''}`, true);
}

/** End the query. The engine has no other way to be stopped, so it starts anew. */
function stop() {
  engine.end();
  engine.start();
}

/** Whether the editor holds something else than the state. */
function isChanged() {
  const asked = question();
  return area().value !== (asked ? bound(asked, read(state.given), names.base) : state.query);
}

/** Keep what stands in the editor in the state, and so in the address. */
function keep() {
  clearTimeout(typing);
  if (isChanged()) go({ query: own = area().value, given: '' });
}

/** A named question that is changed is one's own. What stands above the editor stays in its place while one writes. */
function disown() {
  parts.choice.value = '';
  for (const each of parts.given.querySelectorAll('input')) each.disabled = true;
  if (parts.command.firstChild) parts.command.replaceChildren('Changed, and so a query of your own. On the command line: ', make('code', '', 'kg ask FILE.rq'));
}

function chooser() {
  const choice = make('select');
  choice.id = 'sparql-question';
  const groups = new Map(names.questions.map(({ group }) => [group, make('optgroup')]));
  const mine = make('option', '', 'A query of your own');
  mine.value = '';
  choice.append(mine);
  for (const [group, element] of groups) { element.label = group; choice.append(element); }
  for (const each of names.questions) {
    const option = make('option', '', each.question);
    option.value = each.name;
    groups.get(each.group)?.append(option);
  }
  choice.addEventListener('change', () => {
    const text = area().value;
    if (choice.value) go({ ask: choice.value, given: '', query: '' });
    else go({ query: own || text, given: '' });
  });
  return choice;
}

/** @param {HTMLElement} root */
function build(root) {
  parts.choice = chooser();
  parts.about = make('p', 'aside');
  parts.command = make('p', 'aside command');
  parts.given = make('div', 'given');
  parts.ids = make('div');
  parts.area = make('textarea');
  Object.assign(parts.area, { id: 'sparql-query', rows: 12, spellcheck: false, wrap: 'off', autocapitalize: 'off', autocomplete: 'off' });
  parts.area.setAttribute('aria-describedby', 'sparql-keys');
  const list = suggest(parts.area, names.prefixes);
  parts.run = button('run', run, 'Run');
  parts.stop = button('quiet', stop, 'Stop');
  parts.status = make('span', 'aside');
  parts.progress = make('progress');
  parts.progress.setAttribute('aria-label', 'Loading or running');
  parts.problem = make('div', 'alarm');
  parts.problem.id = 'sparql-problem';
  parts.status.id = 'sparql-status';
  const answer = make('div', 'answer');
  const label = make('label', 'unseen', 'Query in SPARQL');
  label.htmlFor = 'sparql-query';
  const keys = make('p', 'aside', make('kbd', '', 'Ctrl'), '+', make('kbd', '', 'Enter'), ' runs, ', make('kbd', '', 'Ctrl'), '+', make('kbd', '', 'Space'), ' shows what could be written.');
  keys.id = 'sparql-keys';
  const licence = make('details', 'licence aside', make('summary', '', 'The engine in this page: Oxigraph 0.5.11, and its licence'), make('pre', '', byId('sparql-licence').textContent?.trim()));
  root.replaceChildren(make('div', 'desk',
    make('label', 'asked', make('span', '', 'Question'), parts.choice), parts.about, parts.given, parts.command, parts.ids,
    make('div', 'editor', label, parts.area, list), make('div', 'bar', parts.run, parts.stop, parts.progress, parts.status, keys),
    parts.problem, answer, licence));
  parts.area.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) { event.preventDefault(); run(); }
  });
  parts.area.addEventListener('input', () => {
    if (isChanged()) disown();
    clearTimeout(typing);
    typing = window.setTimeout(keep, 500);
  });
  results = resultsIn(answer, names);
  complain(null);
}

function begin() {
  engine = new Engine(names.prefixes, {
    progress: (stage, share) => {
      if (share) parts.progress.value = share;
      else parts.progress.removeAttribute('value');
      status(stage === 'engine' ? 'The engine is being unpacked.' : `The graph is being loaded: ${Math.round(share * 100)} %.`, true);
    },
    ready: (size, took) => {
      status(`Ready: ${size.toLocaleString('en')} statements, loaded in ${(took / 1000).toFixed(1)} s.`);
      announce('The graph is loaded');
      offerIds();
    },
    failed: (error) => {
      status('');
      complain({ message: 'The engine does not run in this browser, or in this frame. Everything else on the page works; kg ask answers the same questions.', hint: error });
    },
  });
  engine.start();
}

export const sparql = {
  id: 'sparql',
  label: 'SPARQL',
  pictured: false,
  /** @param {HTMLElement} root */
  mount(root) {
    inflate(byId('sparql-questions').textContent).then((words) => {
      names = unpack(JSON.parse(words));
      own = state.query;
      build(root);
      fill();
      begin();
    });
    listen((changed) => { if (['ask', 'given', 'query'].some((key) => changed.has(key)) && parts.choice) fill(); });
    return { show: () => {} };
  },
};
