/**
 * What a question from a file may hold at most. Far more than any question needs, and so
 * little that checking one never takes long, whatever somebody sends.
 */
import { countDraws } from "@/lib/domain/questions/parameters";
import type { QuestionContent } from "@/lib/domain/questions/content";

const MOST_CHARACTERS = 100_000;
const MOST_ENTRIES = 100;
const MOST_JUDGED_LINES = 2_000;
const VARIANTS = 64;

/** Characters that no database or file can keep: NUL, and halves of surrogate pairs. */
const UNKEEPABLE = /\0|\p{Surrogate}/u;

/** What is too much about a question, or null. */
export function limitFault(content: QuestionContent): string | null {
  const size = JSON.stringify(content).length;
  if (size > MOST_CHARACTERS) {
    return `The question has ${size} characters; at most ${MOST_CHARACTERS} are possible`;
  }
  const long = longestList(content);
  if (long > MOST_ENTRIES) {
    return `A list of the question has ${long} entries; at most ${MOST_ENTRIES} are possible`;
  }
  if (content.kind !== "kubectl") return null;
  const variants = Math.min(VARIANTS, countDraws(content.parameters ?? {}));
  const judged = variants * (content.accept.length + content.nearMisses.length);
  return judged > MOST_JUDGED_LINES
    ? `Its variants have ${judged} command lines to check; at most ${MOST_JUDGED_LINES} are possible`
    : null;
}

function longestList(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const parts: unknown[] = Object.values(value);
  return Math.max(parts.length, ...parts.slice(0, MOST_ENTRIES).map(longestList));
}

/** Whether a text somewhere in the value holds what cannot be kept. */
export function isUnkeepable(value: unknown): boolean {
  if (typeof value === "string") return UNKEEPABLE.test(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, part]: [string, unknown]) => UNKEEPABLE.test(key) || isUnkeepable(part),
  );
}

/** The first such character of a text; -1 if there is none. */
export const findUnkeepable = (text: string): number => UNKEEPABLE.exec(text)?.index ?? -1;
