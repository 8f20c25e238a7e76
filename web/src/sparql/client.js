// The page's side of the engine: it starts a worker when asked to, hands it what lies in the page, and ends it.
import { byId } from '../dom.js';
import { heading, limited, formOf, MOST } from './asking.js';
import { inflated } from './inflated.js';

/** @typedef {import('./answers.js').Answer} Answer */
/** @typedef {{iri: string, kind: string, label: string, meaning: string}} Known */
/**
 * @typedef {object} Told what becomes of it
 * @property {(stage: string, share: number) => void} progress
 * @property {(size: number, took: number) => void} ready
 * @property {(error: string) => void} failed
 */

const lies = (/** @type {string} */ id) => byId(id)?.textContent || '';

/** What the graph has terms and ids for, once it is loaded. @type {Known[]} */
export const known = [];

export class Engine {
  /** @param {Record<string, string>} prefixes @param {Told} told */
  constructor(prefixes, told) {
    this.heading = heading(prefixes);
    this.told = told;
    /** @type {Worker | null} */
    this.worker = null;
    this.isReady = false;
    this.asked = 0;
    /** @type {((message: any) => void) | null} */
    this.waiting = null;
  }

  /** Start it, once; what is in the page is decoded only now. */
  async start() {
    if (this.worker || this.starting) return;
    this.starting = true;
    try {
      const script = new TextDecoder().decode(await inflated(lies('sparql-engine')));
      const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      this.worker = new Worker(address);
      this.worker.onmessage = ({ data }) => this.hear(data);
      this.worker.onerror = (event) => { event.preventDefault(); this.fail(event.message || 'this browser does not start it'); };
      this.worker.postMessage({ kind: 'load', wasm: lies('sparql-wasm'), graph: lies('sparql-graph'), heading: this.heading });
    } catch (error) { this.fail(String(error)); }
    this.starting = false;
  }

  /** @param {string} error */
  fail(error) {
    this.end();
    this.told.failed(error);
  }

  /** @param {any} message */
  hear(message) {
    if (message.kind === 'progress') this.told.progress(message.stage, message.share);
    else if (message.kind === 'failed') this.fail(message.error);
    else if (message.kind === 'ready') {
      known.splice(0, known.length, ...message.terms.map((/** @type {string[]} */ [iri, kind, label, meaning]) => ({ iri, kind, label, meaning })));
      this.isReady = true;
      this.told.ready(message.size, message.took);
    } else if (message.id === this.asked) {
      const waiting = this.waiting;
      this.waiting = null;
      if (message.broken) { this.end(); this.start(); }
      waiting?.(message);
    }
  }

  /**
   * Ask a query. A second one while the first is worked on is a mistake of the caller.
   * @param {string} query
   * @returns {Promise<{answer?: Answer, took?: number, error?: string, ended?: boolean}>}
   */
  ask(query) {
    this.asked += 1;
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.worker?.postMessage({ kind: 'ask', id: this.asked, query: this.heading + limited(query), form: formOf(query), most: MOST });
    });
  }

  /** End the worker, whatever it does. Whoever waits for an answer is told so. */
  end() {
    this.worker?.terminate();
    this.worker = null;
    this.isReady = false;
    const waiting = this.waiting;
    this.waiting = null;
    waiting?.({ ended: true });
  }
}
