/**
 * Groups tokens into pipelines, up to the end of a logical line.
 *
 *   line      = [ pipeline { ( ";" | "&&" | "||" | "&" ) pipeline } [ ";" | "&" ] ] newline
 *   pipeline  = command { "|" command }
 *   command   = { word | redirection }
 */
import type { Refusal, Span } from "../model";
import { isReservedWord } from "./reserved-words";
import { plainText } from "./plain-text";
import { readHereDocument } from "./lex-here-document";
import { readSimpleCommand } from "./read-simple-command";
import { nextToken, pushBack, type TokenStream } from "./token-stream";
import type { LogicalLine, Pipeline, Redirection, SimpleCommand, Token } from "./shell-syntax";

export type Aliases = ReadonlyMap<string, string>;

/** More than any line has; what follows is not read. */
const MOST_COMMANDS = 200;

type LineReader = {
  stream: TokenStream;
  aliases: Aliases;
  pipelines: Pipeline[];
  /** Here-documents whose bodies begin after the next line end. */
  hereDocuments: Redirection[];
};

type Problem = NonNullable<LogicalLine["problem"]>;

/** Null at the end of the text. */
export function readLogicalLine(stream: TokenStream, aliases: Aliases): LogicalLine | null {
  const reader: LineReader = { stream, aliases, pipelines: [], hereDocuments: [] };
  const first = nextToken(stream);
  if (first.kind === "end") return null;
  pushBack(stream, first);
  const problem = readPipelines(reader);
  return { pipelines: reader.pipelines, problem };
}

function readPipelines(reader: LineReader): Problem | null {
  let joinedBy: Pipeline["joinedBy"] = "newline";
  for (;;) {
    const pipeline = readPipeline(reader, joinedBy);
    if (!("commands" in pipeline)) return pipeline;
    const after = nextToken(reader.stream);
    const empty = pipeline.commands.length === 0;
    if (!empty) reader.pipelines.push({ ...pipeline, background: isOperator(after, "&") });
    if (after.kind === "end") return empty && continues(joinedBy) ? unexpected(after) : null;
    if (isOperator(after, "\n")) {
      readHereDocuments(reader);
      if (!empty || !continues(joinedBy)) return null;
    } else {
      const separator = separatorOf(after);
      if (empty || separator === null) return functionOrSyntaxError(reader.stream, after);
      joinedBy = separator;
    }
  }
}

const continues = (joinedBy: Pipeline["joinedBy"]) => joinedBy === "&&" || joinedBy === "||";

function separatorOf(token: Token): Exclude<Pipeline["joinedBy"], "newline"> | null {
  if (token.kind !== "operator") return null;
  const { text } = token;
  return text === ";" || text === "&&" || text === "||" || text === "&" ? text : null;
}

/** `k() { …; }` defines a function; any other parenthesis here is a mistake. */
function functionOrSyntaxError(stream: TokenStream, found: Token): Problem {
  if (isOperator(found, "(") && isOperator(nextToken(stream), ")")) {
    const span = { start: found.start, end: stream.source.text.length };
    return beyond(span, "What a shell function does is known only to a running shell");
  }
  return unexpected(found);
}

function readPipeline(reader: LineReader, joinedBy: Pipeline["joinedBy"]): Pipeline | Problem {
  const commands: SimpleCommand[] = [];
  if (reader.pipelines.length >= MOST_COMMANDS) return tooMany(reader.stream);
  for (;;) {
    const command = readSimpleCommand(reader.stream, reader.aliases, reader.hereDocuments);
    if ("refusal" in command) return refused(command.span, command.refusal);
    const reserved = beyondOneLine(command, reader.stream);
    if (reserved !== null) return reserved;
    const empty = command.words.length === 0 && command.redirections.length === 0;
    if (!empty) commands.push(command);
    const after = nextToken(reader.stream);
    const next = afterCommand(after, empty, commands.length);
    if (next === "unexpected") return unexpected(after);
    if (next === "continued") readHereDocuments(reader);
    if (next !== "end") continue;
    pushBack(reader.stream, after);
    return { commands, joinedBy, background: false, ...spanOf(commands, after.start) };
  }
}

const spanOf = (commands: readonly SimpleCommand[], otherwise: number): Span => ({
  start: commands[0]?.start ?? otherwise,
  end: commands.at(-1)?.end ?? otherwise,
});

/** What follows a command of a pipeline: a pipe, the line end after a pipe, or its end. */
function afterCommand(
  after: Token,
  empty: boolean,
  before: number,
): "piped" | "continued" | "end" | "unexpected" {
  if (empty && before > 0) return isOperator(after, "\n") ? "continued" : "unexpected";
  if (!isOperator(after, "|")) return "end";
  return empty ? "unexpected" : "piped";
}

function tooMany({ source }: TokenStream): Problem {
  const span = { start: source.at, end: source.text.length };
  const message = "There are too many commands to follow";
  return { ...span, refusal: null, unjudgeable: { code: "too-long", message, span } };
}

/** Loops, conditions, groups and subshells: the rest of the text belongs to them. */
function beyondOneLine(command: SimpleCommand, stream: TokenStream): Problem | null {
  const first = command.words[0];
  const text = plainText(first);
  const end = stream.source.text.length;
  if (first !== undefined && text !== null && isReservedWord(text)) {
    const message = `What \`${text}\` does is known only to a running shell`;
    return beyond({ start: first.start, end }, message);
  }
  if (first !== undefined || command.redirections.length > 0) return null;
  const next = nextToken(stream);
  pushBack(stream, next);
  if (!isOperator(next, "(")) return null;
  return beyond({ start: next.start, end }, "Commands in ( ) run in a shell of their own");
}

function readHereDocuments(reader: LineReader): void {
  for (const redirection of reader.hereDocuments) {
    const stripTabs = redirection.operator === "<<-";
    redirection.hereDocument = readHereDocument(
      reader.stream.source,
      redirection.target,
      stripTabs,
    );
  }
  reader.hereDocuments.length = 0;
}

const isOperator = (token: Token, text: string) => token.kind === "operator" && token.text === text;

const refused = ({ start, end }: Span, refusal: Refusal): Problem => ({
  start,
  end,
  refusal,
  unjudgeable: null,
});

const beyond = (span: Span, message: string): Problem => ({
  ...span,
  refusal: null,
  unjudgeable: { code: "shell-control", message, span },
});

function unexpected(token: Token): Problem {
  const span = { start: token.start, end: token.end };
  if (token.kind === "broken") return refused(span, token.refusal);
  if (token.kind === "end") {
    const message = "bash: syntax error: unexpected end of file";
    const hint = "After &&, || and | the shell waits for one more command.";
    return refused(span, { code: "shell-syntax", message, span, hint });
  }
  const text = token.kind === "operator" && token.text !== "\n" ? token.text : "newline";
  return refused(span, {
    code: "shell-syntax",
    message: `bash: syntax error near unexpected token \`${text}'`,
    span,
    hint: `To the shell ${text} is an operator. Quote it if it belongs to a value.`,
  });
}
