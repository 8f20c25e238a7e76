// What the engine answers, as rows of plain cells that can leave a worker.

/** @typedef {'iri' | 'literal' | 'blank' | 'triple'} CellKind */
/** @typedef {{kind: CellKind, value: string, language?: string, datatype?: string} | null} Cell */
/** @typedef {{form: 'rows' | 'triples' | 'truth', head: string[], rows: Cell[][], truth?: boolean, cut: boolean}} Answer */

const STRING = 'http://www.w3.org/2001/XMLSchema#string';
const KINDS = /** @type {Record<string, CellKind>} */ ({ uri: 'iri', literal: 'literal', bnode: 'blank', triple: 'triple' });

/** @param {any} binding of SPARQL's JSON @returns {Cell} */
function cell(binding) {
  if (!binding) return null;
  if (binding.type === 'triple') {
    const { subject, predicate, object } = binding.value;
    return { kind: 'triple', value: `<< ${[subject, predicate, object].map((each) => asWritten(cell(each))).join(' ')} >>` };
  }
  const language = binding['xml:lang'];
  return { kind: KINDS[binding.type] || 'literal', value: String(binding.value), ...(language ? { language } : {}), ...(binding.datatype && binding.datatype !== STRING ? { datatype: binding.datatype } : {}) };
}

/** @param {any} term of RDF/JS @returns {Cell} */
function ofTerm(term) {
  if (term.termType === 'NamedNode') return { kind: 'iri', value: term.value };
  if (term.termType === 'BlankNode') return { kind: 'blank', value: term.value };
  if (term.termType !== 'Literal') return { kind: 'triple', value: String(term) };
  const datatype = term.datatype.value;
  return { kind: 'literal', value: term.value, ...(term.language ? { language: term.language } : datatype === STRING ? {} : { datatype }) };
}

/** @param {string} json @param {number} most @returns {Answer} */
export function rowsOf(json, most) {
  const { head, boolean, results } = JSON.parse(json);
  if (typeof boolean === 'boolean') return { form: 'truth', head: [], rows: [], truth: boolean, cut: false };
  const rows = results.bindings.slice(0, most).map((/** @type {any} */ binding) => head.vars.map((/** @type {string} */ name) => cell(binding[name])));
  return { form: 'rows', head: head.vars, rows, cut: results.bindings.length > most };
}

/** @param {any[]} quads @param {number} most @returns {Answer} */
export function triplesOf(quads, most) {
  const rows = quads.slice(0, most).map(({ subject, predicate, object }) => [ofTerm(subject), ofTerm(predicate), ofTerm(object)]);
  return { form: 'triples', head: ['subject', 'predicate', 'object'], rows, cut: quads.length > most };
}

/** A cell as SPARQL writes it. @param {Cell} each @returns {string} */
export function asWritten(each) {
  if (!each) return '';
  if (each.kind === 'iri') return `<${each.value}>`;
  if (each.kind === 'blank') return `_:${each.value}`;
  if (each.kind === 'triple') return each.value;
  return JSON.stringify(each.value) + (each.language ? `@${each.language}` : each.datatype ? `^^<${each.datatype}>` : '');
}
