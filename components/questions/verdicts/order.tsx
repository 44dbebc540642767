import { useAnswerWords } from "@/components/questions/answer-words";
import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import { VerdictRow, type Mark } from "@/components/questions/verdict-row";
import { InlineMarkdown } from "@/components/ui/markdown";

/** The right order, each item with where the learner had put it. */
export function OrderVerdict({ body, given, solution }: VerdictPropsOf<"order">) {
  const { hadItAt } = useAnswerWords();
  return (
    <ol className="flex flex-col gap-2">
      {solution.order.map((item, place) => {
        const had = given?.detail.order.indexOf(item) ?? -1;
        const placed = had >= 0 && given?.detail.placed[had] === true;
        const mark: Mark = given ? (placed ? "right" : "wrong") : "missed";
        return (
          <VerdictRow
            key={item}
            mark={mark}
            tag={given && !placed ? (had < 0 ? "left out" : `${hadItAt} ${had + 1}`) : undefined}
            why={solution.whys[item]}
          >
            <span className="me-2 font-mono text-sm text-muted">{place + 1}</span>
            <InlineMarkdown text={body.items[item] ?? ""} />
          </VerdictRow>
        );
      })}
    </ol>
  );
}
