// Words of the documents as they are shown. What turns, hides or covers what stands beside it is written out.

// The same as in kg/views/words.py, which writes them out wherever one line is shown; line ends and tabs stay here.
const UNSEEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const PILED = /([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+)/g;

/** Return words in which such a character stands as ⟨U+202E⟩, and a pile of accents as their number. @param {string} words */
export function visible(words) {
  return words
    .replace(PILED, (_, first, rest) => `${first}⟨${rest.length} more marks⟩`)
    .replace(UNSEEN, (found) => `⟨U+${/** @type {number} */ (found.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}
