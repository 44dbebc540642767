import { useAnswerWords } from "@/components/questions/answer-words";
import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import { OptionVerdicts } from "@/components/questions/option-verdicts";
import { VerdictRow } from "@/components/questions/verdict-row";

export function TrueFalseVerdict({ body, given, solution }: VerdictPropsOf<"true-false">) {
  const { said } = useAnswerWords();
  return (
    <div className="flex flex-col gap-4">
      <ul>
        <VerdictRow
          mark={given ? (given.detail.valueRight ? "right" : "wrong") : "missed"}
          tag={given ? `${said} ${given.detail.value ? "true" : "false"}` : undefined}
        >
          The statement is <strong>{solution.answer ? "true" : "false"}</strong>.
        </VerdictRow>
      </ul>
      <OptionVerdicts
        options={body.reasons}
        whys={solution.whys}
        correct={[solution.reason]}
        picks={pickOf(given?.detail.reason)}
      />
    </div>
  );
}

const pickOf = (reason: number | null | undefined) =>
  reason === null || reason === undefined ? [] : [reason];
