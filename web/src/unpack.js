// The data of the page: columns of values, deflated, in base64. docs/explorer.md tells the form.

/** @typedef {import('./view').View} View */
/** @typedef {{n: number, columns: Record<string, Column>}} Packed */
/** @typedef {unknown[] | {values: unknown[], at: number[]}} Column */

/**
 * Return the bytes that base64 stands for, inflated, as text.
 * @param {string} words
 */
export async function inflate(words) {
  const bytes = Uint8Array.from(atob(words.trim()), (each) => each.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).text();
}

/**
 * Return a column as an array; one with few different values comes as their list, and a number for each row.
 * @param {Column} packed
 * @returns {any[]}
 */
export function column(packed) {
  return Array.isArray(packed) ? packed : packed.at.map((at) => packed.values[at]);
}

/**
 * Return rows from columns. A key that every object has, such as "__proto__", is data like any other.
 * @param {Packed} packed
 * @returns {any[]}
 */
export function rows(packed) {
  const made = Array.from({ length: packed.n }, () => /** @type {Record<string, unknown>} */ ({}));
  for (const [key, each] of Object.entries(packed.columns)) {
    const values = column(each);
    if (key === '__proto__') made.forEach((row, at) => Object.defineProperty(row, key, { value: values[at], enumerable: true, configurable: true, writable: true }));
    else for (let at = 0; at < made.length; at += 1) made[at][key] = values[at];
  }
  return made;
}

/**
 * Return the view: rows wherever the data has columns.
 * @param {any} packed
 * @returns {any}
 */
export function unpack(packed) {
  if (packed === null || typeof packed !== 'object' || Array.isArray(packed)) return packed;
  if (typeof packed.n === 'number' && packed.columns) return rows(packed);
  return Object.fromEntries(Object.entries(packed).map(([key, each]) => [key, unpack(each)]));
}

/**
 * Fill in what travels once (kg/views/thinning.py): a claim's node is called as the claim is, and words that are
 * told by their place alone are those of the text. A part of a string takes no room of its own.
 * @param {View} view
 */
export function filled(view) {
  for (const node of view.network.nodes) if (node.claim !== null && !node.label) node.label = view.claims[node.claim].sentence;
  const fill = (/** @type {import('./view').Words} */ words) => {
    const { exact, spans, text } = words;
    if (text !== null && !exact.length) words.exact = spans.map(([start, end]) => view.texts[text].characters.slice(start, end));
  };
  for (const { words } of view.acts) fill(words);
  for (const { elements } of view.findings) for (const { words } of elements) words.forEach(fill);
  return view;
}

/**
 * Read what stands in the page.
 * @param {HTMLElement} element
 * @returns {Promise<View>}
 */
export async function readView(element) {
  const words = element.textContent || '';
  return filled(unpack(JSON.parse(element.getAttribute('type') === 'application/json' ? words : await inflate(words))));
}
