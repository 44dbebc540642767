import type { WordToken } from "./shell-syntax";

/** The text of a word that is neither quoted nor expanded; null for any other. */
export function plainText(word: WordToken | undefined): string | null {
  const [part, more] = word?.parts ?? [];
  if (part?.kind !== "text" || part.quoted || more !== undefined) return null;
  return part.text;
}
