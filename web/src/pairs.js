// Claimed transfers, put together by who is said to supply whom, and the ways in which they are spoken of.

/** @typedef {import('./view').View} View */
/** @typedef {import('./view').Claim} Claim */
/** @typedef {import('./view').Act} Act */
/** @typedef {'stated' | 'alleged' | 'sought' | 'feared' | 'denied' | 'none'} Way */

/** Each way in words, from the firmest to the least; a sign of its own tells it without colour. */
export const WAYS = /** @type {const} */ ({
  stated: 'confirmed or stated',
  alleged: 'alleged or presupposed',
  sought: 'said to be sought or planned',
  feared: 'held possible, or feared',
  denied: 'denied or doubted',
  none: 'no stance',
});

const FIRM = new Set(['confirms', 'asserts', 'admits', 'affirms']);
// Words of the scheme of statuses for what is not said to have taken place.
export const AHEAD = new Set(['not actual', 'planned', 'sought', 'potential', 'predicted', 'conditional', 'requested']);

/** In which way an act speaks of a transfer. @param {Pick<Act, 'bearing' | 'stance' | 'status'>} act @returns {Way} */
export function wayOfAct({ bearing, stance, status }) {
  if (bearing === 'negates') return 'denied';
  if (bearing === 'open') return 'feared';
  if (bearing !== 'affirms') return 'none';
  if (AHEAD.has(status)) return 'sought';
  return FIRM.has(stance) ? 'stated' : 'alleged';
}

/**
 * @typedef {object} Pair
 * @property {string} id ids of both ends, as the state has it
 * @property {string[]} ends what supplier and recipient are called
 * @property {number[]} claims
 * @property {number[]} acts
 * @property {Set<number | null>} texts
 * @property {number[]} findings those that find an alleged or prospective violation
 */

/** The ends of a claimed transfer; one that is not named is one by itself, never one with others. @param {Claim} claim */
export function endsOf(claim) {
  const of = (/** @type {string} */ role) => claim.roles.filter((each) => each.role === role).map((each) => ({ id: each.actor || '', name: each.label }));
  const named = (/** @type {string} */ role) => (of(role).length ? of(role) : [{ id: '', name: `${role} not named` }]);
  return named('supplier').flatMap((one) => named('recipient').map((other) => ({ id: `${one.id}>${other.id}`, ends: [one.name, other.name] })));
}

/**
 * Return the pairs of claims, those first of which most texts speak.
 * @param {View} view @param {number[]} claims numbers of those that count
 * @returns {Pair[]}
 */
export function pairsOf(view, claims) {
  /** @type {Map<string, Pair>} */
  const pairs = new Map();
  /** @type {Map<number, Pair[]>} */
  const of = new Map();
  for (const at of claims) {
    const claim = view.claims[at];
    if (claim.kind !== 'transfer') continue;
    for (const { id, ends } of endsOf(claim)) {
      const pair = pairs.get(id) || { id, ends, claims: [], acts: [], texts: new Set(), findings: [] };
      pairs.set(id, pair);
      pair.claims.push(at);
      pair.acts.push(...claim.acts);
      pair.texts.add(claim.text);
      of.set(at, [...(of.get(at) || []), pair]);
    }
  }
  view.findings.forEach((finding, at) => {
    if (finding.applies && finding.claim !== null) for (const pair of of.get(finding.claim) || []) pair.findings.push(at);
  });
  const named = (/** @type {Pair} */ pair) => Number(!pair.id.startsWith('>')) + Number(!pair.id.endsWith('>'));
  return [...pairs.values()].sort((one, other) => named(other) - named(one) || other.texts.size - one.texts.size || other.claims.length - one.claims.length || (one.id < other.id ? -1 : 1));
}

/** Split acts by way; a way in which nobody speaks is left out. @param {View} view @param {number[]} acts @returns {[Way, number[]][]} */
export function byWay(view, acts) {
  return /** @type {Way[]} */ (Object.keys(WAYS)).map((way) => /** @type {[Way, number[]]} */ ([way, acts.filter((at) => wayOfAct(view.acts[at]) === way)])).filter(([, theirs]) => theirs.length);
}
