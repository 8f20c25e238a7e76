// What is selected stands in the address, so that a link leads to it.
function select(kind, at, quietly) {
  const each = collections[kind] && collections[kind][at];
  if (!each) return;
  state.kind = kind;
  state.at = at;
  const list = Object.keys(listed).find((name) => listed[name] === kind);
  if (list !== state.list && !document.querySelector(`#list [data-kind="${kind}"]`)) { state.list = list; showList(); }
  markCurrent();
  showEvidence();
  showNetwork();
  if (quietly) return;
  const address = `#${kind}=${encodeURIComponent(toWellFormed(each.id))}`;
  // In a sandboxed frame the address may not change; the page works all the same.
  try { history.replaceState(null, '', address); } catch { /* see above */ }
  announce(`${kind} selected: ${each.sentence || each.name}`);
  if (kind !== 'actor') showPart('evidence');
}

function toWellFormed(words) {
  return words.toWellFormed ? words.toWellFormed() : words;
}

function fromAddress() {
  const [, kind, id] = /^#(finding|claim|actor)=(.*)$/.exec(location.hash) || [];
  if (!kind) return false;
  let name = id;
  try { name = decodeURIComponent(id); } catch { /* taken as it stands */ }
  const at = find(kind, name);
  if (at < 0) { announce(`This graph has no ${kind} called ${name}`); return false; }
  state.list = Object.keys(listed).find((each) => listed[each] === kind);
  showList();
  select(kind, at, true);
  return true;
}

function showPart(part) {
  state.part = part;
  byId('app').dataset.part = part;
  press(document.querySelectorAll('.tabs [data-part]'), (each) => each.dataset.part === part);
  if (part === 'network') showNetwork();
  if (part === 'evidence') scrollToMark(byId('panel'));
}

document.documentElement.classList.add('js');
byId('plain').setAttribute('aria-hidden', 'true');
prepareLists();
prepareNetwork();
for (const each of document.querySelectorAll('.tabs [data-part]')) each.addEventListener('click', () => showPart(each.dataset.part));
if (!data.findings.length) state.list = 'claims';
showList();
if (!fromAddress()) {
  if (data.findings.length) select('finding', 0, true);
  else if (data.claims.length) select('claim', 0, true);
  else { showEvidence(); showNetwork(); }
}
addEventListener('hashchange', fromAddress);
