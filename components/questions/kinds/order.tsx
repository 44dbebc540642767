import type { ViewOf, VerdictPropsOf } from "@/components/questions/kind-view";
import { OrderList } from "@/components/questions/order-list";
import { indexOfKey } from "@/components/questions/pick-list";
import { VerdictRow, type Mark } from "@/components/questions/verdict-row";
import { InlineMarkdown } from "@/components/ui/markdown";

type Draft = { order: number[] };

export const orderView: ViewOf<"order", Draft> = {
  typed: false,
  keys: "1–9 name the items one after the other, Backspace takes the last one back",
  start: () => ({ order: [] }),
  toAnswer: (draft, { items }) =>
    draft.order.length < items.length ? null : { kind: "order", order: draft.order },
  toKeep: ({ order }) => (order.length === 0 ? null : { kind: "order", order }),
  resume: ({ order }) => ({ order }),
  press: (draft, key, { items }) => {
    if (key === "Backspace") return { order: draft.order.slice(0, -1) };
    const index = indexOfKey(key, items.length);
    if (index === null) return null;
    return draft.order.includes(index) ? draft : { order: [...draft.order, index] };
  },
  Ask: ({ body, draft, onChange, disabled, promptId }) => (
    <OrderList
      items={body.items}
      order={draft.order}
      disabled={disabled}
      promptId={promptId}
      onChange={(next) => {
        onChange({ order: next });
      }}
    />
  ),
  Verdict: OrderVerdict,
};

/** The right order, each item with where the learner had put it. */
function OrderVerdict({ body, given, solution }: VerdictPropsOf<"order">) {
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
