// The left column: findings, claims and actors, narrowed by search and by three filters.
const listed = { findings: 'finding', claims: 'claim', actors: 'actor' };
const narrowed = { words: '', stance: '', status: '', actor: '' };

const fold = (words) => words.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[’‘]/g, "'");

const actsOf = (kind, each) => {
  if (kind === 'finding') return [...each.acts, ...each.denials, ...each.lawful];
  if (kind === 'claim') return each.acts;
  return [];
};

const actorsOf = (kind, each) => {
  if (kind === 'actor') return [each.id];
  const claim = kind === 'finding' ? data.claims[each.claim] : each;
  const roles = claim ? claim.roles.map((role) => role.actor) : [];
  return [...roles, each.actor, ...actsOf(kind, each).flatMap((at) => data.acts[at].speakers)];
};

const haystacks = new Map();
function haystack(kind, each) {
  if (!haystacks.has(each)) {
    const words = [each.sentence, each.name, each.kind, each.citation, each.agent, ...(each.aliases || [])];
    for (const at of actsOf(kind, each)) words.push(data.acts[at].sentence, ...data.acts[at].words.exact);
    haystacks.set(each, fold(words.filter(Boolean).join('\n')).replace(/\s+/g, ' '));
  }
  return haystacks.get(each);
}

function passes(kind, each) {
  if (!fold(narrowed.words).split(/\s+/).every((word) => haystack(kind, each).includes(word))) return false;
  if (narrowed.actor && !actorsOf(kind, each).includes(narrowed.actor)) return false;
  if (kind === 'actor') return true;
  if (!narrowed.stance && !narrowed.status) return true;
  return actsOf(kind, each).some((at) => {
    const act = data.acts[at];
    return (!narrowed.stance || act.stance === narrowed.stance) && (!narrowed.status || act.status === narrowed.status);
  });
}

// Each voice with its own stances, so that nobody seems to say what another one says.
function voicesOf(acts) {
  const voices = new Map();
  for (const at of acts) voices.set(data.acts[at].who, [...(voices.get(data.acts[at].who) || []), at]);
  return [...voices].map(([who, theirs]) => `${who}: ${waysOf(theirs)}`).join('. ');
}

function entry(kind, at) {
  const each = collections[kind][at];
  const says = (acts) => voicesOf(acts) || 'nobody says it';
  const rows = {
    finding: () => [
      make('span', 'kind', `${each.kind} · ${each.citation}`),
      make('span', 'lead', `${each.agent || 'Nobody named'}, as ${each.role}`),
      make('span', 'what', each.claim === null ? each.sentence : data.claims[each.claim].sentence),
      make('span', 'how', each.reasons.length ? `because: ${each.reasons.join('; ')}` : says(actsOf('finding', each))),
    ],
    claim: () => [make('span', 'what', each.sentence), make('span', 'how', says(each.acts))],
    actor: () => [make('span', 'lead', each.name), make('span', 'how', `${each.kind} · in ${each.stands.length} claims · says ${each.says.length}`)],
  };
  const element = button('entry', () => select(kind, at), ...rows[kind]());
  element.dataset.kind = kind;
  element.dataset.at = at;
  element.setAttribute('aria-current', String(state.kind === kind && state.at === at));
  return element;
}

function showList() {
  const kind = listed[state.list];
  const all = collections[kind];
  const shown = all.map((each, at) => at).filter((at) => passes(kind, all[at]));
  if (kind === 'actor') shown.sort((one, other) => all[one].name.localeCompare(all[other].name, 'en'));
  const groups = new Map();
  for (const at of shown) {
    const name = kind === 'finding' ? all[at].kind : kind === 'claim' ? all[at].kind : 'actors';
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(at);
  }
  const list = byId('list');
  list.replaceChildren();
  for (const [name, members] of groups) {
    list.append(make('h2', '', make('span', '', name), make('span', '', String(members.length))));
    for (const at of members) list.append(entry(kind, at));
  }
  if (!shown.length) {
    list.append(make('p', 'empty', all.length ? 'Nothing here passes these filters.' : `There is none ${data.where}.`));
  }
  byId('count').textContent = `${shown.length} of ${all.length}`;
  byId('clear').hidden = !Object.values(narrowed).some(Boolean);
  press(document.querySelectorAll('[data-list]'), (each) => each.dataset.list === state.list);
}

function markCurrent() {
  for (const each of document.querySelectorAll('#list .entry')) {
    const current = each.dataset.kind === state.kind && Number(each.dataset.at) === state.at;
    each.setAttribute('aria-current', String(current));
    if (current) each.scrollIntoView({ block: 'nearest' });
  }
}

function options(select, words, any) {
  const first = make('option', '', any);
  first.value = '';
  select.replaceChildren(first, ...words.map(([value, label]) => {
    const option = make('option', '', label);
    option.value = value;
    return option;
  }));
}

function prepareLists() {
  const once = (key) => [...new Set(data.acts.map((act) => act[key]))].sort().map((word) => [word, word]);
  options(byId('by-stance'), once('stance'), 'any');
  options(byId('by-status'), once('status'), 'any');
  options(byId('by-actor'), data.actors.map((actor) => [actor.id, actor.name]), 'any');
  for (const each of document.querySelectorAll('[data-list]')) {
    each.lastElementChild.textContent = String(collections[listed[each.dataset.list]].length);
    each.addEventListener('click', () => { state.list = each.dataset.list; showList(); });
  }
  const inputs = { words: byId('search'), stance: byId('by-stance'), status: byId('by-status'), actor: byId('by-actor') };
  for (const [key, input] of Object.entries(inputs)) {
    input.addEventListener('input', () => { narrowed[key] = input.value.trim(); showList(); announce(`${byId('count').textContent} shown`); });
  }
  byId('clear').addEventListener('click', () => {
    for (const [key, input] of Object.entries(inputs)) { narrowed[key] = ''; input.value = ''; }
    showList();
    inputs.words.focus();
  });
  // Arrow keys walk the list, so that a reader need not press Tab through every entry.
  byId('list').addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const entries = [...byId('list').querySelectorAll('.entry')];
    const next = entries[entries.indexOf(document.activeElement) + step];
    if (next) { event.preventDefault(); next.focus(); }
  });
}
