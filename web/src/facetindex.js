// By what claims, findings and actors can be narrowed: each facet, its values, and which row has which.

/** @typedef {import('./view').View} View */
/** Lists of numbers, one for each unit, one behind the other. @typedef {{starts: Uint32Array, values: Uint32Array}} Lists */
/** @typedef {{id: string, label: string, broader: number[]}} Value */
/**
 * @typedef {object} Facet
 * @property {string} key its key in the state and in the address
 * @property {string} label
 * @property {'row' | 'act' | 'finding'} scope of what it is a property
 * @property {Value[]} values the first is that it is not stated
 * @property {Map<string, number>} numbers
 * @property {Record<string, Lists>} of the values of each unit; of scope row one for each kind
 */
/**
 * @typedef {object} Index
 * @property {Facet[]} facets
 * @property {Map<string, Facet>} byKey
 * @property {Record<'finding' | 'claim', {n: number, acts: Lists, findings: Lists}>} rows
 * @property {{n: number, claims: Lists}} actors the claims that an actor speaks of or stands in
 */

/** Every facet, in the order of the page: its key, its name, and what is not stated in it. */
export const FACETS = /** @type {const} */ ([
  ['about', 'Actor, in any role', 'nobody named', 'row'],
  ['speaker', 'Who says it', 'nobody says it', 'act'],
  ['stance', 'Stance', 'nobody says it', 'act'],
  ['status', 'Status', 'nobody says it', 'act'],
  ['supplier', 'Supplier', 'supplier not named', 'row'],
  ['recipient', 'Recipient', 'recipient not named', 'row'],
  ['via', 'Carrier or intermediary', 'none named', 'row'],
  ['item', 'Item', 'item not stated', 'row'],
  ['claimed', 'Kind of claim', 'not stated', 'row'],
  ['agent', 'Who is said to act', 'nobody named', 'row'],
  ['found', 'Finding', 'no finding', 'finding'],
  ['regime', 'Instrument', 'no finding', 'finding'],
  ['under', 'Norm', 'no finding', 'finding'],
  ['mark', 'How far checked', 'no finding', 'finding'],
  ['year', 'Published in', 'undated', 'act'],
  ['text', 'Text', 'no text', 'row'],
]);

export const FACET_KEYS = FACETS.map(([key]) => key);

/** @param {number} n @param {(at: number) => Iterable<number>} each @returns {Lists} */
export function listsOf(n, each) {
  const starts = new Uint32Array(n + 1);
  /** @type {number[]} */
  const values = [];
  for (let at = 0; at < n; at += 1) {
    for (const value of each(at)) values.push(value);
    starts[at + 1] = values.length;
  }
  return { starts, values: Uint32Array.from(values) };
}

/** The same lists the other way round. @param {Lists} lists @param {number} n how many values there are @returns {Lists} */
export function turned({ starts, values }, n) {
  const begins = new Uint32Array(n + 1);
  for (const value of values) begins[value + 1] += 1;
  for (let at = 0; at < n; at += 1) begins[at + 1] += begins[at];
  const next = begins.slice();
  const units = new Uint32Array(values.length);
  for (let unit = 0; unit + 1 < starts.length; unit += 1) {
    for (let at = starts[unit]; at < starts[unit + 1]; at += 1) units[next[values[at]]++] = unit;
  }
  return { starts: begins, values: units };
}

/** What is said against a finding: of the transfer, of its being a breach, of an exemption. @param {import('./view').Finding} finding */
export const againstOf = ({ denials, lawful, exempting }) => [...denials, ...lawful, ...exempting];

/** Names each value of a facet, and tells its number. */
class Values {
  /** @param {string} none */
  constructor(none) {
    /** @type {Value[]} */
    this.values = [{ id: '', label: none, broader: [] }];
    this.numbers = new Map([['', 0]]);
  }

  /** @param {string} id @param {() => string} [label] @param {() => string} [above] the id of a broader value @returns {number} */
  number(id, label = () => id, above) {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const broader = above ? [this.number(above(), above)] : [];
    this.numbers.set(id, this.values.length);
    return this.values.push({ id, label: label(), broader }) - 1;
  }

  /** @param {string[]} ids @param {(id: string) => string} [label] */
  all(ids, label = (id) => id) {
    return ids.length ? [...new Set(ids.map((id) => this.number(id, () => label(id))))] : [0];
  }
}

/** @param {View} view @returns {Index} */
export function indexOf(view) {
  const [claims, findings, acts] = [view.claims.length, view.findings.length, view.acts.length];
  /** @type {number[][]} */
  const resting = Array.from({ length: claims }, () => []);
  view.findings.forEach(({ claim }, at) => { if (claim !== null) resting[claim].push(at); });
  // Behind the last act and the last finding stands that there is none.
  const orNone = (/** @type {number[]} */ units, /** @type {number} */ none) => (units.length ? units : [none]);
  const rows = {
    claim: { n: claims, acts: listsOf(claims, (at) => orNone(view.claims[at].acts, acts)), findings: listsOf(claims, (at) => orNone(resting[at], findings)) },
    finding: { n: findings, acts: listsOf(findings, (at) => orNone([...view.findings[at].acts, ...againstOf(view.findings[at])], acts)), findings: listsOf(findings, (at) => [at]) },
  };
  /** @type {Facet[]} */
  const facets = FACETS.map(([key, label, none, scope]) => {
    /** @type {{of: Record<string, Lists>, named: Values} | null} */
    let known = null;
    // Made when it is first wanted: most readers narrow by two or three.
    const made = () => {
      if (!known) { const named = new Values(none); known = { named, of: valuesOf(view, key, named, rows) }; }
      return known;
    };
    return { key, label, scope, get of() { return made().of; }, get values() { return made().named.values; }, get numbers() { return made().named.numbers; } };
  });
  const actors = { n: view.actors.length, claims: listsOf(view.actors.length, (at) => new Set([...view.actors[at].says, ...view.actors[at].stands])) };
  return { facets, byKey: new Map(facets.map((each) => [each.key, each])), rows, actors };
}

/**
 * The values that each unit has in one facet.
 * @param {View} view @param {string} key @param {Values} named @param {Index['rows']} rows @returns {Record<string, Lists>}
 */
function valuesOf(view, key, named, rows) {
  const ofClaims = (/** @type {(at: number) => number[]} */ each) => {
    const claim = listsOf(rows.claim.n, each);
    const of = (/** @type {number | null} */ at) => (at === null ? [0] : claim.values.subarray(claim.starts[at], claim.starts[at + 1]));
    return { claim, finding: listsOf(rows.finding.n, (at) => of(view.findings[at].claim)) };
  };
  const ofActs = (/** @type {(act: import('./view').Act) => number[]} */ each) => ({ act: listsOf(view.acts.length + 1, (at) => (at < view.acts.length ? each(view.acts[at]) : [0])) });
  const ofFindings = (/** @type {(finding: import('./view').Finding) => number[]} */ each) => ({ finding: listsOf(rows.finding.n + 1, (at) => (at < rows.finding.n ? each(view.findings[at]) : [0])) });
  const names = new Map(view.actors.map(({ id, name }) => [id, name]));
  const called = (/** @type {string} */ id) => names.get(id) || id;
  switch (key) {
    case 'about': return ofAnybody(view, named, called, rows);
    case 'speaker': return ofActs((act) => named.all(act.speakers, called));
    case 'stance': return ofActs((act) => named.all([act.stance]));
    case 'status': return ofActs((act) => named.all([act.status]));
    case 'year': return ofActs((act) => named.all(/^\d{4}(-|$)/.test(act.date) ? [act.date.slice(0, 4)] : []));
    case 'item': return ofClaims(itemsOf(view, named));
    case 'claimed': return ofClaims((at) => named.all([view.claims[at].kind]));
    case 'text': return ofClaims((at) => { const text = view.claims[at].text; return named.all(text === null ? [] : [view.texts[text].id], () => view.texts[text || 0].title); });
    case 'found': return ofFindings((finding) => named.all([finding.kind]));
    case 'mark': return ofFindings((finding) => named.all(finding.marks));
    case 'under': return ofFindings(normsOf(view, named));
    case 'regime': return ofFindings(instrumentsOf(view, named));
    default: return ofClaims((at) => {
      const there = view.claims[at].roles.filter(({ role }) => role === key);
      return there.length ? [...new Set(there.map(({ actor, label }) => named.number(actor ?? label, () => label)))] : [0];
    });
  }
}

/** @param {View} view @param {Values} named @param {(id: string) => string} called @param {Index['rows']} rows */
function ofAnybody(view, named, called, rows) {
  const number = (/** @type {string} */ id) => named.number(id, () => called(id));
  const speaking = (/** @type {number[]} */ acts) => acts.flatMap((at) => view.acts[at].speakers.map(number));
  const standing = (/** @type {number | null} */ claim) => (claim === null ? [] : view.claims[claim].roles.flatMap(({ actor }) => (actor === null ? [] : [number(actor)])));
  const orNone = (/** @type {number[]} */ found) => (found.length ? new Set(found) : [0]);
  return {
    claim: listsOf(rows.claim.n, (at) => orNone([...standing(at), ...speaking(view.claims[at].acts)])),
    finding: listsOf(rows.finding.n, (at) => {
      const { claim, actor, acts } = view.findings[at];
      return orNone([...standing(claim), ...(actor === null ? [] : [number(actor)]), ...speaking(acts), ...speaking(againstOf(view.findings[at]))]);
    }),
    actor: listsOf(view.actors.length, (at) => [number(view.actors[at].id)]),
  };
}

/** Each item counts for every broader one, too. @param {View} view @param {Values} named */
function itemsOf(view, named) {
  const numbers = view.items.map(({ id, label }) => named.number(id, () => label));
  view.items.forEach(({ broader }, at) => { named.values[numbers[at]].broader = broader.map((each) => numbers[each]); });
  /** @type {Map<number, Set<number>>} */
  const known = new Map();
  const above = (/** @type {number} */ at) => {
    const found = known.get(at) || new Set([at]);
    // A set grows while it is walked: whatever is added is walked, too, and a circle ends.
    if (!known.has(at)) for (const each of found) for (const broader of view.items[each].broader) found.add(broader);
    known.set(at, found);
    return found;
  };
  return (/** @type {number} */ claim) => {
    const { items } = view.claims[claim];
    return items.length ? [...new Set(items.flatMap((each) => [...above(each)]))].map((each) => numbers[each]) : [0];
  };
}

/** A norm is called by its paragraph, and, where norms of one paragraph bind several, by whom. @param {View} view @param {Values} named */
function normsOf(view, named) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const { citation } of view.norms) times.set(citation, (times.get(citation) || 0) + 1);
  // All of them have a number, so that one under which nothing is found has its name, too.
  const numbers = view.norms.map(({ id, binds, role, citation }) => named.number(id, () => ((times.get(citation) || 0) > 1 ? `${citation} (binds ${binds}, as ${role})` : citation)));
  return (/** @type {import('./view').Finding} */ { norm, citation }) => (norm === null ? named.all([citation]) : [numbers[norm]]);
}

/** Instruments stand beneath their kinds. @param {View} view @param {Values} named */
function instrumentsOf(view, named) {
  const known = new Map(view.instruments.map((each) => [each.id, each]));
  return (/** @type {import('./view').Finding} */ { norm }) => {
    const id = norm === null ? '' : view.norms[norm].instrument;
    const instrument = known.get(id);
    if (!instrument) return named.all(id ? [id] : []);
    const number = named.number(id, () => instrument.label, () => instrument.kind || 'of no kind');
    return [number, ...named.values[number].broader];
  };
}
