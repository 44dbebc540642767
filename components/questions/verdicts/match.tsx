import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import { VerdictRow } from "@/components/questions/verdict-row";
import { InlineMarkdown } from "@/components/ui/markdown";

export function MatchVerdict({ body, given, solution }: VerdictPropsOf<"match">) {
  return (
    <>
      <ul className="flex flex-col gap-2">
        {body.lefts.map((left, row) => {
          const pair = given?.detail.pairs[row];
          const picked = body.rights[pair?.right ?? -1];
          return (
            <VerdictRow
              key={row}
              mark={pair ? (pair.correct ? "right" : "wrong") : "missed"}
              why={solution.whys[row]}
            >
              <InlineMarkdown text={left} />
              <span className="mx-2 text-faint">→</span>
              {pair && !pair.correct && picked ? (
                <span className="me-2 text-bad line-through">
                  <InlineMarkdown text={picked} />
                </span>
              ) : null}
              <InlineMarkdown
                text={body.rights[solution.rights[row] ?? -1] ?? ""}
                className="font-medium"
              />
            </VerdictRow>
          );
        })}
      </ul>
      {solution.unused.length > 0 ? (
        <ul aria-label="Not needed" className="mt-2 flex flex-col gap-2">
          {solution.unused.map(({ right, why }) => (
            <VerdictRow key={right} mark="none" tag="belongs nowhere" why={why}>
              <InlineMarkdown text={body.rights[right] ?? ""} />
            </VerdictRow>
          ))}
        </ul>
      ) : null}
    </>
  );
}
