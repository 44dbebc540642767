import { GivenAnswer } from "@/components/questions/given-answer";
import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import type { TypesByKind } from "@/lib/domain/questions/registry";

export function NumberVerdict({ given, solution }: VerdictPropsOf<"number">) {
  return (
    <GivenAnswer
      text={given ? withUnit(givenText(given.answer), solution.unit) : null}
      right={given ? given.detail.fromRight && given.detail.toRight : false}
      why={given?.detail.why ?? null}
    >
      <code className="inline-code">{withUnit(solutionText(solution), solution.unit)}</code>
    </GivenAnswer>
  );
}

type Given = { value?: number | undefined; from?: number | undefined; to?: number | undefined };

const givenText = ({ value, from, to }: Given) =>
  value === undefined ? `${from ?? "?"} to ${to ?? "?"}` : String(value);

const withUnit = (text: string, unit: string | null) => (unit ? `${text} ${unit}` : text);

function solutionText({ form, from, to, tolerance }: TypesByKind["number"]["solution"]): string {
  if (form === "range") return `${from} to ${to}`;
  return tolerance > 0 ? `${from} (±${tolerance})` : String(from);
}
