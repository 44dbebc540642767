/**
 * What the lexer hands to the statement reader: words in parts that still have to
 * be expanded, and operators.
 *
 *   word      = { plain | 'literal' | "text $name" | \any | $name | ${name} | $'\n' }
 *   operator  = ; & && | || ( ) < > >> >| << <<- <<< >& <& &> &>> newline
 */
import type { Refusal, Span, Unjudgeable } from "../model";

/** A stretch of characters. `literal`: every character of `text` is one character of the source. */
export type TextPart = Span & { kind: "text"; text: string; quoted: boolean; literal: boolean };

export type VariablePart = Span & { kind: "variable"; name: string; quoted: boolean };

/** Something only a running shell could work out: `$(…)`, `${name:-x}`, `$?`. */
export type BeyondPart = Span & { kind: "beyond"; code: string; message: string };

export type WordPart = TextPart | VariablePart | BeyondPart;

export type WordToken = Span & { kind: "word"; parts: readonly WordPart[] };

export type OperatorToken = Span & { kind: "operator"; text: string };

/** Where the text stops making sense to the shell. Everything after it is part of the problem. */
export type BrokenToken = Span & { kind: "broken"; refusal: Refusal };

export type EndToken = Span & { kind: "end" };

export type Token = WordToken | OperatorToken | BrokenToken | EndToken;

export type HereDocument = Span & { parts: readonly WordPart[]; ended: boolean };

export type Redirection = Span & {
  /** File descriptor; 1 for `>`, 0 for `<`, null for `&>` (both outputs). */
  descriptor: number | null;
  operator: string;
  target: WordToken;
  /** Filled when the body has been read, which is after the line with `<<`. */
  hereDocument: HereDocument | null;
};

export type SimpleCommand = Span & {
  words: readonly WordToken[];
  redirections: readonly Redirection[];
};

/** One or more simple commands joined by pipes. */
export type Pipeline = Span & {
  commands: readonly SimpleCommand[];
  /** How it is joined to the pipeline before it. */
  joinedBy: "newline" | ";" | "&&" | "||" | "&";
  background: boolean;
};

/** A logical line, or why it could not be read. Nothing after a problem can be read either. */
export type LogicalLine = {
  pipelines: readonly Pipeline[];
  problem:
    | (Span & { refusal: Refusal; unjudgeable: null })
    | (Span & { refusal: null; unjudgeable: Unjudgeable })
    | null;
};
