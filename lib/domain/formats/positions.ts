/** Positions in a list as a short text: "0-3,7" are 0, 1, 2, 3 and 7. */
const MOST_POSITION = 9_999;

/** What is no such text names nothing. */
export function parsePositions(text: string): Set<number> {
  const positions = new Set<number>();
  for (const part of text.split(",")) {
    const [, first, last = first] = /^(\d{1,4})(?:-(\d{1,4}))?$/u.exec(part) ?? [];
    if (first === undefined) continue;
    const end = Math.min(Number(last), MOST_POSITION);
    for (let position = Number(first); position <= end; position++) positions.add(position);
  }
  return positions;
}

export function writePositions(positions: Iterable<number>): string {
  const sorted = [...new Set(positions)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const position of sorted) {
    const run = runs.at(-1);
    if (run?.[1] === position - 1) run[1] = position;
    else runs.push([position, position]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}
