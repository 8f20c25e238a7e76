// Facets: which rows pass what is chosen, and how many would with each value.
// Several values of one facet are alternatives; several facets must all hold. What is chosen of who speaks, of
// stance, status and year must hold of one and the same act of saying, what is chosen of findings of one finding.

/** @typedef {import('./facetindex.js').Facet} Facet */
/** @typedef {import('./facetindex.js').Index} Index */
/** @typedef {import('./facetindex.js').Lists} Lists */
/** @typedef {import('./page.js').Listed} Kind */
/** Ids chosen, by the key of the facet; what is not stated has the empty id. @typedef {Record<string, string[]>} Choice */

/** Ids as one word of an address. @param {string[]} ids */
export function joined(ids) {
  return ids.map((id) => (id === '' ? '\\-' : id.replace(/[\\|]/g, '\\$&'))).join('|');
}

/** The ids that {@link joined} made one word of. @param {string} words @returns {string[]} */
export function parted(words) {
  if (!words) return [];
  const ids = [''];
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '|') ids.push('');
    else if (words[at] === '\\' && words[at + 1] === '-') at += 1;
    else {
      if (words[at] === '\\' && at + 1 < words.length) at += 1;
      ids[ids.length - 1] += words[at];
    }
  }
  return ids;
}

/** Which values are chosen, null for no choice. @param {Facet} facet @param {Choice} choice */
function chosenIn(facet, choice) {
  const ids = choice[facet.key];
  if (!ids || !ids.length) return null;
  const chosen = new Uint8Array(facet.values.length);
  for (const id of ids) { const at = facet.numbers.get(id); if (at !== undefined) chosen[at] = 1; }
  return chosen;
}

/** Tell whether any value of a unit is marked. @param {Lists} lists @param {number} unit @param {Uint8Array} marks */
function any({ starts, values }, unit, marks) {
  for (let at = starts[unit]; at < starts[unit + 1]; at += 1) if (marks[values[at]]) return true;
  return false;
}

/** Which units of a scope pass every facet of it, null where none is chosen. @param {Index} index @param {'act' | 'finding'} scope @param {Choice} choice */
function unitsPassing(index, scope, choice) {
  /** @type {Uint8Array | null} */
  let passing = null;
  for (const facet of index.facets) {
    const chosen = facet.scope === scope ? chosenIn(facet, choice) : null;
    if (!chosen) continue;
    const lists = facet.of[scope];
    passing ||= new Uint8Array(lists.starts.length - 1).fill(1);
    for (let unit = 0; unit < passing.length; unit += 1) if (passing[unit] && !any(lists, unit, chosen)) passing[unit] = 0;
  }
  return passing;
}

/**
 * Which rows pass; a row that `base` does not mark passes nothing.
 * @param {Index} index @param {Kind} kind @param {Choice} choice @param {Uint8Array | null} [base]
 * @returns {Uint8Array}
 */
export function passingRows(index, kind, choice, base = null) {
  if (kind === 'actor') return actorsPassing(index, choice, base);
  const { n, acts, findings } = index.rows[kind];
  const passing = base ? base.slice() : new Uint8Array(n).fill(1);
  for (const facet of index.facets) {
    const chosen = facet.scope === 'row' ? chosenIn(facet, choice) : null;
    if (chosen) for (let at = 0; at < n; at += 1) if (passing[at] && !any(facet.of[kind], at, chosen)) passing[at] = 0;
  }
  for (const [lists, units] of /** @type {const} */ ([[acts, unitsPassing(index, 'act', choice)], [findings, unitsPassing(index, 'finding', choice)]])) {
    if (units) for (let at = 0; at < n; at += 1) if (passing[at] && !any(lists, at, units)) passing[at] = 0;
  }
  return passing;
}

/** An actor passes that speaks of, or stands in, a claim that passes. @param {Index} index @param {Choice} choice @param {Uint8Array | null} base */
function actorsPassing(index, choice, base) {
  const { about, ...others } = choice;
  const { n, claims } = index.actors;
  const passing = base ? base.slice() : new Uint8Array(n).fill(1);
  const facet = /** @type {Facet} */ (index.byKey.get('about'));
  const chosen = chosenIn(facet, choice);
  if (chosen) for (let at = 0; at < n; at += 1) if (!any(facet.of.actor, at, chosen)) passing[at] = 0;
  if (!Object.values(others).some((ids) => ids.length)) return passing;
  const rows = passingRows(index, 'claim', others);
  for (let at = 0; at < n; at += 1) if (passing[at] && !any(claims, at, rows)) passing[at] = 0;
  return passing;
}

/**
 * Visit each value of a facet that a row has, once for each row that passes everything else.
 * @param {Index} index @param {'finding' | 'claim'} kind @param {Facet} facet @param {Choice} others @param {Uint8Array | null} base
 * @param {(row: number, value: number) => void} visit
 */
function visitValues(index, kind, facet, others, base, visit) {
  const rows = passingRows(index, kind, others, base);
  const seen = new Uint32Array(facet.values.length);
  if (facet.scope === 'row') {
    const { starts, values } = facet.of[kind];
    for (let row = 0; row < rows.length; row += 1) if (rows[row]) for (let at = starts[row]; at < starts[row + 1]; at += 1) visit(row, values[at]);
    return;
  }
  const units = unitsPassing(index, facet.scope, others);
  const members = index.rows[kind][facet.scope === 'act' ? 'acts' : 'findings'];
  const { starts, values } = facet.of[facet.scope];
  for (let row = 0; row < rows.length; row += 1) {
    if (!rows[row]) continue;
    for (let member = members.starts[row]; member < members.starts[row + 1]; member += 1) {
      const unit = members.values[member];
      if (units && !units[unit]) continue;
      for (let at = starts[unit]; at < starts[unit + 1]; at += 1) {
        if (seen[values[at]] === row + 1) continue;
        seen[values[at]] = row + 1;
        visit(row, values[at]);
      }
    }
  }
}

/**
 * How many rows pass with each value of a facet: under all that is chosen of other facets, and without its own choice.
 * @param {Index} index @param {Kind} kind @param {string} key @param {Choice} choice @param {Uint8Array | null} [base]
 * @returns {Uint32Array} by the number of the value
 */
export function countsOf(index, kind, key, choice, base = null) {
  const facet = /** @type {Facet} */ (index.byKey.get(key));
  const others = { ...choice, [key]: [] };
  const counts = new Uint32Array(facet.values.length);
  if (kind !== 'actor') {
    visitValues(index, kind, facet, others, base, (_, value) => { counts[value] += 1; });
    return counts;
  }
  const passing = actorsPassing(index, others, base);
  if (key === 'about') {
    const { starts, values } = facet.of.actor;
    for (let at = 0; at < passing.length; at += 1) if (passing[at]) for (let each = starts[at]; each < starts[at + 1]; each += 1) counts[values[each]] += 1;
    return counts;
  }
  const { about, ...rest } = others;
  const starts = new Uint32Array(index.rows.claim.n + 1);
  /** @type {number[]} */
  const values = [];
  visitValues(index, 'claim', facet, rest, null, (row, value) => { values.push(value); starts[row + 1] += 1; });
  for (let row = 0; row < index.rows.claim.n; row += 1) starts[row + 1] += starts[row];
  const seen = new Uint32Array(facet.values.length);
  const { claims } = index.actors;
  for (let actor = 0; actor < passing.length; actor += 1) {
    if (!passing[actor]) continue;
    for (let claim = claims.starts[actor]; claim < claims.starts[actor + 1]; claim += 1) {
      for (let at = starts[claims.values[claim]]; at < starts[claims.values[claim] + 1]; at += 1) {
        if (seen[values[at]] === actor + 1) continue;
        seen[values[at]] = actor + 1;
        counts[values[at]] += 1;
      }
    }
  }
  return counts;
}
