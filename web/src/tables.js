// What each table of the page holds: its columns, and its rows under the search and the filters.
import { passing } from './narrow.js';
import { data, wayOf } from './page.js';
import { quoteOf } from './panel/reading.js';

/** @typedef {import('./page.js').Kind} Kind */
/** @typedef {{head: string, value: (at: number) => string | number}} Column */
/**
 * @typedef {object} Table
 * @property {string} label
 * @property {string} caption
 * @property {() => number[]} rows numbers of the rows that pass
 * @property {Column[]} columns the first names the row
 * @property {(at: number) => [Kind, number] | null} leads what a row selects
 */

const names = (/** @type {number[]} */ acts) => [...new Set(acts.map((at) => data.acts[at].who))].join('; ');
const ways = (/** @type {number[]} */ acts) => [...new Set(acts.map((at) => `${data.acts[at].who}: ${wayOf(data.acts[at])}`))].join('; ');
const quoted = (/** @type {import('./view').Words} */ words) => `${quoteOf(words)}${words.verbatim ? '' : ' (abstract: our words, not a quotation)'}`;
const textOf = (/** @type {number | null} */ at) => (at === null ? '' : data.texts[at].id);
const claimOf = (/** @type {number | null} */ at) => (at === null ? '' : data.claims[at].sentence);
const rolesOf = (/** @type {number} */ at, /** @type {string} */ role) => data.claims[at].roles.filter((each) => each.role === role).map((each) => each.label).join('; ');
const affirming = (/** @type {number[]} */ acts) => acts.filter((at) => data.acts[at].bearing !== 'negates');
const negating = (/** @type {number[]} */ acts) => acts.filter((at) => data.acts[at].bearing === 'negates');

function actsThatPass() {
  return [...new Set(passing('claim').flatMap((at) => data.claims[at].acts))].sort((one, other) => one - other);
}

/** @type {Record<string, Table>} */
export const TABLES = {
  findings: {
    label: 'Findings', caption: 'Findings: inferences of this program, and no legal determinations',
    rows: () => passing('finding'), leads: (at) => ['finding', at],
    columns: [
      { head: 'finding', value: (at) => data.findings[at].sentence },
      { head: 'kind', value: (at) => data.findings[at].kind },
      { head: 'norm', value: (at) => data.findings[at].citation },
      { head: 'actor', value: (at) => data.findings[at].agent },
      { head: 'as', value: (at) => data.findings[at].role },
      { head: 'who claims the transfer: stance · status', value: (at) => ways(data.findings[at].acts) },
      { head: 'who denies or doubts it', value: (at) => names(data.findings[at].denials) },
      { head: 'who says that it is no breach', value: (at) => names(data.findings[at].lawful) },
      { head: 'because', value: (at) => data.findings[at].reasons.join('; ') },
      { head: 'assumes', value: (at) => data.findings[at].assumes.map((each) => each.label).join('; ') },
      { head: 'checked', value: (at) => data.findings[at].marks.join('; ') },
      { head: 'id', value: (at) => data.findings[at].id },
    ],
  },
  claims: {
    label: 'Claims', caption: 'Claims: that one stands here asserts nothing; those who say it do, or do not',
    rows: () => passing('claim'), leads: (at) => ['claim', at],
    columns: [
      { head: 'claim', value: (at) => data.claims[at].sentence },
      { head: 'kind', value: (at) => data.claims[at].kind },
      { head: 'who says it: stance · status', value: (at) => ways(affirming(data.claims[at].acts)) },
      { head: 'who denies or doubts it', value: (at) => ways(negating(data.claims[at].acts)) },
      { head: 'supplier', value: (at) => rolesOf(at, 'supplier') },
      { head: 'recipient', value: (at) => rolesOf(at, 'recipient') },
      { head: 'items', value: (at) => rolesOf(at, 'item') },
      { head: 'from', value: (at) => data.claims[at].earliest },
      { head: 'to', value: (at) => data.claims[at].latest },
      { head: 'text', value: (at) => textOf(data.claims[at].text) },
      { head: 'id', value: (at) => data.claims[at].id },
    ],
  },
  acts: {
    label: 'Said', caption: 'Acts of saying: who says what, how, when, and in which words',
    rows: actsThatPass, leads: (at) => (data.acts[at].claim === null ? null : ['claim', Number(data.acts[at].claim)]),
    columns: [
      { head: 'who', value: (at) => data.acts[at].who },
      { head: 'stance', value: (at) => data.acts[at].stance },
      { head: 'status', value: (at) => data.acts[at].status },
      { head: 'attitude', value: (at) => data.acts[at].attitude },
      { head: 'published', value: (at) => data.acts[at].date },
      { head: 'words', value: (at) => quoted(data.acts[at].words) },
      { head: 'of what', value: (at) => claimOf(data.acts[at].claim) },
      { head: 'force', value: (at) => data.acts[at].force },
      { head: 'to', value: (at) => data.acts[at].to },
      { head: 'text', value: (at) => textOf(data.acts[at].words.text) },
    ],
  },
  norms: {
    label: 'Norms', caption: 'Norms under which something is found, or does not apply, in what passes the filters',
    rows: () => [...new Set(passing('finding').map((at) => data.findings[at].norm))].filter((at) => at !== null).sort((one, other) => one - other),
    leads: () => null,
    columns: [
      { head: 'norm', value: (at) => data.norms[at].citation },
      { head: 'rule', value: (at) => data.norms[at].rule },
      { head: 'binds', value: (at) => data.norms[at].binds },
      { head: 'as', value: (at) => data.norms[at].role },
      { head: 'in force', value: (at) => data.norms[at].since },
      { head: 'checked', value: (at) => data.norms[at].verification },
      { head: 'id', value: (at) => data.norms[at].id },
    ],
  },
  texts: {
    label: 'Texts', caption: 'Texts in which something that passes the filters is said',
    rows: () => [...new Set(actsThatPass().map((at) => data.acts[at].words.text))].filter((at) => at !== null).sort((one, other) => one - other),
    leads: (at) => { const claim = data.claims.findIndex((each) => each.text === at); return claim < 0 ? null : ['claim', claim]; },
    columns: [
      { head: 'text', value: (at) => data.texts[at].title },
      { head: 'date', value: (at) => data.texts[at].date },
      { head: 'by', value: (at) => data.texts[at].by },
      { head: 'kind', value: (at) => (data.texts[at].verbatim ? 'verbatim' : 'abstract: our words, not a quotation') },
      { head: 'source', value: (at) => data.texts[at].source },
      { head: 'id', value: (at) => data.texts[at].id },
    ],
  },
  actors: {
    label: 'Actors', caption: 'Actors that speak, or of whom something is said',
    rows: () => passing('actor'), leads: (at) => ['actor', at],
    columns: [
      { head: 'actor', value: (at) => data.actors[at].name },
      { head: 'kind', value: (at) => data.actors[at].kind },
      { head: 'claims it speaks of', value: (at) => data.actors[at].says.length },
      { head: 'claims in which it stands', value: (at) => data.actors[at].stands.length },
      { head: 'organ of', value: (at) => data.actors[at].organOf.join('; ') },
      { head: 'checked', value: (at) => data.actors[at].verification },
      { head: 'id', value: (at) => data.actors[at].id },
    ],
  },
};
