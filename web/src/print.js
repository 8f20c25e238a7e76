// What is done before the page is printed: the picture keeps its ground, what is folded opens, and a foot says what it is.
import { byId, make } from './dom.js';
import { narrowed } from './narrowed.js';
import { data } from './page.js';

/** From when to when the texts are. */
function days() {
  const dates = data.texts.map((text) => text.date).filter(Boolean).sort();
  return dates.length ? `${data.texts.length} texts, dated ${dates[0]} to ${dates[dates.length - 1]}` : `${data.texts.length} texts`;
}

// A drawing is sized by its frame and drawn a moment later; what is printed is a copy that stays as it was seen.
function still() {
  const canvas = byId('canvas').querySelector('canvas:not(.printed)');
  if (!canvas || !canvas.width) return;
  const copy = make('canvas', 'printed');
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  const context = /** @type {CanvasRenderingContext2D} */ (copy.getContext('2d'));
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  byId('canvas').append(copy);
}

function after() {
  for (const each of document.querySelectorAll('.printed')) each.remove();
}

function before() {
  after();
  still();
  for (const each of document.querySelectorAll('#panel details')) each.setAttribute('open', '');
  byId('colophon').replaceChildren(make('p', '', `${byId('kicker').textContent}. ${days()}. ${narrowed()} Graph ${data.digest.slice(0, 12)}. ${byId('caution').textContent.trim().replace(/\s+/g, ' ')}`));
}

export function preparePrint() {
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
}
