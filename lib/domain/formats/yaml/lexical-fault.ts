/**
 * What must be known of a YAML text before a parser goes down into it: brackets or dashes
 * within one another by the thousand cost it seconds, and then all memory.
 */
import { Lexer } from "yaml";

import { found, type Found } from "@/lib/domain/formats/file-problem";
import { MOST_LEVELS } from "@/lib/domain/formats/nesting";

const MOST_MARKS = 1_000;
/** Two megabytes of questions have some 75,000 keys and values. */
const MOST_SCALARS = 100_000;

/** Stands before the text of a scalar among the lexer's tokens. */
const SCALAR = "\u001f";
/** Tokens that stand for no text. */
const NO_TEXT = new Set(["\u0002", "\u0018", SCALAR]);

export const tooDeepAt = (at: number): Found =>
  found("too-deep", at, `More than ${MOST_LEVELS} levels, one in another`);

/** The first place where it goes too far, or null. */
export function lexicalFault(text: string): Found | null {
  let at = 0;
  let flow = 0;
  /** Dashes, question marks and colons of the line: each may be a level. */
  let block = 0;
  let marks = 0;
  let scalars = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar) {
      if (token === "[" || token === "{") flow++;
      else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
      else if (flow === 0 && (token === "-" || token === "?" || token === ":")) block++;
      else if (token === "\n" || token === "\r\n") block = 0;
      else if (/^[&*!]/u.test(token)) marks++;
      if (flow > MOST_LEVELS || block > MOST_LEVELS) return tooDeepAt(at);
      if (marks > MOST_MARKS) {
        return found("syntax", at, `More than ${MOST_MARKS} anchors, aliases and tags`);
      }
    }
    isScalar = token === SCALAR;
    if (isScalar && ++scalars > MOST_SCALARS) {
      return found("too-large", at, `More than ${MOST_SCALARS} keys and values`);
    }
    if (!NO_TEXT.has(token)) at += token.length;
  }
  return null;
}
