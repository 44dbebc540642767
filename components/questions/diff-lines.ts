export type DiffLine = { side: "both" | "yours" | "model"; text: string };

/**
 * The shortest way from one text to the other, line by line (longest common
 * subsequence). For manifests of some hundred lines at most.
 */
export function diffLines(yours: string, model: string): DiffLine[] {
  const a = yours.trimEnd().split("\n");
  const b = model.trimEnd().split("\n");
  const common = commonLengths(a, b);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      lines.push({ side: "both", text: left });
      i++;
      j++;
    } else if (
      right === undefined ||
      (left !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      lines.push({ side: "yours", text: left ?? "" });
      i++;
    } else {
      lines.push({ side: "model", text: right });
      j++;
    }
  }
  return lines;
}

const at = (table: readonly number[][], i: number, j: number): number => table[i]?.[j] ?? 0;

/** `[i][j]`: how many lines the rests from i and from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (!row) continue;
      row[j] =
        a[i] === b[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}
