/**
 * Tokens of the learner's text, one at a time. Alias texts are pushed in front of
 * what is still unread, as a shell does it.
 */
import type { Token } from "./shell-syntax";
import { spend, type Allowance } from "./allowance";
import { afterMatchingParenthesis } from "./lex-dollar";
import { lexWord } from "./lex-word";
import { lineEndLength, sourceOf, spanIn, type Source } from "./source";
import type { Span } from "../model";

export type TokenStream = {
  readonly source: Source;
  /** Tokens to be read before the source goes on, the next one last. */
  readonly waiting: Token[];
  /** Comments seen so far. */
  readonly comments: Span[];
  readonly allowance: Allowance;
};

/** Longest first: the lexer takes the first that fits. */
const OPERATORS = "&>> <<< <<- && || ;; >> >| >& << <& <> &> ; & | < > ( )".split(" ");

const OPERATOR_STARTS: ReadonlySet<string | undefined> = new Set(";&|<>()");

export const openStream = (text: string, allowance: Allowance): TokenStream => ({
  allowance,
  source: sourceOf(text),
  waiting: [],
  comments: [],
});

export function nextToken(stream: TokenStream): Token {
  return stream.waiting.pop() ?? lexToken(stream.source, stream.comments);
}

export function pushBack(stream: TokenStream, token: Token): void {
  stream.waiting.push(token);
}

/** Reads the whole text of an alias and puts its tokens in front. False when there is too much text. */
export function pushAlias(stream: TokenStream, text: string, origin: Span): boolean {
  if (!spend(stream.allowance, text.length)) return false;
  const source = sourceOf(text, origin);
  const tokens: Token[] = [];
  for (let token = lexToken(source, []); token.kind !== "end"; token = lexToken(source, [])) {
    tokens.push(token);
    if (token.kind === "broken") break;
  }
  for (const token of tokens.toReversed()) stream.waiting.push(token);
  return true;
}

function lexToken(source: Source, comments: Span[]): Token {
  skipBlanks(source);
  skipComment(source, comments);
  const start = source.at;
  if (start >= source.text.length) return { kind: "end", ...spanIn(source, start, start) };
  const lineEnd = lineEndLength(source.text, start);
  if (lineEnd > 0) {
    source.at += lineEnd;
    return { kind: "operator", text: "\n", ...spanIn(source, start, source.at) };
  }
  if (OPERATOR_STARTS.has(source.text[start])) return lexOperator(source);
  const word = lexWord(source);
  if (word.ok) return word.value;
  return { kind: "broken", refusal: word.error, ...word.error.span };
}

function lexOperator(source: Source): Token {
  const start = source.at;
  const isProcess = source.text.startsWith("<(", start) || source.text.startsWith(">(", start);
  if (isProcess) return lexProcess(source);
  const text = OPERATORS.find((operator) => source.text.startsWith(operator, start)) ?? ";";
  source.at += text.length;
  return { kind: "operator", text, ...spanIn(source, start, source.at) };
}

/** `<( … )`: a file name that only a running shell knows. */
function lexProcess(source: Source): Token {
  const start = source.at;
  const end = afterMatchingParenthesis(source.text, start + 1) ?? source.text.length;
  source.at = end;
  const span = spanIn(source, start, end);
  const message = "What <( ) provides is known only to a running shell";
  return {
    kind: "word",
    parts: [{ kind: "beyond", code: "process-substitution", message, ...span }],
    ...span,
  };
}

/** Spaces, tabs, and backslashes that join two lines between words. */
function skipBlanks(source: Source): void {
  for (;;) {
    const char = source.text[source.at];
    if (char === " " || char === "\t") {
      source.at++;
    } else if (char === "\\" && lineEndLength(source.text, source.at + 1) > 0) {
      source.at += 1 + lineEndLength(source.text, source.at + 1);
    } else if (char === "\\" && source.at + 1 === source.text.length) {
      source.at++;
    } else {
      return;
    }
  }
}

function skipComment(source: Source, comments: Span[]): void {
  if (source.text[source.at] !== "#") return;
  const start = source.at;
  while (source.at < source.text.length && lineEndLength(source.text, source.at) === 0) {
    source.at++;
  }
  comments.push(spanIn(source, start, source.at));
}
