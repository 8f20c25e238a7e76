// An invented view, small or large, in which everything is made up: for tests of what searches and counts.

const WORDS = 'arms shells rockets delivery crates convoy harbour railway rifles mortar cargo manifest ledger witness denial report'.split(' ');
const STANCES = [['asserts', 'affirms'], ['denies', 'negates'], ['alleges', 'affirms'], ['presupposes', 'affirms'], ['leaves open', 'open']];
const STATUSES = ['actual', 'completed', 'planned', 'sought', 'none given'];

/** Numbers that look random and are the same every time. @param {number} seed */
function dice(seed) {
  let now = seed;
  return (/** @type {number} */ sides) => {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    return Math.floor(now / 2 ** 32 * sides);
  };
}

/** @param {number} acts how many acts of saying @returns {any} a view */
export function inventedView(acts) {
  const roll = dice(7);
  const words = (/** @type {number} */ many) => Array.from({ length: many }, () => WORDS[roll(WORDS.length)]).join(' ');
  const [claims, actors, texts] = [Math.ceil(acts * 0.88), Math.ceil(acts * 0.1) + 4, Math.ceil(acts * 0.25)];
  // Few are named often, many seldom.
  const somebody = () => Math.floor(actors * (roll(1000) / 1000) ** 4);
  const items = [{ id: 'any', label: 'Any item', aliases: [], broader: [] }, ...Array.from({ length: 60 }, (_, at) => ({ id: `i${at}`, label: `Item ${at} ${words(1)}`, aliases: [], broader: [Math.floor(at / 4)] }))];
  const view = {
    where: 'in this graph', digest: '0',
    texts: Array.from({ length: texts }, (_, at) => ({ id: `t${at}`, title: `Text ${at} ${words(3)}`, date: `${2000 + at % 25}-02-03`, out: `${2000 + at % 25}-02-03`, by: 'X' })),
    actors: Array.from({ length: actors }, (_, at) => ({ id: `a${at}`, name: `Actor ${at}`, kind: 'state', aliases: at % 9 ? [] : [`Актёр ${at}`, `배우 ${at}`], says: [], stands: [] })),
    items,
    instruments: Array.from({ length: 20 }, (_, at) => ({ id: `r${at}`, label: `Pact ${at}`, kind: at % 2 ? 'treaty' : 'resolution' })),
    norms: Array.from({ length: 80 }, (_, at) => ({ id: `n${at}`, citation: `Pact ${Math.floor(at / 4)}, para. ${at % 4 + 4}`, instrument: `r${Math.floor(at / 4)}`, rule: `No ${words(6)}.`, binds: 'all', role: 'supplier' })),
    claims: [], acts: [], findings: [], network: { nodes: [], lines: [] },
  };
  for (let at = 0; at < claims; at += 1) {
    const role = (/** @type {string} */ name, /** @type {number} */ who) => { view.actors[who].stands.push(at); return { role: name, label: `Actor ${who}`, whole: false, actor: `a${who}`, claim: null }; };
    const roles = [...(roll(5) ? [role('supplier', somebody())] : []), ...(roll(5) ? [role('recipient', somebody())] : []), ...(roll(30) ? [] : [role('via', somebody())])];
    view.claims.push({ id: `t${at % texts}/c${at}`, name: `c${at}`, sentence: `a transfer of ${words(12)}, numbered ${at}`, kind: 'transfer', text: at % texts, roles, acts: [], whole: null, items: roll(4) ? [1 + roll(60)] : [], who: '', earliest: '', latest: '' });
  }
  for (let at = 0; at < acts; at += 1) {
    const [stance, bearing] = STANCES[roll(STANCES.length)];
    const claim = at < claims ? at : roll(claims);
    const who = somebody();
    view.claims[claim].acts.push(at);
    view.actors[who].says.push(claim);
    view.acts.push({ claim, speakers: [`a${who}`], who: `Actor ${who}`, to: '', date: roll(20) ? `${2000 + roll(25)}-05-06` : '', stance, status: STATUSES[roll(STATUSES.length)], bearing, sentence: `Actor ${who} ${stance} it`, words: { text: claim % texts, verbatim: true, spans: [], exact: [words(22)] } });
  }
  for (let at = 0; at < claims; at += 1) {
    const claim = roll(claims);
    const norm = roll(80);
    view.findings.push({ id: `f${at}`, kind: ['alleged violation', 'prospective violation', 'does not apply'][roll(3)], applies: true, sentence: `Alleged violation of para. ${norm} by ${words(10)}`, claim, norm, citation: view.norms[norm].citation, agent: '', actor: null, role: 'supplier', acts: view.claims[claim].acts, denials: [roll(acts)], lawful: [], exempting: [], marks: [['checked', 'not checked'][roll(2)]], reasons: [], assumes: [] });
  }
  return view;
}
