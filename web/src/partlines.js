// Lines of the network where a part alone counts: each tells of the acts that do, and is gone where none does.

/** @typedef {import('./view').View} View */
/** @typedef {import('./view').Line} Line */
/** @typedef {import('./view').Finding} Finding */
/** @typedef {import('./clock.js').Counted} Counted */

// So many stances are written beside a line; the panel has them all.
const WAYS = 2;
const ORDER = { negates: 0, affirms: 1, open: 2, none: 3 };
const OWN = new Set(['confirms', 'asserts', 'admits', 'affirms']);

/** @param {View} view @param {number[]} acts */
function waysOf(view, acts) {
  const ways = new Map(acts.map((at) => { const { stance, status, bearing } = view.acts[at]; return [JSON.stringify([ORDER[/** @type {keyof typeof ORDER} */ (bearing)], stance, status]), { stance, status, bearing }]; }));
  return [...ways].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, way]) => way);
}

/** @param {{stance: string, status: string, bearing: string}} way */
const labelOf = ({ stance, status, bearing }) => `${bearing === 'negates' ? '✕ ' : ''}${stance === 'none taken' ? 'no stance' : stance} · ${status === 'none given' ? 'no status' : status}`;

const NONE = { stance: 'none taken', status: 'none given', bearing: 'none' };

/** How a line is drawn that stands for several acts. @param {{stance: string, bearing: string}[]} ways */
function styleOf(ways) {
  const bearings = new Set(ways.map(({ bearing }) => bearing));
  if (bearings.size > 1) return 'mixed';
  switch ([...bearings][0]) {
    case 'negates': return 'crossed';
    case 'open': return 'dotted';
    case 'affirms': return ways.every(({ stance }) => OWN.has(stance)) ? 'solid' : 'dashed';
    default: return 'faint';
  }
}

/** What a line says of acts: stances, statuses and who. @param {View} view @param {number[]} acts */
function saidBy(view, acts) {
  const ways = waysOf(view, acts);
  const joined = (/** @type {'stance' | 'status'} */ key) => [...new Set(ways.map((way) => way[key]))].join('; ') || NONE[key];
  return { ways, stance: joined('stance'), status: joined('status'), who: [...new Set(acts.map((at) => view.acts[at].who))].join('; ') };
}

/**
 * Return what makes of each line what is left of it, of kind "gone" where nothing is.
 * @param {View} whole @param {Counted} counted @param {Finding[]} rows findings, those that do not stand without a claim
 * @returns {(line: Line) => Line}
 */
export function lineOf(whole, { acts, claims, findings }, rows) {
  const { nodes } = whole.network;
  const gone = (/** @type {Line} */ line) => ({ ...line, kind: 'gone' });
  const numbers = new Map([...whole.findings, .../** @type {any} */ (whole.clock).more].map(({ id }, at) => [id, at]));
  /** @type {Map<number, Set<number>>} */
  const contesting = new Map();
  for (const row of findings.values()) {
    if (row.claim === null) continue;
    const theirs = contesting.get(row.claim) || new Set();
    for (const at of [...row.denials, ...row.exempting]) theirs.add(at);
    contesting.set(row.claim, theirs);
  }
  const ofVoice = (/** @type {Line} */ line, /** @type {number[]} */ those) => those.filter((at) => {
    const act = whole.acts[at];
    return acts.has(at) && act.stance === line.stance && act.status === line.status && [...new Set(act.speakers)].sort().join('+') === nodes[line.from].actors.join('+');
  });
  const claimCounts = (/** @type {number} */ node) => { const { claim } = nodes[node]; return claim === null || claims.has(claim); };

  /** @param {Line} line */
  const says = (line) => {
    const those = line.claim === null ? [] : ofVoice(line, whole.claims[line.claim].acts);
    if (!those.length) return gone(line);
    const [way] = waysOf(whole, those);
    const attitudes = [...new Set(those.map((at) => whole.acts[at].attitude).filter(Boolean))].sort();
    return { ...line, label: [labelOf(way), ...attitudes].join('\n') + (those.length > 1 ? ` ×${those.length}` : '') };
  };
  /** @param {Line} line */
  const contests = (line) => (line.claim !== null && ofVoice(line, [...contesting.get(line.claim) || []]).length ? line : gone(line));
  /** @param {Line} line */
  const role = (line) => {
    if (line.claim === null || !claims.has(line.claim) || !claimCounts(line.from) || !claimCounts(line.to)) return gone(line);
    const { ways, ...said } = saidBy(whole, whole.claims[line.claim].acts.filter((at) => acts.has(at)));
    const shown = ways.slice(0, WAYS).map(labelOf);
    const more = ways.length > WAYS ? [`and ${ways.length - WAYS} more`] : [];
    return { ...line, ...said, style: styleOf(ways), label: [line.label.split('\n')[0], ...(shown.length ? shown : [labelOf(NONE)]), ...more].join('\n') };
  };
  const together = new Map();
  rows.forEach((row, at) => {
    if (row.claim === null) return;
    const key = `${row.claim} ${row.citation} ${row.kind}`;
    together.set(key, [...(together.get(key) || []), at]);
  });
  /** A line for all findings of one kind takes what stands of that kind, or else of another that has no line of its own. @param {Line} line */
  const members = (line) => {
    const at = numbers.get(line.finding || '');
    if (at === undefined) return [];
    if (line.kind === 'finding') return rows[at].claim === null ? [] : [at];
    const was = [...whole.findings, .../** @type {any} */ (whole.clock).more][at];
    return together.get(`${was.claim} ${was.citation} ${was.kind}`) || (rows[at].claim === null ? [] : together.get(`${rows[at].claim} ${rows[at].citation} ${rows[at].kind}`) || []);
  };
  /** @param {Line} line */
  const inferred = (line) => {
    const those = members(line);
    if (!those.length) return gone(line);
    const based = [...new Set(those.flatMap((/** @type {number} */ at) => rows[at].acts))];
    const { ways, ...said } = saidBy(whole, based);
    const { kind } = rows[those[0]];
    const agents = [...new Set(those.map((/** @type {number} */ at) => (rows[at].agent ? `by ${rows[at].agent}` : `${rows[at].role} not named`)))].sort();
    const spared = kind.startsWith('does not apply') || kind.startsWith('cannot be decided');
    return { ...line, ...said, finding: rows[those[0]].id, style: spared ? 'spared' : 'inferred', label: [`inferred: ${kind}`, ...agents, ...ways.slice(0, WAYS).map(labelOf)].join('\n') };
  };
  return (line) => {
    switch (line.kind) {
      case 'says': return says(line);
      case 'contests': return contests(line);
      case 'finding': case 'findings': return inferred(line);
      default: return role(line);
    }
  };
}
