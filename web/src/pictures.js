// Takes the view that is shown away as a picture, PNG or SVG, with what narrows it and what it does not say.
import { announce, button, byId } from './dom.js';
import { tellNarrowing } from './narrowing.js';
import { chosen, data, state } from './page.js';
import { WAYS } from './pairs.js';
import { framed } from './picture.js';
import { sheetOf } from './sheet.js';

/** @typedef {import('./picture.js').Frame} Frame */

// Twice as many pixels as units, as long as browsers can hold the picture.
const SHARP = 2;
const WIDEST = 16000;
const MOST_PIXELS = 100_000_000;

/** The days of the texts, and the graph: never the day on which somebody looks. */
function dated() {
  const days = data.texts.map(({ date }) => date).filter(Boolean).sort();
  const span = days.length ? `${data.texts.length === 1 ? 'A text' : `${data.texts.length} texts`} of ${days[0] === days.at(-1) ? days[0] : `${days[0]} to ${days.at(-1)}`}; graph` : 'Graph';
  return `${span} ${data.digest.slice(0, 12)}.`;
}

/** What stands below every picture. */
function notes() {
  const signs = state.view === 'timeline' ? [`Signs: ● ${WAYS.stated}, ◐ ${WAYS.alleged}, ▷ ${WAYS.sought}, ◇ ${WAYS.feared}, ✕ ${WAYS.denied}, · ${WAYS.none}.`] : [];
  const part = document.querySelector('.caution .restriction')?.textContent?.trim();
  return [...signs, [part, tellNarrowing(), dated()].filter(Boolean).join(' '),
    'These are allegations as attributed, and not facts: a claim here asserts nothing, only those who say it do. Findings, and lines that are inferred, are this program’s inference and no legal determination.'];
}

/** @param {{label: string, picture?: () => Frame}} view @param {HTMLElement} root */
export function pictureOf(view, root) {
  if (view.picture) {
    const picture = view.picture();
    return framed({ ...picture, notes: [...picture.notes, ...notes()] });
  }
  const style = getComputedStyle(document.documentElement);
  const page = document.querySelector('.top .kicker')?.textContent || '';
  return framed({ title: `${view.label}. ${page}`, notes: notes(), legend: [], ...sheetOf(root), colour: (name) => style.getPropertyValue(`--${name}`).trim() });
}

/** A name for a file: of the view and of what is selected, in letters that every disk takes. @param {string} kind */
export function fileName(kind) {
  const what = `${state.view} ${chosen()?.id || ''}`.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return `${what.slice(0, 80).replace(/-+$/, '') || 'view'}.${kind}`;
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  announce(`${name} saved`);
}

/** @param {{svg: string, width: number, height: number}} picture @returns {Promise<Blob>} */
async function png({ svg, width, height }) {
  const scale = Math.min(SHARP, WIDEST / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  const image = new Image();
  // The page's policy lets pictures in from data alone.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => { canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'); });
}

/**
 * The two buttons. A view with `pictured: false` has none.
 * @param {() => {label: string, pictured?: boolean, picture?: () => Frame}} viewShown @returns {() => void} to be called when another view is shown
 */
export function preparePictures(viewShown) {
  const box = byId('pictures');
  const make = () => pictureOf(viewShown(), byId(`view-${state.view}`));
  const give = (/** @type {'PNG' | 'SVG'} */ kind) => async () => {
    try {
      const picture = make();
      save(kind === 'SVG' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await png(picture), fileName(kind.toLowerCase()));
    } catch { announce(`This browser could not make the ${kind}; the picture may be too large for it`); }
  };
  box.append(...(/** @type {const} */ (['PNG', 'SVG'])).map((kind) => { const each = button('quiet', give(kind), kind); each.title = `Save this view as ${kind}`; each.setAttribute('aria-label', `Save this view as ${kind}`); return each; }));
  return () => { box.hidden = viewShown().pictured === false; };
}
