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
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const chord = event.ctrlKey || event.metaKey;
    if (chord && event.key !== "Enter") return;
    if (document.querySelector("dialog[open]")) return;
    const target = event.target instanceof Element ? event.target : null;
    const context = {
      typing: target?.closest(TYPING) != null,
      pressable: target?.closest(PRESSABLE) != null,
    };
    if (onKey(chord ? "Ctrl+Enter" : event.key, context)) event.preventDefault();
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
