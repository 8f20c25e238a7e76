// The page: reads its data, mounts its parts, and shows the view that the address or the reader asks for.
import './styles/index.css';
import { first, follow, keepAddress } from './address.js';
import { button, byId, press } from './dom.js';
import { prepareCounted } from './counted.js';
import { prepareCounting } from './counting.js';
import { prepareEmbed } from './embed.js';
import { prepareFilters } from './filters.js';
import { prepareLists } from './lists.js';
import { data, go, listen, state } from './page.js';
import { prepareEvidence, showEvidence } from './panel/evidence.js';
import { prepareSearch } from './searchbox.js';
import { preparePictures } from './pictures.js';
import { preparePrint } from './print.js';
import { prepareSkipping } from './skipping.js';
import { prepareTheme } from './theme.js';
import { readView } from './unpack.js';
import { ledger } from './views/ledger.js';
import { network } from './views/network.js';
import { overview } from './views/overview.js';
import { path } from './views/path.js';
import { sparql } from './views/sparql.js';
import { stances } from './views/stances.js';
import { table } from './views/table.js';
import { timeline } from './views/timeline.js';

/**
 * A view: `mount` fills its section once, and returns how to show it. A view listens for what it draws.
 * It can be taken away as a picture, unless it says `pictured: false`; `picture` makes one where the page's own boxes are none.
 * @typedef {{id: string, label: string, pictured?: boolean, picture?: () => any, mount: (root: HTMLElement) => {show: () => void}}} View
 */
// A page that was made without the engine of SPARQL has no place for that view.
/** @type {View[]} */
const VIEWS = [overview, network, stances, timeline, ledger, path, table, sparql].filter(({ id }) => byId(`view-${id}`));

/** @type {Map<string, {show: () => void}>} */
const mounted = new Map();

const viewShown = () => VIEWS.find((each) => each.id === state.view) || VIEWS[0];

/** @type {() => void} */
let showPictures = () => {};

function showView() {
  press(document.querySelectorAll('#views button'), (each) => each.dataset.view === state.view);
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-of]'))) each.hidden = each.dataset.of !== state.view;
  const view = viewShown();
  showPictures();
  if (!mounted.has(view.id)) mounted.set(view.id, view.mount(byId(`view-${view.id}`)));
  byId('view-name').textContent = view.label;
  mounted.get(view.id)?.show();
}

function showPart() {
  byId('app').dataset.part = state.part;
  press(document.querySelectorAll('.tabs [data-part]'), (each) => each.dataset.part === state.part);
}

function prepareViews() {
  byId('views').append(...VIEWS.map(({ id, label }) => {
    const each = button('', () => go({ view: id, part: 'network' }), label);
    each.dataset.view = id;
    return each;
  }));
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.tabs [data-part]'))) each.addEventListener('click', () => go({ part: each.dataset.part }));
  listen((changed) => {
    if (changed.has('part')) showPart();
    if (changed.has('view') || (changed.has('part') && state.part === 'network')) showView();
  });
}

async function start() {
  Object.assign(data, await readView(byId('data')));
  byId('data').view = data; // for whoever measures what the page holds
  prepareCounted();
  document.documentElement.classList.add('js');
  byId('plain').setAttribute('aria-hidden', 'true');
  const views = VIEWS.map((each) => each.id);
  prepareLists();
  prepareSearch();
  prepareFilters();
  prepareEvidence();
  prepareViews();
  showPictures = preparePictures(viewShown);
  prepareTheme();
  prepareSkipping();
  prepareEmbed();
  preparePrint();
  if (!follow(views)) go(/** @type {any} */ (first()));
  showPart();
  showView();
  showEvidence();
  prepareCounting();
  keepAddress();
  addEventListener('hashchange', () => follow(views));
}

start();
