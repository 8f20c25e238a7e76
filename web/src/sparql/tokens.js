// A query as tokens. What is read here only helps to write and to warn; what it means, the engine alone decides.

/** @typedef {'space' | 'comment' | 'iri' | 'literal' | 'variable' | 'number' | 'name' | 'word' | 'open' | 'close' | 'other'} TokenKind */
/** @typedef {{kind: TokenKind, text: string, at: number, depth: number}} Token depth: brackets open before it */

const KINDS = /** @type {const} */ (['space', 'comment', 'iri', 'literal', 'variable', 'number', 'name', 'word', 'open', 'close', 'other']);

const PATTERN = new RegExp([
  String.raw`(\s+)`,
  String.raw`(#[^\r\n]*)`,
  String.raw`(<(?:[^\x00-\x20<>"{}|^\x60\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)`,
  // What is not closed is a literal to its end, so that a query is read alike while it is written.
  String.raw`("""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:[^"\\\r\n]|\\.)*"?|'(?:[^'\\\r\n]|\\.)*'?)`,
  String.raw`([?$][\p{L}\p{N}_]+)`,
  String.raw`((?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![\p{L}_:]))`,
  String.raw`((?:[\p{L}_][\p{L}\p{N}_.-]*)?:(?:(?:[\p{L}\p{N}_:%-]|\\.|\.(?=[\p{L}\p{N}_:%-]))*))`,
  String.raw`([\p{L}\p{N}_]+)`,
  String.raw`([({[])`,
  String.raw`([)}\]])`,
  String.raw`([^])`,
].join('|'), 'gu');

/** @param {string} query @returns {Token[]} */
export function tokens(query) {
  let depth = 0;
  return [...query.matchAll(PATTERN)].map((found) => {
    const kind = KINDS[found.slice(1).findIndex((each) => each !== undefined)];
    if (kind === 'close') depth = Math.max(0, depth - 1);
    const token = { kind, text: found[0], at: found.index, depth };
    if (kind === 'open') depth += 1;
    return token;
  });
}

/** The tokens that mean something. @param {string} query */
export const telling = (query) => tokens(query).filter(({ kind }) => kind !== 'space' && kind !== 'comment');

/** Where a token stands, as people count: lines and columns from 1. @param {string} query @param {number} at */
export function placeOf(query, at) {
  const before = query.slice(0, at).split('\n');
  return { line: before.length, column: [...before[before.length - 1]].length + 1 };
}

/** The position in a query of a line and a column. @param {string} query @param {number} line @param {number} column */
export function positionOf(query, line, column) {
  const lines = query.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(query.length, start + [...(lines[line - 1] || '')].slice(0, column - 1).join('').length);
}
