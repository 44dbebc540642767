import { GivenAnswer } from "@/components/questions/given-answer";
import type { VerdictPropsOf } from "@/components/questions/verdict-props";

export function ShortVerdict({ given, solution }: VerdictPropsOf<"short">) {
  return (
    <GivenAnswer
      text={given?.detail.text ?? null}
      right={given?.detail.right ?? false}
      why={given ? (given.detail.why ?? caseHint(given.detail.caseOnly)) : null}
    >
      <code className="inline-code">{solution.accepted[0]}</code>
      {solution.accepted.length > 1 ? (
        <span className="text-sm text-muted">
          {" "}
          or{" "}
          {solution.accepted.slice(1).map((text) => (
            <code key={text} className="inline-code me-1">
              {text}
            </code>
          ))}
        </span>
      ) : null}
    </GivenAnswer>
  );
}

const caseHint = (caseOnly: boolean) =>
  caseOnly ? "The right word, but capital letters matter here." : null;
