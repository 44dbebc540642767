/** Reads the words and redirections of one simple command, aliases replaced. */
import type { Refusal, Span } from "../model";
import { plainText } from "./plain-text";
import { nextToken, pushAlias, pushBack, type TokenStream } from "./token-stream";
import type { OperatorToken, Redirection, SimpleCommand, Token, WordToken } from "./shell-syntax";

const REDIRECTIONS = new Set([
  ">",
  ">>",
  ">|",
  ">&",
  "<",
  "<<",
  "<<-",
  "<<<",
  "<&",
  "<>",
  "&>",
  "&>>",
]);
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const DIGITS = /^\d{1,2}$/;

type CommandReader = {
  stream: TokenStream;
  aliases: ReadonlyMap<string, string>;
  hereDocuments: Redirection[];
  words: WordToken[];
  redirections: Redirection[];
  /** Names already replaced here: an alias does not replace itself. */
  replaced: Set<string>;
  /** Whether the next word may be an alias: the first word, and the one after an alias that ends in a blank. */
  aliasNext: boolean;
};

/** Reads up to an operator that is no redirection, or the end. */
export function readSimpleCommand(
  stream: TokenStream,
  aliases: ReadonlyMap<string, string>,
  hereDocuments: Redirection[],
): SimpleCommand | { refusal: Refusal; span: Span } {
  const reader: CommandReader = {
    stream,
    aliases,
    hereDocuments,
    words: [],
    redirections: [],
    replaced: new Set(),
    aliasNext: true,
  };
  for (;;) {
    const token = nextToken(stream);
    if (token.kind === "broken") return { refusal: token.refusal, span: token };
    if (token.kind === "word") {
      readWord(reader, token);
    } else if (token.kind === "operator" && REDIRECTIONS.has(token.text)) {
      const problem = readRedirection(reader, token);
      if (problem !== null) return problem;
    } else {
      pushBack(stream, token);
      return { words: reader.words, redirections: reader.redirections, ...spanOf(reader, token) };
    }
  }
}

function readWord(reader: CommandReader, word: WordToken): void {
  const plain = plainText(word);
  const alias = reader.aliasNext && plain !== null ? reader.aliases.get(plain) : undefined;
  const mayReplace = plain !== null && alias !== undefined && !reader.replaced.has(plain);
  if (mayReplace && pushAlias(reader.stream, alias, { start: word.start, end: word.end })) {
    reader.replaced.add(plain);
    reader.aliasNext = reader.words.length === 0 || /[ \t]$/.test(alias);
    return;
  }
  reader.words.push(word);
  const stillBefore = reader.aliasNext && plain !== null && ASSIGNMENT.test(plain);
  reader.aliasNext = stillBefore;
}

function readRedirection(
  reader: CommandReader,
  operator: OperatorToken,
): { refusal: Refusal; span: Span } | null {
  const descriptor = takeDescriptor(reader, operator);
  const target = nextToken(reader.stream);
  if (target.kind === "broken") return { refusal: target.refusal, span: target };
  if (target.kind !== "word") return missingTarget(operator, target);
  const redirection: Redirection = {
    descriptor: operator.text.startsWith("&") ? null : (descriptor ?? defaultDescriptor(operator)),
    operator: operator.text,
    target,
    hereDocument: null,
    start: operator.start,
    end: target.end,
  };
  reader.redirections.push(redirection);
  if (operator.text === "<<" || operator.text === "<<-") reader.hereDocuments.push(redirection);
  return null;
}

const defaultDescriptor = (operator: OperatorToken) => (operator.text.startsWith("<") ? 0 : 1);

/** `2>`: digits that touch the operator are its file descriptor, not a word. */
function takeDescriptor(reader: CommandReader, operator: OperatorToken): number | null {
  const last = reader.words.at(-1);
  if (last?.end !== operator.start) return null;
  const digits = plainText(last);
  if (digits === null || !DIGITS.test(digits)) return null;
  reader.words.pop();
  return Number(digits);
}

function missingTarget(operator: OperatorToken, found: Token): { refusal: Refusal; span: Span } {
  const text = found.kind === "operator" && found.text !== "\n" ? found.text : "newline";
  const span = { start: operator.start, end: operator.end };
  return {
    span,
    refusal: {
      code: "shell-syntax",
      message: `bash: syntax error near unexpected token \`${text}'`,
      span,
      hint: `After ${operator.text} the shell expects a file name. Quote ${operator.text} if it belongs to a value.`,
    },
  };
}

function spanOf(reader: CommandReader, after: Token): Span {
  const starts = [...reader.words, ...reader.redirections];
  if (starts.length === 0) return { start: after.start, end: after.start };
  return {
    start: starts.reduce((least, { start }) => Math.min(least, start), after.start),
    end: starts.reduce((most, { end }) => Math.max(most, end), 0),
  };
}
