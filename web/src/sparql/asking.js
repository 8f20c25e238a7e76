// From what somebody wrote to what the engine is given: refusals, prefixes, a limit of rows; and back, its errors in words.
import { placeOf, positionOf, telling } from './tokens.js';

/** So many rows come out at most; a browser is slow with more, and so is a reader. */
export const MOST = 10_000;

const UPDATES = new Set(['load', 'insert', 'delete', 'clear', 'drop', 'create', 'add', 'move', 'copy']);
const DEEPEST = 100;
const LONGEST = 64_000;

/** @typedef {{message: string, hint?: string, line?: number, column?: number}} Problem */

/** Why a query is not handed to the engine, or nothing. `kg ask` refuses the same. @param {string} query @returns {Problem | null} */
export function refusal(query) {
  const found = telling(query);
  if (!found.length) return { message: 'There is no query here yet.' };
  if (query.length > LONGEST) return { message: `The query is longer than ${LONGEST.toLocaleString('en')} characters.` };
  for (const token of found) {
    /** @param {string} message @param {string} [hint] */
    const refused = (message, hint) => ({ message, hint, ...placeOf(query, token.at) });
    const word = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (word.includes('service')) return refused('SERVICE would send the query to another machine. This page opens no connection, and its policy forbids it any.', 'Ask the graph in this page alone.');
    if (UPDATES.has(word)) return refused(`${token.text.toUpperCase()} would write. The graph in this page is only read.`);
    if (word === 'from') return refused('FROM would be passed over here: a query sees all graphs as one.', 'GRAPH <…> { … } asks a single graph.');
    if (token.kind === 'open' && token.depth >= DEEPEST) return refused(`Brackets are nested more than ${DEEPEST} deep.`);
  }
  return null;
}

/** SELECT, CONSTRUCT, DESCRIBE or ASK, in lower case; empty where it is none. @param {string} query */
export function formOf(query) {
  return telling(query).find(({ kind, text, depth }) => kind === 'word' && depth === 0 && /^(select|construct|describe|ask)$/i.test(text))?.text.toLowerCase() || '';
}

/**
 * The query with a limit of one row more than is shown, so that it can be told when there are more.
 * A limit of its own stays where it is not larger. @param {string} query @param {number} most
 */
export function limited(query, most = MOST) {
  if (!/^(select|construct|describe)$/.test(formOf(query))) return query;
  const outer = telling(query).filter(({ depth }) => depth === 0);
  const number = outer[outer.findIndex(({ text }) => text.toLowerCase() === 'limit') + 1];
  const says = outer.some(({ kind, text }) => kind === 'word' && text.toLowerCase() === 'limit');
  if (says && number) return Number(number.text) > most + 1 ? `${query.slice(0, number.at)}${most + 1}${query.slice(number.at + number.text.length)}` : query;
  const body = outer.findIndex(({ kind }) => kind === 'close');
  const values = outer.find(({ text }, at) => at > body && text.toLowerCase() === 'values');
  return values ? `${query.slice(0, values.at)}LIMIT ${most + 1} ${query.slice(values.at)}` : `${query}\nLIMIT ${most + 1}`;
}

/** The lines of the prefixes that need not be declared. @param {Record<string, string>} prefixes */
export const heading = (prefixes) => Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join('');

/** What the engine says when it gave up rather than answered. */
const GAVE_UP = /unreachable|memory access|Maximum call stack|out of memory|null function|index out of bounds/i;

/**
 * An error of the engine in words, with its place in what was written.
 * @param {string} error
 * @param {string} query as written
 * @param {{above: string, prefixes: Record<string, string>}} known what was put above it
 * @returns {Problem}
 */
export function problemOf(error, query, { above, prefixes }) {
  const words = error.replace(/^(\w*Error: )+/, '');
  const found = /^error at (\d+):(\d+): ?(.*)$/s.exec(words);
  if (!found) return { message: GAVE_UP.test(words) ? 'The query asks for more memory or depth than the engine has in this page. The engine was started anew.' : words };
  const seen = mistake(query, prefixes);
  if (seen) return seen;
  const given = above + limited(query);
  // Its reader tries words as long as it expects them, and counts from their ends; the shortest was tried last.
  const expected = found[3].replace(/^expected (one of )?/, '').split(', ');
  const tried = expected.every((each) => /^[A-Z]+$/.test(each)) ? Math.min(...expected.map((each) => each.length)) : 0;
  const at = positionOf(given, Number(found[1]), Number(found[2])) - tried - above.length;
  const { line, column } = placeOf(query, Math.max(0, Math.min(query.length, at)));
  const hint = found[3].startsWith('expected') ? undefined : found[3];
  return { message: `The query cannot be read as SPARQL from line ${line}, column ${column} on.`, hint, line, column };
}

const OPENS = /** @type {Record<string, string>} */ ({ ')': '(', '}': '{', ']': '[' });

/**
 * A mistake that can be named better than the engine does: a bracket without its partner, a prefix that nothing declares.
 * @param {string} query @param {Record<string, string>} prefixes @returns {Problem | null}
 */
export function mistake(query, prefixes) {
  const found = telling(query);
  /** @type {import('./tokens.js').Token[]} */
  const open = [];
  /** @param {import('./tokens.js').Token} token @param {string} message @param {string} [hint] */
  const problem = ({ at }, message, hint) => {
    const { line, column } = placeOf(query, at);
    return { message: `${message}, at line ${line}, column ${column}.`, hint, line, column };
  };
  const declared = new Set(found.flatMap(({ kind, text }, at) => (kind === 'name' && found[at - 1]?.text.toLowerCase() === 'prefix' ? [text] : [])));
  for (const token of found) {
    if (token.kind === 'open') open.push(token);
    if (token.kind === 'close' && open.pop()?.text !== OPENS[token.text]) return problem(token, `The bracket ${token.text} closes none that is open`);
    const prefix = token.kind === 'name' ? token.text.slice(0, token.text.indexOf(':') + 1) : '';
    if (prefix && prefix !== '_:' && !declared.has(prefix) && !(prefix.slice(0, -1) in prefixes)) return problem(token, `Nothing declares the prefix ${prefix}`, `Write PREFIX ${prefix} <…> above the query.`);
  }
  const last = open.pop();
  return last ? problem(last, `The bracket ${last.text} is never closed`) : null;
}
