// The named questions with their parameters filled in: what `kg ask NAME --param KEY=VALUE` asks.
import { telling } from './tokens.js';

/** @typedef {{name: string, kind: string, required: boolean, meaning: string}} Parameter */
/** @typedef {{name: string, question: string, group: string, parameters: Parameter[], sparql: string}} Question */

/** Where what has an id of its own has its IRI, after the base of the data or of the vocabulary. */
const PATHS = /** @type {Record<string, string>} */ ({ actor: 'id/actor/', norm: 'id/norm/', place: 'id/place/', text: 'id/text/', item: 'vocab/item/', unit: 'vocab/unit/' });
/** Kinds whose IRIs have a prefix of their own. */
const SHORT = new Set(['actor', 'norm', 'item', 'unit']);

/** An id as it stands in an IRI: kg/iris.py makes the same. @param {string} id */
export const safe = (id) => encodeURIComponent(id).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

/** @param {string} kind @param {string} id @param {string} base what every IRI of ours begins with */
export const iriOf = (kind, id, base) => `${base}${PATHS[kind]}${safe(id)}`;

/** Words as a literal of SPARQL. @param {string} words */
export const literal = (words) => `"${words.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;

/** What a parameter's value is in a query. @param {string} kind @param {string} value @param {string} base */
export function term(kind, value, base) {
  if (kind === 'date') return `${literal(value)}^^xsd:date`;
  if (kind === 'claim') return literal(value);
  return SHORT.has(kind) && /^[\w](?:[\w-]*[\w])?$/.test(value) ? `${kind}:${value}` : `<${iriOf(kind, value, base)}>`;
}

/**
 * Where the pattern of each SELECT begins, and which variables it selects as they are.
 * @param {string} sparql
 */
function patterns(sparql) {
  const found = telling(sparql);
  return found.flatMap(({ kind, text, depth }, at) => {
    if (kind !== 'word' || text.toLowerCase() !== 'select') return [];
    const opens = found.findIndex((each, later) => later > at && each.text === '{' && each.depth === depth);
    const selects = found.slice(at, opens).filter((each) => each.kind === 'variable' && each.depth === depth).map((each) => each.text.slice(1));
    return opens < 0 ? [] : [{ at: found[opens].at + 1, selects, outer: depth === 0 }];
  });
}

/**
 * The question with its parameters bound, at the beginning of what it looks for. A day is compared and never
 * matched, so a part of the question that compares it by itself is told it as well.
 * @param {Question} question @param {Record<string, string>} given @param {string} base
 */
export function bound(question, given, base) {
  let sparql = question.sparql;
  for (const { at, selects, outer } of patterns(sparql).reverse()) {
    const values = question.parameters.filter(({ name, kind }) => given[name] && selects.includes(name) && (outer || kind === 'date'));
    const lines = values.map(({ name, kind }) => `\n  VALUES ?${name} { ${term(kind, given[name], base)} }`);
    sparql = sparql.slice(0, at) + lines.join('') + sparql.slice(at);
  }
  return sparql;
}

/** @param {Record<string, string>} given @returns {string} as an address holds it */
export const written = (given) => Object.entries(given).filter(([, value]) => value).map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');

/** @param {string} words @returns {Record<string, string>} */
export function read(words) {
  try {
    return Object.fromEntries(words.split('&').filter(Boolean).map((each) => { const at = each.indexOf('='); return [decodeURIComponent(each.slice(0, at)), decodeURIComponent(each.slice(at + 1))]; }));
  } catch { return {}; }
}

/** The same on the command line. @param {Question} question @param {Record<string, string>} given */
export function command(question, given) {
  const quoted = (/** @type {string} */ words) => (/^[\w./:=-]+$/.test(words) ? words : `'${words.replaceAll("'", `'\\''`)}'`);
  return [`kg ask ${question.name}`, ...question.parameters.filter(({ name }) => given[name]).map(({ name }) => `--param ${quoted(`${name}=${given[name]}`)}`)].join(' ');
}
