// How long searching, narrowing and finding paths take: `node test/pace.js 50000` in web/ (acts of saying, all invented).
// Seconds of the processor are measured, not of the clock, so that other work on the machine does not count.
import { countsOf } from '../src/facets.js';
import { counts, entries, index, passing } from '../src/narrow.js';
import { data, state } from '../src/page.js';
import { pathsBetween, webOf } from '../src/paths.js';
import { suggest } from '../src/search.js';
import { inventedView } from './invented.js';

const TYPES = /** @type {const} */ (['actor', 'item', 'norm', 'claim', 'finding', 'text']);
const QUERIES = ['a', 'ar', 'arm', 'arms', 'arms s', 'shells', 'актёр 9', '배우 18', 'Actor 12', 'para. 6', '2 6', 'numbered 77', 'harb', 'manifest crates', 'zzz', 'de', 'den', 'report witness', 'railw', 'le'];
const CHANGES = [['stance', 'denies'], ['status', 'actual'], ['supplier', 'a0'], ['recipient', 'a1|a2'], ['item', 'i3'], ['regime', 'treaty'], ['under', 'n4'], ['year', '2010|\\-'], ['mark', 'checked'], ['about', 'a0'], ['speaker', 'a1'], ['found', 'alleged violation']];

const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
/** @param {() => unknown} work @returns {number} milliseconds */
function timed(work) {
  const before = spent();
  work();
  return spent() - before;
}
/** @param {string} what @param {number[]} times */
function tell(what, times) {
  times.sort((one, other) => one - other);
  console.log(`${what}: median ${times[times.length >> 1].toFixed(1)} ms, p95 ${times[Math.floor(times.length * 0.95)].toFixed(1)} ms, most ${(times.at(-1) || 0).toFixed(1)} ms`);
}

const acts = Number(process.argv[2] || 50_000);
Object.assign(data, inventedView(acts));
console.log(`${acts} acts of saying, ${data.claims.length} claims, ${data.findings.length} findings, ${data.actors.length} actors`);
console.log(`once: index ${timed(() => passing('claim')).toFixed(0)} ms, words ${timed(() => suggest(entries(), 'x', TYPES, 4)).toFixed(0)} ms, facets ${timed(() => index().facets.forEach(({ key }) => countsOf(index(), 'claim', key, {}))).toFixed(0)} ms`);
for (const kind of /** @type {const} */ (['claim', 'finding', 'actor'])) {
  tell(`a key pressed, ${kind}s listed`, QUERIES.flatMap((query) => [query, `${query}m`, `${query} l`]).map((query) => timed(() => { state.words = query; passing(kind); suggest(entries(), query, TYPES, 4); })));
  state.words = '';
  tell(`a filter changed with four facets open, ${kind}s listed`, CHANGES.flatMap(([key, value]) => CHANGES.map(([other, also]) => timed(() => {
    Object.assign(state, { [key]: value, [other]: also });
    passing(kind);
    for (const open of ['stance', 'status', 'item', 'supplier']) counts(kind, open);
    Object.assign(state, { [key]: '', [other]: '' });
  }))));
}
const web = webOf(data);
for (const either of [false, true]) {
  tell(either ? 'five paths in either direction' : 'five paths as it is said', Array.from({ length: 40 }, (_, at) => timed(() => pathsBetween(web, { type: 'actor', at: at * 37 % 200 }, at % 2 ? { type: 'norm', at } : { type: 'finding', at: at * 997 % data.findings.length }, { either, most: 5, passes: () => true }))));
}
