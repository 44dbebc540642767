"use client";

import { useRef, useState, type KeyboardEvent } from "react";

import type { completeLine, Completion } from "@/lib/domain/kubectl/complete";
import type { TaskContext } from "@/lib/domain/kubectl/model";

type Engine = { completeLine: typeof completeLine };

const NONE: Completion = { from: 0, to: 0, options: [] };
const MOST_SHOWN = 50;

type UseCompletionProps = {
  context: TaskContext;
  onChange: (text: string) => void;
};

/**
 * What may follow at the cursor, and the keys that take it: Tab, or Enter after
 * moving with the arrows; Escape closes. The tables are fetched when the field is
 * first used, and only there.
 */
export function useCompletion({ context, onChange }: UseCompletionProps) {
  const engine = useRef<Engine | null>(null);
  const [found, setFound] = useState(NONE);
  /** -1 until an arrow was used: then Enter still sends the line. */
  const [active, setActive] = useState(-1);
  const options = found.options.slice(0, MOST_SHOWN);

  const close = () => {
    setFound(NONE);
    setActive(-1);
  };

  const warmUp = () => {
    if (engine.current) return;
    import("@/lib/domain/kubectl/complete").then(
      (loaded) => {
        engine.current = loaded;
      },
      // Without a connection a line is typed without suggestions.
      () => undefined,
    );
  };

  /** `asked`: also where nothing has been typed of the next word yet. */
  const look = (text: string, cursor: number, asked = false) => {
    const next = engine.current?.completeLine(text, cursor, context) ?? NONE;
    setFound(asked || next.to > next.from ? next : NONE);
    setActive(-1);
  };

  const accept = (area: HTMLTextAreaElement, index: number) => {
    const option = options[index];
    if (!option) return;
    const { value } = area;
    const space = option.text.endsWith("=") || value.charAt(found.to) === " " ? "" : " ";
    const cursor = found.from + option.text.length + space.length;
    onChange(value.slice(0, found.from) + option.text + space + value.slice(found.to));
    close();
    // After React has written the new text, which would put the cursor at its end.
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(cursor, cursor);
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const area = event.currentTarget;
    const meaning = meaningOf(event, options.length, active);
    if (meaning === null) return false;
    if (meaning === "ask") look(area.value, area.selectionStart, true);
    else if (meaning === "accept") accept(area, Math.max(0, active));
    else if (meaning === "close") close();
    else setActive(meaning.move);
    return true;
  };

  return { options, active, warmUp, look, accept, close, onKeyDown };
}

type Meaning = "ask" | "accept" | "close" | { move: number };

/** Null for keys that are the field's own. */
function meaningOf(
  { key, ctrlKey, shiftKey }: KeyboardEvent,
  count: number,
  active: number,
): Meaning | null {
  if (key === " " && ctrlKey) return "ask";
  if (count === 0) return null;
  if (key === "ArrowDown") return { move: (active + 1) % count };
  if (key === "ArrowUp") return { move: active <= 0 ? count - 1 : active - 1 };
  if (key === "Escape") return "close";
  const takes = (key === "Tab" && !shiftKey) || (key === "Enter" && active >= 0);
  return takes ? "accept" : null;
}
