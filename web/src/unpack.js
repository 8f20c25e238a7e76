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
  const columns = Object.entries(packed.columns).map(([key, each]) => /** @type {const} */ ([key, column(each)]));
  return Array.from({ length: packed.n }, (_, at) => Object.fromEntries(columns.map(([key, values]) => [key, values[at]])));
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
 * Read what stands in the page.
 * @param {HTMLElement} element
 * @returns {Promise<View>}
 */
export async function readView(element) {
  const words = element.textContent || '';
  return unpack(JSON.parse(element.getAttribute('type') === 'application/json' ? words : await inflate(words)));
}
