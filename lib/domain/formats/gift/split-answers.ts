/**
 *   answers = { ( "=" | "~" ) [ "%" share "%" ] text [ "#" feedback ] } [ "####" feedback ]
 *
 * The trap of commands: in `{=kubectl run web --image=nginx}` the second `=` starts another
 * right answer, `nginx`. A sign that touches the text before it is taken for part of the
 * text, and named, where that is what was meant or where nobody can tell.
 */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import { findUnescaped, signsIn } from "@/lib/domain/formats/gift/gift-signs";
import type { Raw } from "@/lib/domain/formats/gift/split-question";

export type GiftAnswer = {
  sign: "=" | "~";
  /** Null where none is given. */
  weight: number | null;
  text: Raw;
  feedback: Raw;
};

const piece = ({ raw, start }: Raw, from: number, to = raw.length): Raw => ({
  raw: raw.slice(from, to),
  start: start + from,
});

/** General feedback after `####`. */
export function splitGeneral(answers: Raw): { own: Raw; general: Raw } {
  const at = findUnescaped(answers.raw, "####");
  if (at < 0) return { own: answers, general: piece(answers, answers.raw.length) };
  return { own: piece(answers, 0, at), general: piece(answers, at + 4) };
}

export function splitFeedback(text: Raw): { text: Raw; feedback: Raw } {
  const at = findUnescaped(text.raw, "#");
  if (at < 0) return { text, feedback: piece(text, text.raw.length) };
  return { text: piece(text, 0, at), feedback: piece(text, at + 1) };
}

/** Far more answers than any question has. */
const MOST_SIGNS = 400;
/** So much of the text before a sign tells what it belongs to. */
const MOST_BEFORE = 500;

export function splitAnswers(own: Raw): { answers: GiftAnswer[]; found: Found[] } {
  const { raw } = own;
  const signs = signsIn(raw, "=~");
  const problems: Found[] = [];
  if (signs.length > MOST_SIGNS) {
    const message = `The question has ${signs.length} answers; at most ${MOST_SIGNS} are possible`;
    return { answers: [], found: [found("too-large", own.start, message)] };
  }
  const starts = signs.filter((at, index) => {
    const trap = index > 0 && isPartOfText(raw, at, signs);
    if (trap) problems.push(unescapedSign(own, at, signs));
    return !trap;
  });
  const [first] = starts;
  if (first === undefined || raw.slice(0, first).trim() !== "") {
    const message = "The text in braces does not start with = or ~, as answers do";
    problems.push(found("no-answers", own.start + (/\S/u.exec(raw)?.index ?? 0), message));
  }
  const answers = starts.map((start, index) =>
    answerOf(raw[start] === "=" ? "=" : "~", piece(own, start + 1, starts[index + 1]), problems),
  );
  return { answers, found: problems };
}

const COMMAND =
  /(?:^|[\s=~])(?:kubectl|k|helm|docker|podman|crictl|etcdctl|kubeadm|kustomize|export|alias|curl|jsonpath)\s/u;

/** Whether a sign that could start an answer rather belongs to the text before it. */
function isPartOfText(raw: string, at: number, signs: readonly number[]): boolean {
  const next = raw.charAt(at + 1);
  if (raw[at] === "~") return next === "/";
  if (!isGlued(raw, at)) return false;
  const start = signs.findLast((sign) => sign < at && !isGlued(raw, sign)) ?? signs[0] ?? 0;
  const before = raw.slice(Math.max(start + 1, at - MOST_BEFORE), at);
  const word = /\S*$/u.exec(before)?.[0] ?? "";
  if (/^-|[!=<>]$/u.test(word) || next === "=" || COMMAND.test(` ${before.trim()} `)) return true;
  // Where answers are written without blanks between them, this is one of them.
  const others = signs.filter((sign, index) => index > 0 && sign !== at);
  return !others.some((sign) => isGlued(raw, sign));
}

const isGlued = (raw: string, at: number): boolean => at > 0 && !/\s/u.test(raw.charAt(at - 1));

function unescapedSign({ raw, start }: Raw, at: number, signs: readonly number[]): Found {
  const sign = raw.charAt(at);
  const from = signs.findLast((other) => other < at && !isGlued(raw, other)) ?? 0;
  const after = raw.slice(at, at + MOST_BEFORE);
  const end = /\n|\s[=~]|#/u.exec(after)?.index ?? after.length;
  const written = raw
    .slice(Math.max(from, at - MOST_BEFORE), at + end)
    .trim()
    .slice(0, 200);
  const escaped = written.charAt(0) + written.slice(1).replaceAll(/(?<!\\)[=~]/gu, "\\$&");
  const other = raw
    .slice(at + 1, at + end)
    .trim()
    .slice(0, 60);
  const message =
    sign === "="
      ? `The = starts another right answer: “${other}” alone would be right`
      : `The ~ starts a wrong answer: “${other}”`;
  const advice = `If it is part of the text, write ${escaped} – if not, put a blank before it.`;
  return found("unescaped-sign", start + at, message, { advice });
}

function answerOf(sign: "=" | "~", body: Raw, problems: Found[]): GiftAnswer {
  const lead = /^\s*(?:%([^%\s]*)%)?/u.exec(body.raw);
  const written = lead?.[1];
  const weight = written === undefined ? null : Number(written);
  if (weight !== null && (written === "" || !(Math.abs(weight) <= 100))) {
    const message = `“${written ?? ""}” is no share of the mark`;
    problems.push(found("bad-weight", body.start, message));
  }
  const { text, feedback } = splitFeedback(piece(body, lead?.[0].length ?? 0));
  return { sign, weight, text, feedback };
}
