/** One scalar of plain YAML, which stands on one line. */
import type { Json } from "../plan/plan-model";

const QUOTED = /^(?:"([^"\\]*)"|'([^']*)')(?: +#.*)?$/;
const START = /^[A-Za-z0-9/_-]/;
const INTEGER = /^-?(?:0|[1-9]\d{0,14})$/;
/** Begins as a number does, and is none in YAML 1.1: 100m, 64Mi, 50%, 30s, -c, --all, 10.0.0.1. */
const NO_NUMBER = /^(?:\d+(?:[numkKMGTPE]i?|[smhd]|%)|--?[a-z][\w-]*|\d+(?:\.\d+){3})$/;
const NUMBER_LIKE = /^[-\d]/;
/** Words that YAML 1.1 takes for booleans and nothing. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Whether nothing but a comment is left of a line. */
export const commentedOut = (rest: string) => rest === "" || rest.startsWith("#");

/** Undefined when more than a look is needed. */
export function readPlainScalar(text: string): Json | undefined {
  const quoted = QUOTED.exec(text);
  if (quoted) return quoted[1] ?? quoted[2];
  if (!START.test(text)) return undefined;
  const comment = text.indexOf(" #");
  const plain = comment < 0 ? text : text.slice(0, comment).trimEnd();
  if (plain.includes(": ") || plain.endsWith(":")) return undefined;
  if (NUMBER_LIKE.test(plain)) {
    if (INTEGER.test(plain)) return Object.is(Number(plain), -0) ? undefined : Number(plain);
    return NO_NUMBER.test(plain) ? plain : undefined;
  }
  return RESERVED.test(plain) ? WORDS.get(plain) : plain;
}
