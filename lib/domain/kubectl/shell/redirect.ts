/** Where a command's input comes from and its output goes. */
import type { Notice, OutputFile, ShellWord, StandardInput } from "../invocation";
import type { Result } from "../../result";
import { err, ok } from "../../result";
import { expandText, expandWord } from "./expand-word";
import type { Shell } from "./shell-state";
import type { Stop } from "./stop";
import type { HereDocument, Redirection } from "./shell-syntax";

export type Streams = { outputFile: OutputFile | null; stdin: StandardInput | null };

const WRITES = new Set([">", ">|", ">>", "&>", "&>>"]);

export function redirect(
  redirections: readonly Redirection[],
  shell: Shell,
  notices: Notice[],
): Result<Streams, Stop> {
  const streams: Streams = { outputFile: null, stdin: null };
  for (const redirection of redirections) {
    const stop = redirectOne(redirection, shell, notices, streams);
    if (stop !== null) return err(stop);
  }
  return ok(streams);
}

function redirectOne(
  redirection: Redirection,
  shell: Shell,
  notices: Notice[],
  streams: Streams,
): Stop | null {
  if (redirection.hereDocument !== null) {
    return readHere(redirection.hereDocument, shell, notices, streams);
  }
  const target = expandTarget(redirection, shell, notices);
  if (!target.ok) return target.error;
  const { text, span } = target.value;
  if (WRITES.has(redirection.operator)) {
    const append = redirection.operator.endsWith(">>");
    if (redirection.descriptor !== 2) streams.outputFile = { path: text, append, span };
    return null;
  }
  switch (redirection.operator) {
    case "<<<":
      streams.stdin = { kind: "text", text: `${text}\n`, span };
      return null;
    case "<":
      streams.stdin = { kind: "file", path: text, span };
      return null;
    case ">&":
      // `2>&1` and `1>&2` only choose between the two outputs; `>& file` is `&> file`.
      if (!/^(?:\d|-)$/.test(text)) streams.outputFile = { path: text, append: false, span };
      return null;
    default:
      return beyond(redirection);
  }
}

function beyond({ operator, start, end }: Redirection): Stop {
  const message = `What ${operator} connects is known only to a running shell`;
  return {
    kind: "unjudgeable",
    unjudgeable: { code: "redirection", message, span: { start, end } },
  };
}

function expandTarget(
  { target, operator }: Redirection,
  shell: Shell,
  notices: Notice[],
): Result<{ text: string; span: ShellSpan }, Stop> {
  const span = { start: target.start, end: target.end };
  if (operator === "<<<") {
    const text = expandText(target.parts, shell, notices);
    if (!text.ok) return err({ kind: "unjudgeable", unjudgeable: text.error });
    return ok({ text: text.value, span });
  }
  const words = expandWord(target, shell, notices);
  if (!words.ok) return err({ kind: "unjudgeable", unjudgeable: words.error });
  const [word, more] = words.value;
  if (word !== undefined && more === undefined) return ok({ text: word.text, span });
  return err({
    kind: "refused",
    refusal: {
      code: "ambiguous-redirect",
      message: "bash: ambiguous redirect",
      span,
      hint: "A redirection needs exactly one file name.",
    },
  });
}

type ShellSpan = Pick<ShellWord, "start" | "end">;

function readHere(
  document: HereDocument,
  shell: Shell,
  notices: Notice[],
  streams: Streams,
): Stop | null {
  const text = expandText(document.parts, shell, notices);
  if (!text.ok) return { kind: "unjudgeable", unjudgeable: text.error };
  const span = { start: document.start, end: document.end };
  if (!document.ended) {
    const message =
      "The closing word of this here-document is missing: it must stand alone on a line.";
    notices.push({ code: "unclosed-here-document", message, span });
  }
  streams.stdin = { kind: "text", text: text.value, span };
  return null;
}
