/** From offsets in a text to its lines. Line breaks are `\n` only: see `normaliseBreaks`. */
export type LineIndex = (offset: number) => { line: number; column: number };

/** Windows and old Mac line breaks become `\n`; lines keep their numbers. */
export const normaliseBreaks = (text: string): string => text.replaceAll(/\r\n?/gu, "\n");

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    const within = Math.min(Math.max(offset, 0), text.length);
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: within - (starts[low] ?? 0) + 1 };
  };
}
