import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import { OptionVerdicts } from "@/components/questions/option-verdicts";

export function SingleVerdict({ body, given, solution }: VerdictPropsOf<"single">) {
  return (
    <OptionVerdicts
      options={body.options}
      whys={solution.whys}
      // What is right too by an accepted appeal is right for whoever picked it.
      correct={given?.detail.right ? [given.detail.pick] : [solution.correct]}
      picks={given ? [given.detail.pick] : []}
    />
  );
}
