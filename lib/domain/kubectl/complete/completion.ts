/** What completion offers. */

export type CompletionOption = {
  text: string;
  kind: "command" | "resource" | "flag" | "value";
  /** One line about it; empty when there is nothing to say. */
  detail: string;
};

/** `text` of an option replaces the characters in [from, to). */
export type Completion = { from: number; to: number; options: readonly CompletionOption[] };

/** Candidates for the part of the word after its first `skip` characters. */
export type Offer = { skip: number; options: readonly CompletionOption[] };

export const NOTHING: Offer = { skip: 0, options: [] };

/** Those that begin with what is typed, whatever the case; a finished word is not offered again. */
export function matching(offer: Offer, typed: string): CompletionOption[] {
  const start = typed.toLowerCase();
  return offer.options.filter(({ text }) => text.toLowerCase().startsWith(start) && text !== typed);
}
