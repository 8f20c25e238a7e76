// What could be written next: keywords, prefixes, variables of the query, terms of the ontology and ids of the graph.
import { tokens } from './tokens.js';

/** @typedef {{insert: string, label: string, detail: string}} Offer */
/** @typedef {import('./client.js').Known} Known */

const WORDS = ['SELECT', 'DISTINCT', 'WHERE', 'OPTIONAL', 'FILTER', 'FILTER NOT EXISTS', 'UNION', 'MINUS', 'BIND', 'VALUES', 'GRAPH', 'GROUP BY', 'GROUP_CONCAT', 'HAVING', 'ORDER BY', 'DESC', 'LIMIT', 'OFFSET',
  'ASK', 'CONSTRUCT', 'DESCRIBE', 'COUNT', 'MIN', 'MAX', 'SAMPLE', 'CONTAINS', 'REGEX', 'STRSTARTS', 'STR', 'LANG', 'BOUND', 'COALESCE', 'IF', 'AS', 'IN', 'NOT IN'];
// So many are seen at once, without a list that has to be scrolled; who writes on narrows them.
const MANY = 8;

/** An IRI with the prefix that makes it shortest, or nothing where none fits. @param {string} iri @param {Record<string, string>} prefixes */
export function shortened(iri, prefixes) {
  let best = '';
  for (const [name, base] of Object.entries(prefixes)) {
    const local = iri.startsWith(base) ? iri.slice(base.length) : '';
    const short = `${name}:${local}`;
    if (/^\w(?:[\w-]*\w)?$/.test(local) && (!best || short.length < best.length)) best = short;
  }
  return best;
}

/** The part of a word before the caret, or null within a comment, a literal or an IRI. @param {string} query @param {number} caret */
export function stub(query, caret) {
  const inside = tokens(query).find(({ at, text }) => at < caret && caret <= at + text.length);
  if (inside && (inside.kind === 'comment' || ((inside.kind === 'literal' || inside.kind === 'iri') && caret < inside.at + inside.text.length))) return null;
  if (inside?.kind === 'literal') return null;
  const words = /[?$]?[\p{L}\p{N}_:%-]*$/u.exec(query.slice(0, caret))?.[0] || '';
  return { words, from: caret - words.length };
}

/**
 * What fits at the caret, the likeliest first.
 * @param {string} query @param {number} caret @param {Record<string, string>} prefixes @param {Known[]} known
 * @returns {{from: number, offers: Offer[]}}
 */
export function offers(query, caret, prefixes, known) {
  const part = stub(query, caret);
  if (!part) return { from: caret, offers: [] };
  const { words, from } = part;
  if (/^[?$]/.test(words)) return { from, offers: variables(query, from, words) };
  const wanted = words.toLowerCase();
  /** @type {Array<Offer & {rank: number}>} */
  const found = [];
  /** @param {string} insert @param {string} detail @param {string} [also] @param {boolean} [isOurs] a term of the ontology, which comes before ids */
  const offer = (insert, detail, also = '', isOurs = true) => {
    const rank = rankOf(wanted, insert.toLowerCase(), also.toLowerCase());
    if (rank >= 0 && insert !== words) found.push({ insert, label: insert, detail, rank: rank + (isOurs ? 0 : 0.5) });
  };
  if (!words.includes(':')) for (const each of WORDS) offer(each, 'keyword');
  for (const [name, base] of Object.entries(prefixes)) offer(`${name}:`, base);
  if (words) {
    for (const { iri, kind, label, meaning } of known) {
      offer(shortened(iri, prefixes) || `<${iri}>`, [kind, label, meaning].filter(Boolean).join(' · '), label, /^(class|property|term)$/.test(kind));
    }
  }
  found.sort((one, other) => one.rank - other.rank || one.insert.length - other.insert.length || (one.insert < other.insert ? -1 : 1));
  return { from, offers: found.slice(0, MANY).map(({ insert, label, detail }) => ({ insert, label, detail })) };
}

/** How well something fits, 0 best, -1 not at all. @param {string} wanted @param {string} insert @param {string} also its name */
function rankOf(wanted, insert, also) {
  if (!wanted) return 3;
  if (insert.startsWith(wanted)) return 0;
  const local = insert.slice(insert.indexOf(':') + 1);
  const [prefix, part] = wanted.includes(':') ? [wanted.slice(0, wanted.indexOf(':') + 1), wanted.slice(wanted.indexOf(':') + 1)] : ['', wanted];
  if (prefix && !insert.startsWith(prefix)) return -1;
  if (local.startsWith(part) || also.startsWith(part)) return 1;
  if (part.length > 1 && (local.includes(part) || also.includes(part))) return 2;
  return -1;
}

/** @param {string} query @param {number} from @param {string} words */
function variables(query, from, words) {
  const others = tokens(query).filter(({ kind, at }) => kind === 'variable' && at !== from).map(({ text }) => `?${text.slice(1)}`);
  const fits = [...new Set(others)].filter((each) => each.toLowerCase().startsWith(`?${words.slice(1).toLowerCase()}`) && each !== words);
  return fits.sort().slice(0, MANY).map((each) => ({ insert: each, label: each, detail: 'variable of this query' }));
}
