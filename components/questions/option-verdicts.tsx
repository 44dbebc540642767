import { VerdictRow, type Mark } from "@/components/questions/verdict-row";
import { InlineMarkdown } from "@/components/ui/markdown";

type OptionVerdictsProps = {
  options: readonly string[];
  whys: readonly string[];
  correct: readonly number[];
  picks: readonly number[];
};

const TAGS: Record<Mark, string | undefined> = {
  right: "your pick",
  wrong: "your pick",
  missed: "right one",
  none: undefined,
};

/** Every option with why it is right or wrong, the learner's picks among them. */
export function OptionVerdicts({ options, whys, correct, picks }: OptionVerdictsProps) {
  return (
    <ul className="flex flex-col gap-2">
      {options.map((option, index) => {
        const mark = markOf(correct.includes(index), picks.includes(index));
        return (
          <VerdictRow key={index} mark={mark} tag={TAGS[mark]} why={whys[index]}>
            <InlineMarkdown text={option} />
          </VerdictRow>
        );
      })}
    </ul>
  );
}

function markOf(isCorrect: boolean, isPicked: boolean): Mark {
  if (isPicked) return isCorrect ? "right" : "wrong";
  return isCorrect ? "missed" : "none";
}
