"use client";

import { useRef, type KeyboardEvent } from "react";

const KEY = "reconcile.kubectl-history";
const MOST_KEPT = 50;

/** The lines typed in this browser before, newest last, as a shell keeps them. */
export function useLineHistory() {
  /** How many steps back the field shows; 0 is the line being typed. */
  const back = useRef(0);
  const draft = useRef("");

  const remember = (line: string) => {
    const text = line.trim();
    if (text === "") return;
    const others = readLines().filter((known) => known !== text);
    writeLines([...others, text].slice(-MOST_KEPT));
    back.current = 0;
  };

  /** The line `step` entries further back; null at the end of the history. */
  const recall = (step: 1 | -1, current: string): string | null => {
    const lines = readLines();
    const next = back.current + step;
    if (next < 0 || next > lines.length) return null;
    if (back.current === 0) draft.current = current;
    back.current = next;
    return next === 0 ? draft.current : (lines[lines.length - next] ?? null);
  };

  /** Remembers a line that is sent; gives the one that takes its place, if the key asks for it. */
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): string | null => {
    const { value } = event.currentTarget;
    if (event.key === "Enter" && !event.shiftKey) remember(value);
    const step = stepOf(event);
    return step === null ? null : recall(step, value);
  };

  return { onKeyDown };
}

/** Up on the first line of the field goes back, Down on its last line forward. */
function stepOf(event: KeyboardEvent<HTMLTextAreaElement>): 1 | -1 | null {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  if (selectionStart !== selectionEnd || event.altKey || event.shiftKey) return null;
  if (event.key === "ArrowUp") return value.slice(0, selectionStart).includes("\n") ? null : 1;
  if (event.key === "ArrowDown") return value.slice(selectionEnd).includes("\n") ? null : -1;
  return null;
}

function readLines(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((line) => typeof line === "string") : [];
  } catch {
    return [];
  }
}

function writeLines(lines: string[]) {
  try {
    localStorage.setItem(KEY, JSON.stringify(lines));
  } catch {
    // A browser that keeps nothing has no history; typing works as ever.
  }
}
