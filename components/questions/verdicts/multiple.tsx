import { OptionVerdicts } from "@/components/questions/option-verdicts";
import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import type { DetailOf } from "@/lib/domain/questions/grade-answer";

export function MultipleVerdict({ body, given, solution }: VerdictPropsOf<"multiple">) {
  return (
    <OptionVerdicts
      options={body.options}
      whys={solution.whys}
      correct={given && isRight(given.detail) ? given.detail.picks : solution.correct}
      picks={given?.detail.picks ?? []}
    />
  );
}

/** Another set may be right too, by an accepted appeal. */
const isRight = ({ missed, wrong }: DetailOf<"multiple">): boolean =>
  missed.length === 0 && wrong.length === 0;
