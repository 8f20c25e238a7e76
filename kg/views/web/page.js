// What every part of the page uses: the data, one place for what is selected, and DOM from text.
// No words of the data are ever parsed as markup: they enter through textContent alone.
const data = JSON.parse(document.getElementById('data').textContent);

const state = { list: 'findings', kind: null, at: null, act: null, whole: false, part: 'lists' };

const byId = (id) => document.getElementById(id);

// make('p', 'aside', 'words', child, …): strings become text, null is left out.
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === '') continue;
    element.append(typeof child === 'string' ? document.createTextNode(child) : child);
  }
  return element;
}

function button(className, onClick, ...children) {
  const element = make('button', className, ...children);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}

// An address that is not http or https is shown, and never becomes a link.
function link(href, words) {
  if (!href || !/^https?:\/\//i.test(href)) return make('span', '', words);
  const element = make('a', '', words);
  element.href = href;
  element.rel = 'noopener noreferrer';
  element.target = '_blank';
  return element;
}

function announce(words) {
  byId('said').textContent = words;
}

function press(buttons, isPressed) {
  for (const each of buttons) each.setAttribute('aria-pressed', String(isPressed(each)));
}

const collections = { finding: data.findings, claim: data.claims, actor: data.actors };

// Keys that only ever name data: an id such as "__proto__" is one like any other.
function find(kind, id) {
  if (!Object.prototype.hasOwnProperty.call(collections, kind)) return -1;
  return collections[kind].findIndex((each) => each.id === id);
}

function wayOf(act) {
  const stance = act.stance === 'none taken' ? 'no stance' : act.stance;
  const status = act.status === 'none given' ? 'no status' : act.status;
  return (act.bearing === 'negates' ? '✕ ' : '') + stance + ' · ' + status;
}

function waysOf(acts) {
  return [...new Set(acts.map((at) => wayOf(data.acts[at])))].join('; ') || `nobody ${data.where} says it`;
}
