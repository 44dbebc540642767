import type { ViewOf } from "@/components/questions/kind-view";
import { OrderList } from "@/components/questions/order-list";
import { indexOfKey } from "@/components/questions/pick-list";

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
    <div>
      <p className="mb-2 text-sm text-muted">Pick one after the other, first to last</p>
      <OrderList
        items={body.items}
        order={draft.order}
        disabled={disabled}
        promptId={promptId}
        onChange={(next) => {
          onChange({ order: next });
        }}
      />
    </div>
  ),
};
