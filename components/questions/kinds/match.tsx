import type { ViewOf, VerdictPropsOf } from "@/components/questions/kind-view";
import { MatchRows } from "@/components/questions/match-rows";
import { VerdictRow } from "@/components/questions/verdict-row";
import { InlineMarkdown } from "@/components/ui/markdown";

type Draft = { rights: (number | null)[] };

export const matchView: ViewOf<"match", Draft> = {
  typed: true,
  keys: "In a list: type a number to pick, Tab to go on",
  start: ({ lefts }) => ({ rights: lefts.map(() => null) }),
  toAnswer: ({ rights }) => (rights.includes(null) ? null : { kind: "match", rights }),
  toKeep: ({ rights }) =>
    rights.every((right) => right === null) ? null : { kind: "match", rights },
  resume: ({ rights }, { lefts }) => ({ rights: lefts.map((_, left) => rights[left] ?? null) }),
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <MatchRows
      lefts={body.lefts}
      rights={body.rights}
      picks={draft.rights}
      disabled={disabled}
      promptId={promptId}
      onPick={(left, right) => {
        onChange({ rights: draft.rights.with(left, right) });
      }}
    />
  ),
  Verdict: MatchVerdict,
};

function MatchVerdict({ body, given, solution }: VerdictPropsOf<"match">) {
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
