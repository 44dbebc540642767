"use client";

import { useSyncExternalStore } from "react";

const KEY = "reconcile.shortcuts";
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

function write(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // Blocked storage: the choice cannot be kept.
  }
  for (const listener of listeners) listener();
}

/** Speech input sends letters as keys: whoever uses it must be able to turn shortcuts off. */
export const useShortcutsSetting = () =>
  [useSyncExternalStore(subscribe, read, () => true), write] as const;
