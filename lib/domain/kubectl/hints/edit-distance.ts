/**
 * How many edits part two words: insertions, deletions, substitutions and swaps of
 * neighbours each count one (optimal string alignment).
 */

/** Longer words are never near anything. */
const LONGEST = 40;

/** The distance, or `limit + 1` as soon as it must be more than `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  if (left === right) return 0;
  const longest = Math.max(left.length, right.length);
  if (longest > LONGEST || Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let index = 1; index <= left.length; index++) {
    const next = nextRow(left, right, index, row, before);
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return Math.min(at(row, right.length), limit + 1);
}

function nextRow(
  left: string,
  right: string,
  index: number,
  row: readonly number[],
  before: readonly number[],
): number[] {
  const next = [index];
  for (let column = 1; column <= right.length; column++) {
    const cost = left[index - 1] === right[column - 1] ? 0 : 1;
    const edited = Math.min(at(row, column) + 1, at(next, column - 1) + 1);
    const kept = at(row, column - 1) + cost;
    const swaps = left[index - 1] === right[column - 2] && left[index - 2] === right[column - 1];
    const swapped = swaps && column > 1 ? at(before, column - 2) + 1 : Infinity;
    next.push(Math.min(edited, kept, swapped));
  }
  return next;
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
    const prefix = known.startsWith(typed);
    const distance = prefix && known !== typed ? 1 : editDistance(typed, known, limit);
    if (distance > limit || distance >= known.length) continue;
    best = candidate;
    if (distance === 0) return best;
    limit = distance - 1;
  }
  return best;
}
