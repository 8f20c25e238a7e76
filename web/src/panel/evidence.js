// The right column: what is selected, who says it and how, and the words behind it.
import { isCounted, whole, whyNot } from '../counted.js';
import { tellCounting } from '../counting.js';
import { announce, button, byId, make, press } from '../dom.js';
import { actsOf } from '../narrow.js';
import { chosen, data, find, go, listen, select, state } from '../page.js';
import { apart, scrollToCard } from './apart.js';
import { normPanel, rule } from './norm.js';
import { chip, facts, head, stack } from './pieces.js';
import { takingSection } from './taking.js';
import { quote, quoteOf, scrollToMark, sourceOf, textSection } from './reading.js';

/** @typedef {import('../view').Words} Words */
/** @typedef {import('../view').Claim} Claim */
/** @typedef {import('../view').Finding} Finding */
/** @typedef {import('../dom.js').Child} Child */
/** @typedef {import('../page.js').Kind} Kind */

/** @type {Record<string, string>} */
const SIGNS = { met: '✓', 'not-met': '✕', undecided: '?', contested: '⇄' };

/** @param {number} at */
function actCard(at) {
  const act = data.acts[at];
  const card = button('card', () => { go({ act: act.id }); showWords(act.words, card); },
    make('span', 'who', act.sentence || act.who),
    make('span', 'chips', chip((act.bearing === 'negates' ? '✕ ' : '') + (act.stance === 'none taken' ? 'takes no stance' : act.stance), act.bearing),
      chip(act.status === 'none given' ? 'gives no status' : `as ${act.status}`), chip(act.attitude), chip(act.force === 'assertive' ? '' : act.force), chip(act.to && `to ${act.to}`)),
    quote(act.words),
    act.reading ? make('span', 'aside', `On the reading that ${act.reading}`) : null,
    act.note ? make('span', 'aside', `Note: ${act.note}`) : null);
  card.setAttribute('aria-pressed', 'false');
  card.dataset.act = act.id;
  return card;
}

/** The words of all that the panel shows, to be marked in the text. @type {Words[]} */
let shownWords = [];
/** Show words in the text. @param {Words} words @param {Element} pressed */
function showWords(words, pressed) {
  const panel = byId('panel');
  const old = panel.querySelector('.reading');
  if (old) old.replaceWith(textSection(shownWords, words));
  press(panel.querySelectorAll('.card, .quote'), (each) => each === pressed);
  scrollToMark(panel);
  const section = panel.querySelector('.reading');
  section.scrollIntoView({ block: 'nearest' });
  announce(`Shown in the text: ${quoteOf(words)}`);
}

/** @param {Claim} claim */
function roleFacts(claim) {
  const roles = claim.roles.filter((role) => role.role !== 'part of');
  /** @type {[string, Child][]} */
  const pairs = roles.map((role) => [role.whole ? `${role.role} (of the whole)` : role.role, filling(role)]);
  if (claim.whole !== null) pairs.push(['part of', claimLink(claim.whole)]);
  return facts(pairs);
}

/** What stands in a role: a link where the page has more of it. @param {import('../view').RoleOf} role @returns {Child} */
function filling(role) {
  if (role.actor !== null) return button('link', () => select('actor', find('actor', role.actor)), role.label);
  return role.claim === null ? role.label : claimLink(role.claim);
}

/** @param {number} at */
function claimLink(at) {
  return button('link', () => select('claim', at), data.claims[at].sentence);
}

/** @param {Claim} claim @param {number} at @returns {Child[]} */
function claimPanel(claim, at) {
  const resting = data.findings.map((each, number) => number).filter((number) => data.findings[number].claim === at);
  const leads = resting.filter((number) => data.findings[number].applies);
  const others = resting.filter((number) => !data.findings[number].applies);
  shownWords = claim.acts.map((number) => data.acts[number].words);
  /** @type {Child[]} */
  const parts = [head(`Claim · ${claim.kind}`, claim.sentence, make('p', 'aside', `${claim.name}. That it stands here asserts nothing; those below do, or do not.`)),
    make('h3', '', 'Who says it, and how'), ...claim.acts.map(actCard)];
  if (!claim.acts.length) parts.push(make('p', 'aside', `Nobody ${data.where} says it.`));
  parts.push(textSection(shownWords, null), make('h3', '', 'What is claimed'), roleFacts(claim), make('h3', '', 'Findings that rest on it'));
  parts.push(leads.length ? stack('finding', leads) : make('p', 'aside', 'No alleged or prospective violation rests on this claim.'));
  if (others.length) parts.push(make('h3', '', 'Norms that do not apply, or cannot be decided, and why'), stack('finding', others));
  return parts;
}

/** @param {import('../view').Element} element */
function testRow(element) {
  const sides = [['said', element.said], ['rule', element.rule]].filter(([, words]) => words);
  return make('li', element.key, make('span', 'sign', Object.hasOwn(SIGNS, element.key) ? SIGNS[element.key] : '?'),
    make('div', '', make('b', '', element.test), ' ', make('span', 'outcome', element.outcome),
      make('dl', 'sides', sides.map(([name, words]) => [make('dt', '', name), make('dd', '', words)])),
      element.words.map((words) => { const each = button('quote', () => showWords(words, each), quoteOf(words), words.verbatim ? '' : ' (abstract: our words, not a quotation)'); each.dir = 'auto'; each.setAttribute('aria-pressed', 'false'); return each; }),
      element.marks.length ? make('span', 'chips', element.marks.map((mark) => chip(mark, 'check'))) : null));
}

/** Findings that belong to the case file of one: by what joins them. @param {Finding} finding @returns {[string, number[]][]} */
function besides(finding) {
  const at = data.findings.indexOf(finding);
  const numbers = (/** @type {(each: Finding, number: number) => boolean} */ is) => data.findings.flatMap((each, number) => (number !== at && is(each, number) ? [number] : []));
  /** @type {[string, number[]][]} */
  const joined = [
    ['The like finding on the whole of which this is a part', numbers((each) => each.id === finding.whole)],
    ['Like findings on parts of it', numbers((each) => each.whole === finding.id)],
    ['Near misses: other norms for the same transfer, each with why not', numbers((each) => !each.applies && each.claim === finding.claim)],
  ];
  return joined.filter(([, found]) => found.length);
}

/** @param {Finding} finding @returns {Child[]} */
function findingPanel(finding) {
  const claim = finding.claim === null ? null : data.claims[finding.claim];
  const acts = actsOf('finding', finding);
  shownWords = [...acts.map((at) => data.acts[at].words), ...finding.elements.flatMap((element) => element.words)];
  /** @type {Child[]} */
  const parts = [head(finding.kind, finding.sentence, make('p', 'notice', 'This is this program’s inference and no legal determination.'))];
  if (finding.reasons.length) parts.push(facts([['because', finding.reasons.join('; ')]]));
  parts.push(make('h3', '', 'Who claims the transfer, and how'), ...finding.acts.map(actCard));
  if (!finding.acts.length) parts.push(make('p', 'aside', 'No speech act is recorded behind this.'));
  parts.push(make('h3', '', 'Who denies or doubts it'));
  if (finding.denials.length) parts.push(...finding.denials.map(actCard));
  else parts.push(make('p', '', `Nobody ${data.where} denies or doubts it.`));
  if (finding.lawful.length) parts.push(make('h3', '', 'Who says that it is no breach'), ...finding.lawful.map(actCard));
  if (finding.exempting.length) parts.push(make('h3', '', 'Who claims that there is an exemption'), ...finding.exempting.map(actCard));
  parts.push(textSection(shownWords, null));
  if (finding.norm !== null) parts.push(make('h3', '', 'The rule'), ...rule(finding.norm));
  parts.push(make('h3', '', 'What had to hold'), make('ul', 'tests', finding.elements.map(testRow)));
  if (finding.assumes.length) parts.push(make('h3', '', 'What is assumed'), ...finding.assumes.map((each) => make('p', '', make('b', '', each.label), each.meaning ? `: ${each.meaning}` : '')));
  parts.push(make('h3', '', 'How far the data was checked'), make('span', 'chips', finding.marks.map((mark) => chip(mark, 'check'))));
  if (claim) parts.push(make('h3', '', 'The claim'), stack('claim', finding.claim === null ? [] : [finding.claim]));
  for (const [words, numbers] of besides(finding)) parts.push(make('h3', '', words), stack('finding', numbers));
  return parts;
}

/** @param {import('../view').Actor} actor @returns {Child[]} */
function actorPanel(actor) {
  const { says, stands } = actor;
  shownWords = [];
  return [head(actor.kind, actor.name, facts([['also called', actor.aliases.join(', ')], ['checked', actor.verification], ['organ of', actor.organOf.join('; ')]])),
    make('h3', '', `What is said of it (${stands.length})`), stands.length ? stack('claim', stands) : make('p', 'aside', 'It stands in no claim of this graph.'),
    make('h3', '', `What it says (${says.length})`), says.length ? stack('claim', says) : make('p', 'aside', `It says nothing ${data.where}.`)];
}

/** What is selected does not count: that is said, and nothing shown of it. @param {'finding' | 'claim'} kind @param {number} at */
function showLeftOut(kind, at) {
  const { sentence } = [...(kind === 'finding' ? [...whole.findings, ...whole.clock?.more || []] : whole.claims)][at];
  shownWords = [];
  const says = kind === 'finding' ? 'This finding does not follow from what counts now.' : 'This claim is not among what counts now.';
  byId('panel').replaceChildren(head(`${kind} left out`, sentence, make('p', 'notice', `${says} ${whyNot(kind, at)}`),
    make('p', 'aside', tellCounting())), button('quiet', () => go({ asof: '', according: '' }), 'Let everything count'));
}

export function showEvidence() {
  const panel = byId('panel');
  const each = chosen();
  if (!each) {
    panel.replaceChildren(head('Nothing selected', 'Choose a finding or a claim to see the words behind it.'), ...data.texts.flatMap((_, at) => (isCounted('text', at) ? [sourceOf(at)] : [])));
    return;
  }
  const kind = state.kind || 'claim';
  if (kind === 'norm') shownWords = [];
  else if (kind !== 'actor' && !isCounted(kind, state.at) && (kind === 'finding' || !each.roles.length)) { showLeftOut(kind, state.at); return; }
  const parts = { finding: findingPanel, claim: claimPanel, actor: actorPanel, norm: normPanel }[kind](each, state.at);
  panel.replaceChildren(...(/** @type {any[]} */ (parts).flat(Infinity)), takingSection(each));
  panel.scrollTop = 0;
  press([...panel.querySelectorAll('.card[aria-pressed]')].slice(0, 1), () => true);
  scrollToMark(panel);
  showAct();
}

/** Show the act that the address names: in its card, or apart where it stands behind something else than what is selected. */
export function showAct() {
  const at = find('act', state.act);
  if (at < 0) return;
  const panel = byId('panel');
  const { words } = data.acts[at];
  panel.querySelector('.apart')?.remove();
  const cards = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll('.card')]);
  const card = cards.find((each) => each.dataset.act === state.act) || actCard(at);
  if (!card.isConnected) panel.firstElementChild?.after(apart(at, card));
  if (!panel.querySelector('.reading')) panel.append(textSection([words], words));
  showWords(words, card);
  scrollToCard(card);
}

export function prepareEvidence() {
  listen((changed) => {
    const anew = changed.has('kind') || changed.has('at') || (state.kind === 'norm' && !changed.has('part') && !changed.has('view'));
    if (anew) showEvidence();
    else if (changed.has('act')) showAct();
    if (changed.has('part') && state.part === 'evidence') scrollToMark(byId('panel'));
  });
}
