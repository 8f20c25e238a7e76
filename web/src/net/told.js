// What a line or a node of the network is, in words: who says it and how, never that it is so.
import { clip } from '../dom.js';
import { data, find, wayOf } from '../page.js';

/** @typedef {import('../view').Line} Line */

// So many voices are read out; the panel has them all.
const VOICES = 8;

/** Each voice with its own stances, those who deny first. @param {number[]} acts @returns {string} */
export function voices(acts) {
  /** @type {Map<string, Set<string>>} */
  const said = new Map();
  const sorted = [...acts].sort((one, other) => Number(data.acts[other].bearing === 'negates') - Number(data.acts[one].bearing === 'negates') || one - other);
  for (const at of sorted) {
    const { who } = data.acts[at];
    said.set(who, (said.get(who) || new Set()).add(wayOf(data.acts[at]).replace('✕ ', '')));
  }
  const told = [...said].map(([who, ways]) => `${who}: ${[...ways].join('; ')}`);
  const more = told.length > VOICES ? `, and ${told.length - VOICES} more` : '';
  return told.length ? told.slice(0, VOICES).join(', ') + more : `nobody ${data.where} says it`;
}

/** @param {number} at of a line @param {number} [to] the node at which it is told, by its number */
export function tellLine(at, to = -1) {
  const line = data.network.lines[at];
  const [from, end] = [data.network.nodes[line.from].label, data.network.nodes[line.to].label];
  const first = line.label.split('\n');
  switch (line.kind) {
    case 'says': return `${from}: ${first[0].replace('✕ ', '')}, of the claim of ${clip(end, 160)}`;
    case 'contests': return `${from}: ${first[0].replace('✕ ', '')}, as said elsewhere, against the claim of ${clip(end, 160)}`;
    case 'finding':
    case 'findings': return tellFinding(line, end);
    default: return tellRole(line, first[0], to);
  }
}

/** @param {Line} line @param {string} role @param {number} at */
function tellRole(line, role, at) {
  const claim = line.claim === null ? null : data.claims[line.claim];
  const [from, to] = [data.network.nodes[line.from], data.network.nodes[line.to]];
  const isClaim = (/** @type {import('../view').Node} */ node) => node.claim !== null && node.claim === line.claim;
  const [end, whole] = isClaim(to) ? [from, to] : [to, from];
  if (line.kind === 'link' && data.network.nodes[at] === end) return `${clip(end.label, 160)}: ${role} in the claim of ${clip(whole.label, 160)} (${voices(claim ? claim.acts : [])})`;
  if (line.kind === 'link') return `Claim of ${clip(whole.label, 160)} (${voices(claim ? claim.acts : [])}), ${role}: ${clip(end.label, 160)}`;
  return `${clip(end.label, 160)}, ${role} in the claim of ${clip(whole.label, 160)} (${voices(claim ? claim.acts : [])})`;
}

/** @param {Line} line @param {string} rule */
function tellFinding(line, rule) {
  const finding = data.findings[find('finding', line.finding)];
  const words = line.label.split('\n').filter((each) => !each.includes(' · ')).join(', ');
  const acts = finding ? finding.acts : [];
  const denied = finding?.denials.length ? `; denied or doubted (${voices(finding.denials)})` : '';
  return `${words}: ${rule} (this program’s inference and no legal determination; it rests on ${voices(acts)}${denied})`;
}

/** What a node is. @param {number} at */
export function tellNode(at) {
  const { kind, label, claim } = data.network.nodes[at];
  if (claim !== null) return `Claim of ${label} (${voices(data.claims[claim].acts)})`;
  return kind === 'norm' ? `Rule ${label}` : label;
}
