// Light or dark: as the system has it, or as the reader or the address chose. Nothing is kept outside the page.
import { byId } from './dom.js';
import { go, listen, state } from './page.js';

/** @type {Array<() => void>} */
const painters = [];

/** Call back whenever colours change: by choice, by the system, or for contrast. @param {() => void} painter */
export function onColours(painter) {
  painters.push(painter);
}

function paint() {
  if (state.theme) document.documentElement.dataset.theme = state.theme;
  else delete document.documentElement.dataset.theme;
  byId('theme').value = state.theme;
  for (const painter of painters) painter();
}

export function prepareTheme() {
  byId('theme').addEventListener('change', () => go({ theme: byId('theme').value }));
  for (const asked of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) matchMedia(asked).addEventListener('change', paint);
  listen((changed) => { if (changed.has('theme')) paint(); });
  paint();
}
