// Days as numbers, so that they can be drawn. A year or a month counts as its first day.

/** @param {string} date ISO 8601: a year, a month or a day @returns {number} days since 1970, NaN for none */
export function dayOf(date) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  return found ? Date.UTC(Number(found[1]), Number(found[2] || 1) - 1, Number(found[3] || 1)) / 86_400_000 : Number.NaN;
}

/**
 * A scale on which a year is the wider the more is said in it, and none is without room. Within a year it is even.
 * @param {number[]} days what is to be drawn
 * @param {number} width in pixels
 * @returns {{at: (day: number) => number, years: {year: number, from: number, to: number}[]}}
 */
export function scaleOf(days, width) {
  const yearOf = (/** @type {number} */ day) => new Date(day * 86_400_000).getUTCFullYear();
  const known = days.filter((day) => !Number.isNaN(day));
  if (!known.length) return { at: () => 0, years: [] };
  // A call takes no more than some ten thousands of arguments, and there can be more days.
  const first = yearOf(known.reduce((least, day) => Math.min(least, day)));
  const counts = Array.from({ length: yearOf(known.reduce((most, day) => Math.max(most, day))) - first + 1 }, () => 0);
  for (const day of known) counts[yearOf(day) - first] += 1;
  const rooms = counts.map((count) => 0.7 + count ** 0.6);
  const all = rooms.reduce((sum, room) => sum + room, 0);
  let left = 0;
  const years = rooms.map((room, at) => {
    const from = left;
    left += room / all * width;
    return { year: first + at, from, to: left };
  });
  const at = (/** @type {number} */ day) => {
    const { year, from, to } = years[Math.min(years.length - 1, Math.max(0, yearOf(day) - first))];
    const begins = Date.UTC(year, 0) / 86_400_000;
    return from + (to - from) * Math.min(1, Math.max(0, (day - begins) / 366));
  };
  return { at, years };
}

/**
 * The years that have room for their number: every one that is wide enough, and of narrow ones those that stand clear.
 * @param {{year: number, from: number, to: number}[]} years @param {number} room of a number, in pixels
 */
export function labelled(years, room) {
  let free = -Infinity;
  return years.filter(({ from }) => {
    if (from < free) return false;
    free = from + room;
    return true;
  });
}
