/** More levels than any question needs, and few enough for every walk over its data. */
export const MOST_LEVELS = 60;

/** Whether lists and records stand more than `MOST_LEVELS` deep in one another. */
export function isNestedTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((part): unknown[] =>
      typeof part === "object" && part !== null ? Object.values(part) : [],
    );
  }
  return false;
}
