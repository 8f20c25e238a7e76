// What is done before the page is printed: the picture keeps its ground, what is folded opens, and a foot says what it is.
import { byId, make } from './dom.js';
import { data, state } from './page.js';

/** From when to when the texts are. */
function days() {
  const dates = data.texts.map((text) => text.date).filter(Boolean).sort();
  return dates.length ? `${data.texts.length} texts, dated ${dates[0]} to ${dates[dates.length - 1]}` : `${data.texts.length} texts`;
}

/** What is left out of what is printed, in words; nothing where all is shown. */
export function narrowing() {
  const { words, stance, status, about, pair, since, until } = state;
  const name = (/** @type {string} */ id) => data.actors.find((each) => each.id === id)?.name || id || 'not named';
  const told = [
    words && `with the words “${words}”`, stance && `stance ${stance}`, status && `status ${status}`, about && `of ${name(about)}`,
    pair && `from ${pair.split('>').map(name).join(' to ')}`, since && `published from ${since}`, until && `out by ${until}`,
  ].filter(Boolean);
  return told.length ? `Narrowed to what is ${told.join(', ')}.` : 'Nothing narrows it.';
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
  byId('colophon').replaceChildren(make('p', '', `${byId('kicker').textContent}. ${days()}. ${narrowing()} Graph ${data.digest.slice(0, 12)}. ${byId('caution').textContent.trim().replace(/\s+/g, ' ')}`));
}

export function preparePrint() {
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
}
