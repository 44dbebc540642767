import type { Imported, ImportState } from "@/lib/domain/formats/transfer-contract";

export const STATE_WORDS: Record<ImportState, string> = {
  new: "New",
  changed: "Changed",
  back: "Back",
  unchanged: "Unchanged",
  error: "Has errors",
};

const countWords = (counts: readonly (readonly [number, string])[]): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(", ");

/** "12 new, 3 changed, 4 unchanged" */
export function statesInWords(states: readonly ImportState[]): string {
  const count = (state: ImportState) => states.filter((each) => each === state).length;
  return countWords([
    [count("new"), "new"],
    [count("changed"), "changed"],
    [count("back"), "to bring back"],
    [count("unchanged"), "unchanged"],
    [count("error"), "with errors"],
  ]);
}

export const importedInWords = ({ added, changed, back, unchanged }: Imported): string =>
  countWords([
    [added, "added"],
    [changed, "changed"],
    [back, "brought back"],
    [unchanged, "unchanged"],
  ]) || "Nothing was taken";

export const questionCount = (count: number): string =>
  count === 1 ? "1 question" : `${count} questions`;
