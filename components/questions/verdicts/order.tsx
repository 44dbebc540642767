import type { VerdictPropsOf } from "@/components/questions/verdict-props";
import { VerdictRow, type Mark } from "@/components/questions/verdict-row";
import { InlineMarkdown } from "@/components/ui/markdown";

/** The right order, each item with where the learner had put it. */
export function OrderVerdict({ body, given, solution }: VerdictPropsOf<"order">) {
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
            tag={given && !placed ? tagFor(had) : undefined}
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

const tagFor = (had: number) => (had < 0 ? "left out" : `you had it at ${had + 1}`);
