// The page's data with what counts alone: rows keep their numbers, and lead to nothing that does not count.
import { countedOf, valueOf } from './clock.js';
import { lineOf } from './partlines.js';

/** @typedef {import('./view').View} View */
/** @typedef {import('./view').Claim} Claim */
/** @typedef {import('./view').Finding} Finding */
/** @typedef {import('./view').Norm} Norm */
/** @typedef {import('./clock.js').Counted} Counted */

/** What "nobody" is said of. */
const WHERE = 'in this part of the graph';

/** A finding that does not stand: it is named, and says nothing. @param {Finding} row @returns {Finding} */
const silent = (row) => ({ ...row, applies: false, claim: null, norm: null, actor: null, acts: [], denials: [], lawful: [], exempting: [], whole: null, ways: [], elements: [] });

/** @param {View} whole @param {Claim} claim @param {number} at @param {Counted} counted @returns {Claim} */
function claimIn(whole, claim, at, { acts, texts }) {
  const out = texts.has(claim.text ?? -1);
  const is = (/** @type {{act: number}} */ each) => acts.has(each.act);
  const told = claim.stances && { ...claim.stances, stances: claim.stances.stances.filter(is), related: claim.stances.related.filter(is), lawful: claim.stances.lawful.filter(is) };
  const own = claim.acts.filter((each) => acts.has(each));
  return {
    ...claim,
    acts: own,
    who: own.length === claim.acts.length ? claim.who : [...new Set(own.map((each) => whole.acts[each].who))].join('; '),
    roles: out ? claim.roles.filter((role) => role.claim === null || texts.has(whole.claims[role.claim].text ?? -1)) : [],
    stances: told && { ...told, value: told.stances.length === claim.stances?.stances.length ? told.value : valueOf(whole, at, told.stances) },
  };
}

/** @param {View} whole @param {string} until */
function normsIn(whole, until) {
  const clock = /** @type {import('./view').Clock} */ (whole.clock);
  /** @type {Map<number, import('./view').Known>} */
  const known = new Map();
  for (const each of clock.known) {
    if (until < each.until && each.until < (known.get(each.norm)?.until ?? '~~~')) known.set(each.norm, each);
  }
  return whole.norms.map((norm, at) => {
    const then = known.get(at);
    return then ? { ...norm, since: then.since, windows: then.windows } : norm;
  });
}

/** @param {View['stories']} stories @param {Set<number>} acts */
function storiesIn(stories, acts) {
  if (!stories) return stories;
  return stories.flatMap((story) => {
    const turns = story.turns.map((turn) => ({ ...turn, said: turn.said.filter(({ act }) => acts.has(act)) })).filter(({ said }) => said.length);
    // Who is left with one side alone changed nothing.
    return new Set(turns.map(({ side }) => side)).size > 1 ? [{ ...story, turns }] : [];
  });
}

/**
 * Return the rows of the page as they are where a part alone counts. Everything is what there is already.
 * @param {View} whole @param {Counted} counted @param {boolean} everything
 * @returns {Partial<View>}
 */
export function partOf(whole, counted, everything) {
  const { acts, claims, findings, texts } = counted;
  const clock = /** @type {import('./view').Clock} */ (whole.clock);
  const rows = [...whole.findings, ...clock.more].map((row, at) => findings.get(at) || silent(row));
  if (everything) return { ...whole, findings: clock.more.length ? rows : whole.findings };
  const claimsNow = whole.claims.map((claim, at) => claimIn(whole, claim, at, counted));
  const actsNow = whole.acts.map((act, at) => (acts.has(at) ? act : { ...act, claim: null, speakers: [] }));
  const lines = whole.network.lines.map(lineOf(whole, counted, rows));
  const touched = new Set(lines.flatMap((line) => (line.kind === 'gone' ? [] : [line.from, line.to])));
  const nodes = whole.network.nodes.map((node, at) => (touched.has(at) || (node.claim !== null && claims.has(node.claim)) ? node : { ...node, kind: 'gone' }));
  return {
    where: WHERE,
    claims: claimsNow,
    acts: actsNow,
    norms: normsIn(whole, counted.until),
    findings: rows,
    actors: whole.actors.map((row) => ({
      ...row,
      says: row.says.filter((at) => whole.claims[at].acts.some((each) => acts.has(each) && whole.acts[each].speakers.includes(row.id))),
      stands: row.stands.filter((at) => claims.has(at)),
    })),
    stories: storiesIn(whole.stories, acts),
    network: { nodes, lines },
  };
}

/** @param {View} whole @param {string} day @param {string[]} speakers */
export function partFor(whole, day, speakers) {
  const counted = countedOf(whole, day, speakers);
  return { counted, part: partOf(whole, counted, !day && !speakers.length) };
}
