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

type Depth = { flow: number; block: number; marks: number; scalars: number };

/** The first place where it goes too far, or null. */
export function lexicalFault(text: string): Found | null {
  const depth: Depth = { flow: 0, block: 0, marks: 0, scalars: 0 };
  let at = 0;
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar) count(depth, token);
    const fault = faultOf(depth, at);
    if (fault) return fault;
    isScalar = token === SCALAR;
    if (!NO_TEXT.has(token)) at += token.length;
  }
  return null;
}

/** `block` counts the dashes, question marks and colons of a line: each may be a level. */
function count(depth: Depth, token: string): void {
  if (token === SCALAR) depth.scalars++;
  else if (token === "[" || token === "{") depth.flow++;
  else if (token === "]" || token === "}") depth.flow = Math.max(0, depth.flow - 1);
  else if (token === "\n" || token === "\r\n") depth.block = 0;
  else if (["-", "?", ":"].includes(token)) depth.block += depth.flow === 0 ? 1 : 0;
  else if (/^[&*!]/u.test(token)) depth.marks++;
}

function faultOf({ flow, block, marks, scalars }: Depth, at: number): Found | null {
  if (flow > MOST_LEVELS || block > MOST_LEVELS) return tooDeepAt(at);
  if (marks > MOST_MARKS) {
    return found("syntax", at, `More than ${MOST_MARKS} anchors, aliases and tags`);
  }
  return scalars > MOST_SCALARS
    ? found("too-large", at, `More than ${MOST_SCALARS} keys and values`)
    : null;
}
