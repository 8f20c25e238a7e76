// The engine as a worker of its own: it loads the graph, answers queries, and can be ended. It knows nothing of the page.
import { initSync, Store } from 'oxigraph/web.js';
import { inflated } from './inflated.js';
import { rowsOf, triplesOf } from './answers.js';

/** @type {any} */
const worker = self;
/** @type {any} */
let store = null;

// What an analyst writes in a query: our terms, and whatever the graph has an IRI of its own for.
const TERMS = `
SELECT DISTINCT ?iri ?kind ?label ?meaning WHERE {
  VALUES (?type ?kind) {
    (owl:Class "class") (owl:ObjectProperty "property") (owl:DatatypeProperty "property") (skos:Concept "term")
    (ata:Actor "actor") (ata:Norm "norm") (ata:Place "place") (ata:Instrument "instrument") (ata:Text "text")
  }
  ?iri a ?type .
  OPTIONAL { ?iri rdfs:label ?said } OPTIONAL { ?iri skos:prefLabel ?preferred }
  OPTIONAL { ?iri ata:document/dcterms:title ?title }
  OPTIONAL { ?iri skos:definition ?meaning }
  BIND(COALESCE(?preferred, ?said, ?title, "") AS ?label)
} ORDER BY ?iri ?kind ?label`;

/** Whoever waits sees how far it is. @param {string} stage @param {number} [share] */
const tell = (stage, share = 0) => worker.postMessage({ kind: 'progress', stage, share });

/** @param {{wasm: string, graph: string, heading: string}} given */
async function load({ wasm, graph, heading }) {
  const started = performance.now();
  tell('engine');
  initSync({ module: await WebAssembly.compile(/** @type {any} */ (await inflated(wasm))) });
  tell('graph');
  const trig = new TextDecoder().decode(await inflated(graph));
  store = new Store();
  const from = trig.search(/^(?!@prefix)/m);
  const prefixes = trig.slice(0, from);
  // A graph ends with a bracket alone on its line: within literals, breaks are written as \n.
  const graphs = trig.slice(from).split(/^}\n/m).filter((each) => each.trim());
  let done = 0;
  for (const each of graphs) {
    store.load(`${prefixes}${each}}\n`, { format: 'application/trig', no_transaction: true });
    done += each.length;
    tell('graph', done / trig.length);
  }
  const terms = rowsOf(store.query(heading + TERMS, OPTIONS), Infinity).rows.map((row) => row.map((each) => each?.value || ''));
  worker.postMessage({ kind: 'ready', size: store.size, took: performance.now() - started, terms });
}

const OPTIONS = { use_default_graph_as_union: true, results_format: 'application/sparql-results+json' };

/** @param {{id: number, query: string, form: string, most: number}} asked */
function ask({ id, query, form, most }) {
  const started = performance.now();
  try {
    const graph = form === 'construct' || form === 'describe';
    const found = store.query(query, graph ? { use_default_graph_as_union: true } : OPTIONS);
    const answer = graph ? triplesOf(found, most) : rowsOf(found, most);
    worker.postMessage({ kind: 'answer', id, took: performance.now() - started, answer });
  } catch (error) {
    // After a trap the memory of the engine cannot be trusted.
    worker.postMessage({ kind: 'refused', id, error: String(error), broken: error instanceof WebAssembly.RuntimeError || error instanceof RangeError });
  }
}

worker.onmessage = async (/** @type {MessageEvent} */ { data }) => {
  if (data.kind === 'ask') { ask(data); return; }
  try { await load(data); } catch (error) { worker.postMessage({ kind: 'failed', error: String(error) }); }
};
