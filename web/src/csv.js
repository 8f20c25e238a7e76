// Rows as CSV (RFC 4180): UTF-8 without a byte order mark, CRLF, every cell with a comma, quote or break in quotes.

/** A cell as it is written. What a spreadsheet would run is shown with an apostrophe before it. @param {string | number} value */
export function cell(value) {
  const words = String(value);
  const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {string[]} head @param {(string | number)[][]} rows */
export function csv(head, rows) {
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * Sort rows by a column, numbers as numbers; empty cells come last whichever way one sorts, equal rows stay in order.
 * @template Row
 * @param {Row[]} rows @param {(row: Row) => string | number} value @param {boolean} down
 * @returns {Row[]}
 */
export function sorted(rows, value, down) {
  const collator = new Intl.Collator('en', { numeric: true });
  const keyed = rows.map((row, at) => ({ row, at, key: value(row) }));
  keyed.sort((one, other) => {
    if (one.key === '' || other.key === '') return one.key === other.key ? one.at - other.at : one.key === '' ? 1 : -1;
    const order = typeof one.key === 'number' && typeof other.key === 'number' ? one.key - other.key : collator.compare(String(one.key), String(other.key));
    return (down ? -order : order) || one.at - other.at;
  });
  return keyed.map(({ row }) => row);
}
