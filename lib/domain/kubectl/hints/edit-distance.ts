/**
 * How many edits part two words: insertions, deletions, substitutions and swaps of
 * neighbours each count one (optimal string alignment).
 */

/** Longer words are never near anything. */
const LONGEST = 40;

/** The distance, or `limit + 1` as soon as it must be more than `limit`. */
export function editDistance(left: string, right: string, limit: number): number {
  const tooFar = limit + 1;
  if (left === right) return 0;
  if (left.length > LONGEST || right.length > LONGEST) return tooFar;
  if (Math.abs(left.length - right.length) > limit) return tooFar;
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let value = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + cost);
      const swapped = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (i > 1 && j > 1 && swapped) value = Math.min(value, at(before, j - 2) + 1);
      next.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return tooFar;
    before = row;
    row = next;
  }
  return Math.min(at(row, right.length), tooFar);
}

const at = (row: readonly number[], column: number) => row[column] ?? Infinity;

export const isWithinEdits = (left: string, right: string, limit: number) =>
  editDistance(left, right, limit) <= limit;

/** How far a word of this length may be from what was meant. */
const limitFor = (length: number) => (length <= 3 ? 1 : length <= 7 ? 2 : 3);

/**
 * The candidate with the fewest edits, the first of equals; null when none is near.
 * A candidate that begins with the word (`--repl`) counts as one edit.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const typed = word.toLowerCase();
  if (typed.length < 2 || typed.length > LONGEST) return null;
  let limit = limitFor(typed.length);
  let best: string | null = null;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const prefix = typed.length >= 3 && known.startsWith(typed);
    const distance = prefix && known !== typed ? 1 : editDistance(typed, known, limit);
    if (distance > limit || distance >= known.length) continue;
    best = candidate;
    if (distance === 0) return best;
    limit = distance - 1;
  }
  return best;
}
