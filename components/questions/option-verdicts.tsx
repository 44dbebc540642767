import { useAnswerWords } from "@/components/questions/answer-words";
import { VerdictRow, type Mark } from "@/components/questions/verdict-row";
import { InlineMarkdown } from "@/components/ui/markdown";

type OptionVerdictsProps = {
  options: readonly string[];
  whys: readonly string[];
  correct: readonly number[];
  picks: readonly number[];
};

/** Every option with why it is right or wrong, the learner's picks among them. */
export function OptionVerdicts({ options, whys, correct, picks }: OptionVerdictsProps) {
  const { pick } = useAnswerWords();
  const tags = { right: pick, wrong: pick, missed: "right one", none: undefined };
  return (
    <ul className="flex flex-col gap-2">
      {options.map((option, index) => {
        const mark = markOf(correct.includes(index), picks.includes(index));
        return (
          <VerdictRow key={index} mark={mark} tag={tags[mark]} why={whys[index]}>
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
