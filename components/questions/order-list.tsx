"use client";

import { ArrowDown, ArrowUp, X, type LucideIcon } from "lucide-react";
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
    const focus = following === undefined ? `[data-up="${index}"]` : `[data-add="${following}"]`;
    change(next, focus, `${nameOf(index)} is number ${next.length}`);
  };

  const remove = (index: number) => {
    const next = order.filter((other) => other !== index);
    change(next, `[data-add="${index}"]`, `${nameOf(index)} taken out`);
  };

  const move = (item: number, way: "up" | "down") => {
    const to = order.indexOf(item) + (way === "up" ? -1 : 1);
    const next = order.filter((other) => other !== item).toSpliced(to, 0, item);
    const atEnd = way === "up" ? to === 0 : to === order.length - 1;
    const focus = atEnd ? (way === "up" ? "down" : "up") : way;
    change(next, `[data-${focus}="${item}"]`, `${nameOf(item)} is number ${to + 1}`);
  };

  return (
    <ol ref={list} aria-labelledby={promptId} className="flex flex-col gap-2">
      {order.map((index, place) => (
        <PlacedItem
          key={index}
          text={items[index] ?? ""}
          index={index}
          place={place}
          count={order.length}
          disabled={disabled}
          onMove={move}
          onRemove={remove}
        />
      ))}
      {rest.map((index) => (
        <WaitingItem
          key={index}
          text={items[index] ?? ""}
          index={index}
          disabled={disabled}
          onAdd={add}
        />
      ))}
    </ol>
  );
}

type PlacedItemProps = {
  text: string;
  index: number;
  place: number;
  count: number;
  disabled: boolean;
  onMove: (index: number, way: "up" | "down") => void;
  onRemove: (index: number) => void;
};

function PlacedItem({ text, index, place, count, disabled, onMove, onRemove }: PlacedItemProps) {
  const name = plainText(text);
  return (
    <li className="flex min-h-13 items-center gap-3 rounded-lg border border-accent bg-accent-soft py-2 ps-3.5 pe-2">
      <span className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent text-xs font-semibold text-on-accent">
        {place + 1}
      </span>
      <InlineMarkdown text={text} className="flex-1" />
      <span className="flex shrink-0">
        <RowButton
          icon={ArrowUp}
          label={`Move up: ${name}`}
          data-up={index}
          disabled={disabled || place === 0}
          onClick={() => {
            onMove(index, "up");
          }}
        />
        <RowButton
          icon={ArrowDown}
          label={`Move down: ${name}`}
          data-down={index}
          disabled={disabled || place === count - 1}
          onClick={() => {
            onMove(index, "down");
          }}
        />
        <RowButton
          icon={X}
          label={`Take out: ${name}`}
          disabled={disabled}
          onClick={() => {
            onRemove(index);
          }}
        />
      </span>
    </li>
  );
}

type RowButtonProps = {
  icon: LucideIcon;
  label: string;
  disabled: boolean;
  onClick: () => void;
  "data-up"?: number;
  "data-down"?: number;
};

function RowButton({ icon: Icon, label, ...rest }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      className="flex size-8 items-center justify-center rounded-md text-muted hover:bg-surface hover:text-ink disabled:opacity-30"
      {...rest}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}

type WaitingItemProps = {
  text: string;
  index: number;
  disabled: boolean;
  onAdd: (index: number) => void;
};

function WaitingItem({ text, index, disabled, onAdd }: WaitingItemProps) {
  return (
    <li>
      <button
        type="button"
        data-add={index}
        disabled={disabled}
        onClick={() => {
          onAdd(index);
        }}
        className="flex min-h-13 w-full items-center gap-3 rounded-lg border border-line bg-surface px-3.5 py-2 text-start transition-colors hover:border-edge disabled:opacity-70"
      >
        <span
          aria-hidden
          className="size-6 shrink-0 rounded-full border border-dashed border-edge"
        />
        <InlineMarkdown text={text} className="flex-1" />
        {index < 9 ? <Kbd className="text-faint">{index + 1}</Kbd> : null}
      </button>
    </li>
  );
}
