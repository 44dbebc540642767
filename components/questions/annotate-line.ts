import type { Span } from "@/lib/domain/kubectl/model";

/** A stretch of the learner's text and the findings (by index) that speak of it. */
export type Piece = { text: string; findings: number[]; endOf: number[] };

/**
 * Cuts a text wherever a finding begins or ends. Spans may overlap and nest; an empty
 * span marks the character it stands before. `endOf` names the findings whose number
 * is written behind the piece.
 */
export function annotateLine(text: string, spans: readonly (Span | null)[]): Piece[] {
  const ranges = spans.map((span) => span && widened(span, text.length));
  const cuts = new Set([0, text.length]);
  for (const range of ranges) {
    if (range) cuts.add(range.start).add(range.end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).flatMap((start, index) => {
    const end = at[index + 1] ?? text.length;
    const inside = (range: Span | null) => range && range.start <= start && range.end >= end;
    return [
      {
        text: text.slice(start, end),
        findings: indexesOf(ranges, inside),
        endOf: indexesOf(ranges, (range) => inside(range) && range?.end === end),
      },
    ];
  });
}

const indexesOf = (
  ranges: readonly (Span | null)[],
  test: (range: Span | null) => boolean | null,
): number[] => ranges.flatMap((range, index) => (test(range) ? [index] : []));

function widened({ start, end }: Span, length: number): Span {
  const from = Math.max(0, Math.min(start, length));
  const to = Math.max(from, Math.min(end, length));
  if (to > from) return { start: from, end: to };
  return from < length
    ? { start: from, end: from + 1 }
    : { start: Math.max(0, from - 1), end: from };
}
