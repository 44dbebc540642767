"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useRef } from "react";

import { useAnnounce } from "@/components/ui/announcer";
import { Kbd } from "@/components/ui/kbd";
import { InlineMarkdown, plainText } from "@/components/ui/markdown";

type OrderListProps = {
  items: readonly string[];
  /** Positions of the items picked so far, first to last. */
  order: readonly number[];
  disabled: boolean;
  promptId: string;
  onChange: (order: number[]) => void;
};

const ICON_BUTTON =
  "flex size-8 items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink disabled:opacity-30";

/**
 * Items are put in order by naming them one after the other: by key, click or tap,
 * no dragging. What is picked moves up into its place; the list keeps its height.
 */
export function OrderList({ items, order, disabled, promptId, onChange }: OrderListProps) {
  const list = useRef<HTMLOListElement>(null);
  const announce = useAnnounce();
  const rest = items.map((_, index) => index).filter((index) => !order.includes(index));
  const nameOf = (index: number) => plainText(items[index] ?? "");

  /** Buttons move with their row: focus goes along. */
  const change = (next: number[], focus: string, said: string) => {
    onChange(next);
    announce(said);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(focus)?.focus());
  };

  const add = (index: number) => {
    const next = [...order, index];
    const following = rest.find((other) => other !== index);
    const focus =
      following === undefined ? `[data-remove="${index}"]` : `[data-add="${following}"]`;
    change(next, focus, `${nameOf(index)} is number ${next.length}`);
  };

  const remove = (index: number) => {
    const next = order.filter((other) => other !== index);
    change(next, `[data-add="${index}"]`, `${nameOf(index)} taken out`);
  };

  const move = (from: number, to: number) => {
    const next = [...order];
    const [item] = next.splice(from, 1);
    if (item === undefined) return;
    next.splice(to, 0, item);
    const way = to < from ? "up" : "down";
    change(next, `[data-${way}="${item}"]`, `${nameOf(item)} is number ${to + 1}`);
  };

  return (
    <ol ref={list} aria-labelledby={promptId} className="flex flex-col gap-2">
      {order.map((index, place) => (
        <li
          key={index}
          className="flex min-h-13 items-center gap-3 rounded-lg border border-accent bg-accent-soft py-2 ps-3.5 pe-2"
        >
          <span
            aria-hidden
            className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent text-xs font-semibold text-on-accent"
          >
            {place + 1}
          </span>
          <InlineMarkdown text={items[index] ?? ""} className="flex-1" />
          <span className="flex shrink-0">
            <button
              type="button"
              data-up={index}
              disabled={disabled || place === 0}
              aria-label={`Move up: ${nameOf(index)}`}
              onClick={() => {
                move(place, place - 1);
              }}
              className={ICON_BUTTON}
            >
              <ArrowUp aria-hidden className="size-4" />
            </button>
            <button
              type="button"
              data-down={index}
              disabled={disabled || place === order.length - 1}
              aria-label={`Move down: ${nameOf(index)}`}
              onClick={() => {
                move(place, place + 1);
              }}
              className={ICON_BUTTON}
            >
              <ArrowDown aria-hidden className="size-4" />
            </button>
            <button
              type="button"
              data-remove={index}
              disabled={disabled}
              aria-label={`Take out: ${nameOf(index)}`}
              onClick={() => {
                remove(index);
              }}
              className={ICON_BUTTON}
            >
              <X aria-hidden className="size-4" />
            </button>
          </span>
        </li>
      ))}
      {rest.map((index) => (
        <li key={index}>
          <button
            type="button"
            data-add={index}
            disabled={disabled}
            onClick={() => {
              add(index);
            }}
            className="flex min-h-13 w-full items-center gap-3 rounded-lg border border-line bg-surface px-3.5 py-2 text-start transition-colors hover:border-edge disabled:opacity-70"
          >
            <span
              aria-hidden
              className="size-6 shrink-0 rounded-full border border-dashed border-edge"
            />
            <InlineMarkdown text={items[index] ?? ""} className="flex-1" />
            {index < 9 ? <Kbd className="text-faint">{index + 1}</Kbd> : null}
          </button>
        </li>
      ))}
    </ol>
  );
}
