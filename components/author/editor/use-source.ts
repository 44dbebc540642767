"use client";

import { useState } from "react";

import {
  appendAt,
  moveAt,
  removeAt,
  setAt,
  type Path,
} from "@/components/author/editor/source-text";

const MOST_STEPS = 50;

/** The text being written, with what the fields do to it, and a way back from what removes or moves. */
export function useSource(start: string) {
  const [text, setText] = useState(start);
  const [past, setPast] = useState<readonly string[]>([]);

  const step = (change: (now: string) => string) => {
    setPast((before) => [...before.slice(-MOST_STEPS + 1), text]);
    setText(change(text));
  };
  return {
    text,
    canUndo: past.length > 0,
    undo: () => {
      const last = past.at(-1);
      if (last === undefined) return;
      setText(last);
      setPast(past.slice(0, -1));
    },
    /** As typed into the YAML. */
    type: setText,
    /** Another text altogether, which can be taken back. */
    replace: (next: string) => {
      step(() => next);
    },
    set: (path: Path, value: unknown) => {
      setText((now) => setAt(now, path, value));
    },
    remove: (path: Path) => {
      step((now) => removeAt(now, path));
    },
    append: (path: Path, value: unknown) => {
      setText((now) => appendAt(now, path, value));
    },
    move: (path: Path, from: number, to: number) => {
      step((now) => moveAt(now, path, from, to));
    },
  };
}
