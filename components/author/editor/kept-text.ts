/**
 * Text that has not reached the server yet, kept on this device: a tab that is closed or
 * killed meanwhile loses nothing. Within the session of the browser's tab only, so that the
 * next person at this device finds nothing of it.
 */
import type { QuestionRef } from "@/lib/domain/authoring/editor-contract";

export type KeptText = {
  source: string;
  /** The draft that it was made on. */
  draftId: string | null;
  revision: number;
  baseVersion: number;
};

const keyOf = ({ bankId, slug }: QuestionRef): string => `author ${bankId}/${slug}`;

export function keepText(ref: QuestionRef, text: KeptText): void {
  quietly(() => {
    sessionStorage.setItem(keyOf(ref), JSON.stringify(text));
  });
}

export function forgetText(ref: QuestionRef): void {
  quietly(() => {
    sessionStorage.removeItem(keyOf(ref));
  });
}

export function findKeptText(ref: QuestionRef): KeptText | null {
  return (
    quietly(() => {
      const kept = sessionStorage.getItem(keyOf(ref));
      return kept === null ? null : (JSON.parse(kept) as KeptText);
    }) ?? null
  );
}

/** A browser that keeps nothing has nothing to find. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
