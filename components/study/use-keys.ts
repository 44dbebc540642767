"use client";

import { useEffect, useEffectEvent } from "react";

const TYPING =
  "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])";
const PRESSABLE = "button, a, summary, [role=button]";

type KeyContext = {
  /** Focus is in something that takes characters. */
  typing: boolean;
  /** Focus is on something that Enter presses by itself. */
  pressable: boolean;
};

/**
 * Keys of the whole screen. Return true when the key meant something. Chords with
 * Alt, Ctrl or the command key are the browser's, but for Ctrl+Enter, which sends.
 */
export function useKeys(onKey: (key: string, context: KeyContext) => boolean): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === null || document.querySelector("dialog[open]")) return;
    const context = {
      typing: isWithin(event.target, TYPING),
      pressable: isWithin(event.target, PRESSABLE),
    };
    if (onKey(key, context)) event.preventDefault();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      handle(event);
    };
    document.addEventListener("keydown", listener);
    return () => {
      document.removeEventListener("keydown", listener);
    };
  }, []);
}

function keyOf(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null;
  if (!event.ctrlKey && !event.metaKey) return event.key;
  return event.key === "Enter" ? "Ctrl+Enter" : null;
}

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;
