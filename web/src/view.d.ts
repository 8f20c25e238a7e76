// Made by types.mjs from ontology/view.schema.json; `make web` does.

/**
 * Everything that the page's script works on.
 *
 *     ``where`` is where somebody says something, or nobody does; ``digest`` is that of the graph.
 *     ``stories`` and ``clock`` are None where the page is made without; ``ledger`` has a row for each
 *     norm, and none where the page is made without. ``statedIn`` are the instruments of its rows.
 */
export interface View {
  actors: Actor[];
  acts: Act[];
  claims: Claim[];
  clock: Clock | null;
  digest: string;
  findings: Finding[];
  instruments: Instrument[];
  items: Item[];
  ledger: LedgerRow[];
  network: Network;
  norms: Norm[];
  statedIn: LedgerInstrument[];
  stories: Story[] | null;
  texts: Text[];
  where: string;
}
/**
 * An actor. ``says`` and ``stands`` are claims: those it speaks of, those it has a role in.
 */
export interface Actor {
  aliases: string[];
  id: string;
  kind: string;
  name: string;
  organOf: string[];
  says: number[];
  stands: number[];
  verification: string;
}
/**
 * One act of saying. ``bearing`` is affirms, open, negates or none.
 */
export interface Act {
  attitude: string;
  bearing: string;
  claim: number | null;
  date: string;
  force: string;
  id: string;
  note: string;
  reading: string;
  sentence: string;
  speakers: string[];
  stance: string;
  status: string;
  to: string;
  who: string;
  words: Words;
}
/**
 * Quoted words. ``spans`` count UTF-16 units in the text's characters, end exclusive.
 */
export interface Words {
  exact: string[];
  spans: number[][];
  text: number | null;
  verbatim: boolean;
}
/**
 * What is claimed, as a noun phrase that asserts nothing.
 *
 *     ``earliest`` and ``latest`` are the days between which it is said to have happened, empty where
 *     nobody says. ``stances`` is None where the page is made without.
 */
export interface Claim {
  acts: number[];
  earliest: string;
  id: string;
  items: number[];
  kind: string;
  latest: string;
  name: string;
  roles: RoleOf[];
  sentence: string;
  stances: Matrix | null;
  text: number | null;
  who: string;
  whole: number | null;
}
/**
 * What stands in a role of a claim; ``whole`` tells that it is taken from the whole.
 */
export interface RoleOf {
  actor: string | null;
  claim: number | null;
  label: string;
  role: string;
  whole: boolean;
}
/**
 * Everybody's stances on one claim, the earliest first. ``value`` tells them in a sentence.
 */
export interface Matrix {
  lawful: RelatedAct[];
  related: RelatedAct[];
  stances: StandingAct[];
  value: string;
}
/**
 * A denial of the like that does not reach a claim, and why it does not.
 */
export interface RelatedAct {
  act: number;
  toldBy: string;
  why: string;
}
/**
 * An act that bears on a claim; ``of`` tells on what it is, empty for the claim itself.
 *
 *     ``toldBy`` tells in whose text that stands where it is what others say, else it is empty.
 */
export interface StandingAct {
  act: number;
  of: string;
  toldBy: string;
}
/**
 * What of the page counts on a day and according to some, without running a rule.
 *
 *     ``texts`` and ``norms`` hold for each the day from which it counts, ``~`` where none is known;
 *     ``depends`` for each norm those on which it depends. ``more`` are findings that stand on some
 *     days or of some words alone; their numbers follow those of the page's findings. ``speakers`` are
 *     who may be chosen, ``asOf`` is the day of a page that is made for one, else empty.
 */
export interface Clock {
  asOf: string;
  brings: Brings[];
  days: string[];
  depends: number[][];
  known: Known[];
  more: Finding[];
  norms: string[];
  rows: Finding[];
  speakers: string[];
  stands: Stands[];
  texts: string[];
}
/**
 * What acts bring to findings on a claim, of which one of ``firm`` has to be there.
 *
 *     ``against`` holds denials that contest no more than some acts, each with these.
 */
export interface Brings {
  against: never[][];
  brings: number[][];
  claim: number;
  firm: number[];
}
/**
 * When a norm is in force, as it was known before ``until``.
 */
export interface Known {
  norm: number;
  since: string;
  until: string;
  windows: Window[];
}
/**
 * Days on which a norm is in force; ``until`` is empty where no end is recorded.
 */
export interface Window {
  disputed: boolean;
  since: string;
  until: string;
}
/**
 * An inference of this program: no legal determination, and nobody's claim.
 *
 *     Acts contest it in three ways: ``denials`` deny or doubt the transfer, ``lawful`` deny that it
 *     is a breach, and in ``exempting`` others than its granter speak of an exemption. ``whole`` is
 *     the id of the like finding on the whole of which this transfer is a part.
 */
export interface Finding {
  actor: string | null;
  acts: number[];
  agent: string;
  applies: boolean;
  assumes: Assumed[];
  citation: string;
  claim: number | null;
  denials: number[];
  elements: Element[];
  exempting: number[];
  id: string;
  kind: string;
  lawful: number[];
  marks: string[];
  norm: number | null;
  reasons: string[];
  role: string;
  sentence: string;
  ways: string[];
  whole: string | null;
}
/**
 * What a finding takes as given.
 */
export interface Assumed {
  label: string;
  meaning: string;
}
/**
 * One test of a finding, with both sides. ``key`` is met, not-met, undecided or contested.
 */
export interface Element {
  key: string;
  marks: string[];
  outcome: string;
  rule: string;
  said: string;
  test: string;
  words: Words[];
}
/**
 * A finding as it stands from ``since`` on, and before ``until`` where that is not empty.
 *
 *     It stands so on no day, and among everything, where ``since`` is ``~``. ``brought`` are numbers
 *     of what is brought to its claim, None for all; ``row`` is what then stands in its place, None
 *     for the finding as the page has it.
 */
export interface Stands {
  brought: number[] | null;
  finding: number;
  row: number | null;
  since: string;
  until: string;
}
/**
 * What norms stand in; ``kind`` is such as treaty.
 */
export interface Instrument {
  id: string;
  kind: string;
  label: string;
}
/**
 * A kind of item that claims are about, or one broader than such; ``broader`` are items.
 */
export interface Item {
  aliases: string[];
  broader: number[];
  id: string;
  label: string;
}
/**
 * What the ledger has of the norm of the same number. ``named`` are ids of actors it names.
 */
export interface LedgerRow {
  changedBy: LedgerChange[];
  concerns: string;
  condition: string;
  covers: string[];
  depends: string[];
  excepts: string[];
  exceptsBy: string;
  exceptsLast: string;
  exemptedBy: string;
  instrument: number;
  named: string[];
  reach: string;
  readWith: string[];
  towards: string;
  windows: LedgerWindow[];
}
/**
 * A norm recorded as changing another, and how, in our words; empty where that is not.
 */
export interface LedgerChange {
  citation: string;
  how: string;
  norm: number | null;
}
/**
 * Days on which a norm is in force. ``last`` is empty where no end is recorded.
 *
 *     ``by`` tells which instrument is recorded as fixing the end, empty where none is.
 */
export interface LedgerWindow {
  by: string;
  held: string;
  last: string;
  note: string;
  rejected: string;
  since: string;
}
/**
 * The whole graph, drawn.
 */
export interface Network {
  lines: Line[];
  nodes: Node[];
}
export interface Line {
  claim: number | null;
  finding: string | null;
  from: number;
  kind: string;
  label: string;
  stance: string;
  status: string;
  style: string;
  to: number;
  who: string;
}
/**
 * A voice, an actor, a proposition or a norm, and where it stands.
 */
export interface Node {
  actors: string[];
  claim: number | null;
  kind: string;
  label: string;
  x: number;
  y: number;
}
/**
 * A norm as a lawyer cites it.
 */
export interface Norm {
  binds: string;
  checked: boolean;
  citation: string;
  deontic: string;
  exempted: string;
  id: string;
  instrument: string;
  note: string;
  role: string;
  rule: string;
  since: string;
  sources: Source[];
  territory: string;
  verification: string;
  windows: Window[];
}
/**
 * Where the words of a norm were read.
 */
export interface Source {
  href: string | null;
  words: string;
}
/**
 * An instrument that norms are stated in; ``title`` is our description of it.
 */
export interface LedgerInstrument {
  by: string;
  date: string;
  href: string | null;
  kind: string;
  mark: string;
  source: string;
  symbol: string;
  title: string;
}
/**
 * What one body says on several sides of like transfers between two ends, in time.
 *
 *     ``otherTimes`` tells that the sides are about other days, so that nothing changed. ``within``
 *     names a body whose story has all these words too, else it is empty.
 */
export interface Story {
  actor: string;
  items: string[];
  otherTimes: boolean;
  recipient: string;
  supplier: string;
  turns: Turn[];
  within: string;
}
/**
 * What is said on one side, from a day to a day, before something else is said.
 */
export interface Turn {
  said: Said[];
  side: string;
  since: string;
  until: string;
}
/**
 * A word in a story. ``link`` goes on from the speaker: how it bears on whose story it is.
 */
export interface Said {
  act: number;
  items: string;
  link: string;
  toldBy: string;
  when: string;
}
/**
 * A text. ``out`` is the day by which it is known to be out, as ISO 8601 has it.
 */
export interface Text {
  by: string;
  characters: string;
  date: string;
  document: string;
  href: string | null;
  id: string;
  kind: string;
  language: string;
  out: string;
  signatories: Signatories[];
  source: string;
  title: string;
  verbatim: boolean;
}
/**
 * A list of signatories as one source has it.
 */
export interface Signatories {
  href: string | null;
  mark: string;
  names: string;
  note: string;
  source: string;
  told: string;
}
