// Stances: on one claim, on many claims side by side, and those of one speaker over time.
import { announce, button, make, press } from '../dom.js';
import { go, listen, narrows, state } from '../page.js';
import { keepingPlace, rove } from '../roving.js';
import { claimMode } from '../stances/claim.js';
import { claimsMode } from '../stances/claims.js';
import { legend, markShown } from '../stances/said.js';
import { speakerMode } from '../stances/speaker.js';

// Narrower than this there is no room for a grid, and the same stands as a list.
const ROOM = 420;

/** @type {Record<string, {label: string, draw: (narrow: boolean, again: () => void) => import('../dom.js').Child[]}>} */
const MODES = {
  claim: { label: 'One claim', draw: claimMode },
  claims: { label: 'Speakers × claims', draw: claimsMode },
  speaker: { label: 'One speaker', draw: speakerMode },
};

/** @type {HTMLElement} */
let root;
/** Where the keyboard is in the grid of each mode. @type {Map<string, string>} */
const places = new Map();

function switches() {
  const box = make('div', 'switch', Object.entries(MODES).map(([id, { label }]) => {
    const each = button('', () => { go({ stancesAs: id }); announce(`Stances: ${label}`); }, label);
    each.dataset.key = `mode:${id}`;
    return each;
  }));
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'Which stances');
  return box;
}

function draw() {
  const mode = Object.hasOwn(MODES, state.stancesAs) ? state.stancesAs : 'claim';
  const box = switches();
  press(box.children, (each) => each.dataset.key === `mode:${mode}`);
  root.replaceChildren(make('div', 'bar', box), ...(/** @type {any[]} */ (MODES[mode].draw(root.clientWidth < ROOM, show)).flat(Infinity).filter(Boolean)), legend());
  markShown(root);
  for (const table of /** @type {NodeListOf<HTMLTableElement>} */ (root.querySelectorAll('[role=grid]'))) rove(table, places.get(mode) || '', (key) => places.set(mode, key));
}

function show() {
  if (root && state.view === 'stances' && root.clientWidth) keepingPlace(root, draw);
}

// What is drawn hangs on these; on what is selected, the matrix of one claim alone does.
const DRAWN = ['stancesAs', 'stancesWho', 'stancesOf'];

export const stances = {
  id: 'stances',
  label: 'Stances',
  /** @param {HTMLElement} element */
  mount(element) {
    root = element;
    let narrow = false;
    new ResizeObserver(() => { if (root.clientWidth && narrow !== root.clientWidth < ROOM) { narrow = !narrow; show(); } }).observe(root);
    listen((changed) => {
      const selected = changed.has('at') || changed.has('kind');
      // An actor who is selected elsewhere is the speaker shown here, whoever was chosen before.
      if (selected && state.kind === 'actor' && state.stancesOf && !changed.has('stancesOf')) go({ stancesOf: '' });
      if (narrows(changed) || DRAWN.some((key) => changed.has(key)) || (selected && state.stancesAs !== 'claims')) show();
      else if (['act', 'at', 'kind'].some((key) => changed.has(key))) markShown(root);
    });
    return { show };
  },
};
