/** Reads the flags of one invocation by name: the last use of a scalar, every entry of a list. */
import type { FlagUse, Invocation } from "../invocation";
import { spanWithin } from "../invocation";
import type { Span } from "../model";

/** One entry of a list flag and the characters that it was typed in. */
export type FlagEntry = { text: string; span: Span };

export type FlagReader = {
  /** Last use, or null when the flag was not typed. */
  use(name: string): FlagUse | null;
  uses(name: string): readonly FlagUse[];
  /** Value of the last use, else the flag's default. */
  text(name: string): string;
  bool(name: string): boolean;
  /** Entries of a slice or array flag, in the order typed. */
  entries(name: string): readonly FlagEntry[];
  /** Characters of the value, else of the whole flag, else of the command. */
  span(name: string): Span;
};

const NO_USES: readonly FlagUse[] = [];
const TRUE_WORDS = new Set(["1", "t", "T", "true", "TRUE", "True"]);

export const isTrueWord = (text: string) => TRUE_WORDS.has(text);

export function readFlags(invocation: Invocation): FlagReader {
  const byName = new Map<string, FlagUse[]>();
  for (const use of invocation.flags) {
    const uses = byName.get(use.name);
    if (uses) uses.push(use);
    else byName.set(use.name, [use]);
  }
  const lastUse = (name: string) => byName.get(name)?.at(-1) ?? null;
  const fallback = (name: string) =>
    invocation.command.flags.find((flag) => flag.name === name)?.default ?? "";

  return {
    use: lastUse,
    uses: (name) => byName.get(name) ?? NO_USES,
    text: (name) => lastUse(name)?.value ?? fallback(name),
    bool: (name) => isTrueWord(lastUse(name)?.value ?? fallback(name)),
    entries: (name) => (byName.get(name) ?? NO_USES).flatMap(entriesOf),
    span: (name) => {
      const last = lastUse(name);
      return last ? spanOfValue(last) : invocation.pathSpan;
    },
  };
}

/** The value's characters; the whole flag where it has none (`--image=`). */
function spanOfValue({ valueSpan, span }: FlagUse): Span {
  return valueSpan && valueSpan.end > valueSpan.start ? valueSpan : span;
}

function entriesOf(use: FlagUse): FlagEntry[] {
  const word = use.valueWord;
  if (use.values.length === 1 || !word) {
    return use.values.map((text) => ({ text, span: spanOfValue(use) }));
  }
  let from = 0;
  return use.values.map((text) => {
    const at = word.text.indexOf(text, from);
    if (at < 0) return { text, span: spanOfValue(use) };
    from = at + text.length;
    return { text, span: spanWithin(word, at, from) };
  });
}
