/**
 * What `$` and backquotes introduce. Variables by name can be judged; everything
 * that needs a running shell is kept as a "beyond" part.
 */
import type { Refusal } from "../model";
import type { WordPart } from "./shell-syntax";
import { lexAnsiQuoted } from "./lex-ansi-quoted";
import { spanIn, type Source } from "./source";

const NAME_START = /[A-Za-z_]/;
const NAME_CHAR = /\w/;
const NAME = /^[A-Za-z_]\w*$/;
const DIGIT = /[1-9]/;
const SPECIAL_PARAMETERS = "?!#@*-$0";

/** `source.at` must stand on `$`. */
export function lexDollar(source: Source, parts: WordPart[], quoted: boolean): Refusal | null {
  const next = source.text[source.at + 1] ?? "";
  if (next === "(") return lexSubstitution(source, parts);
  if (next === "{") return lexBraced(source, parts, quoted);
  if (next === "'" && !quoted) return lexAnsiQuoted(source, parts);
  if (NAME_START.test(next)) {
    lexName(source, parts, quoted);
  } else if (DIGIT.test(next)) {
    pushVariable(source, parts, next, source.at + 2, quoted);
  } else if (next !== "" && SPECIAL_PARAMETERS.includes(next)) {
    pushBeyond(
      source,
      parts,
      source.at + 2,
      "shell-parameter",
      `$${next} is known only to a running shell`,
    );
  } else {
    pushDollar(source, parts, quoted);
  }
  return null;
}

function lexName(source: Source, parts: WordPart[], quoted: boolean): void {
  let end = source.at + 2;
  while (NAME_CHAR.test(source.text[end] ?? "")) end++;
  pushVariable(source, parts, source.text.slice(source.at + 1, end), end, quoted);
}

function lexBraced(source: Source, parts: WordPart[], quoted: boolean): Refusal | null {
  const close = source.text.indexOf("}", source.at + 2);
  if (close < 0) return unfinished(source, "}");
  const inside = source.text.slice(source.at + 2, close);
  if (NAME.test(inside)) {
    pushVariable(source, parts, inside, close + 1, quoted);
    return null;
  }
  const message = "Expansions such as ${name:-value} are not followed here";
  pushBeyond(source, parts, close + 1, "parameter-expansion", message);
  return null;
}

/** `$( … )` and `$(( … ))`: skipped up to the closing parenthesis. */
function lexSubstitution(source: Source, parts: WordPart[]): Refusal | null {
  const end = afterMatchingParenthesis(source.text, source.at + 1);
  if (end === null) return unfinished(source, ")");
  const message = "The output of $( ) is known only to a running shell";
  pushBeyond(source, parts, end, "command-substitution", message);
  return null;
}

/** `source.at` must stand on the opening backquote. */
export function lexBackquote(source: Source, parts: WordPart[]): Refusal | null {
  let end = source.at + 1;
  while (end < source.text.length && source.text[end] !== "`") {
    end += source.text[end] === "\\" ? 2 : 1;
  }
  if (end >= source.text.length) return unfinished(source, "`");
  const message = "The output of a command in backquotes is known only to a running shell";
  pushBeyond(source, parts, end + 1, "command-substitution", message);
  return null;
}

/** Offset after the parenthesis that closes the one at `open`; quoted ones do not count. */
export function afterMatchingParenthesis(text: string, open: number): number | null {
  let depth = 0;
  let quote: string | null = null;
  for (let at = open; at < text.length; at++) {
    const char = text[at];
    if (char === "\\" && quote !== "'") at++;
    else if (quote !== null) quote = char === quote ? null : quote;
    else if (char === "'" || char === '"') quote = char;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) return at + 1;
  }
  return null;
}

function pushVariable(
  source: Source,
  parts: WordPart[],
  name: string,
  end: number,
  quoted: boolean,
) {
  parts.push({ kind: "variable", name, quoted, ...spanIn(source, source.at, end) });
  source.at = end;
}

function pushBeyond(source: Source, parts: WordPart[], end: number, code: string, message: string) {
  parts.push({ kind: "beyond", code, message, ...spanIn(source, source.at, end) });
  source.at = end;
}

function pushDollar(source: Source, parts: WordPart[], quoted: boolean) {
  const span = spanIn(source, source.at, source.at + 1);
  parts.push({ kind: "text", text: "$", quoted, literal: source.origin === null, ...span });
  source.at++;
}

const unfinished = (source: Source, closing: string): Refusal => ({
  code: "unclosed-expansion",
  message: `bash: unexpected EOF while looking for matching \`${closing}'`,
  span: spanIn(source, source.at, source.text.length),
  hint: `The shell waits for a closing ${closing} here. A $ that is meant literally belongs in single quotes.`,
});
