/**
 * Moodle's embedded answers ("cloze"), as they stand in the text of a question:
 *
 *   mark    = "{" [ weight ] ":" TYPE ":" answer { "~" answer } "}"
 *   answer  = [ "=" | "%" share "%" ] text [ "#" feedback ]
 *
 * A backslash escapes `}`, `~`, `#`, quotes, slashes and itself. In HTML, `&#39;` is one character.
 * (https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type)
 */
export type ClozeMark = {
  /** Offsets into the text, the braces included. `end` is -1 without a closing brace. */
  start: number;
  end: number;
  weight: number;
  /** Such as SHORTANSWER. */
  type: string;
  answers: ClozeAnswer[];
};

export type ClozeAnswer = {
  /** In percent; null for what is no number. */
  share: number | null;
  /** Escapes are still in them, and HTML is. */
  text: string;
  feedback: string;
};

const START = /\{(\d*):([A-Z_]{2,20}):/gu;

/** More than any text has. */
const MOST_MARKS = 100;

export function clozeMarks(text: string): ClozeMark[] {
  const marks: ClozeMark[] = [];
  let from = 0;
  for (const found of text.matchAll(START)) {
    if (found.index < from || marks.length > MOST_MARKS) continue;
    const [head, weight = "", type = ""] = found;
    const inner = found.index + head.length;
    const close = signIn(text, "}", inner);
    from = close < 0 ? text.length : close + 1;
    marks.push({
      start: found.index,
      end: close < 0 ? -1 : close + 1,
      weight: weight === "" ? 1 : Number(weight),
      type,
      answers: close < 0 ? [] : answersIn(text.slice(inner, close)),
    });
  }
  return marks;
}

/** How many blanks a text may have: whoever finds more marks has found too many. */
export const tooManyMarks = (marks: readonly ClozeMark[]): boolean => marks.length > MOST_MARKS;

const ENTITY = /&#(?:x[0-9a-f]+|\d+);/iuy;

/** The first place of a sign that is neither escaped nor part of an entity; -1 if there is none. */
function signIn(text: string, sign: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    ENTITY.lastIndex = at;
    const entity = text[at] === "&" ? ENTITY.exec(text) : null;
    if (entity) at += entity[0].length - 1;
    else if (text[at] === "\\") at++;
    else if (text[at] === sign) return at;
  }
  return -1;
}

function answersIn(inner: string): ClozeAnswer[] {
  const answers: ClozeAnswer[] = [];
  for (let at = 0; at <= inner.length;) {
    const end = signIn(inner, "~", at);
    const piece = inner.slice(at, end < 0 ? inner.length : end);
    // `{1:MC:~a~=b}`: what stands before the first ~ is no answer.
    if (piece.trim() !== "") answers.push(answerOf(piece));
    at = end < 0 ? inner.length + 1 : end + 1;
  }
  return answers;
}

const SHARE = /^\s*(?:=|%([^%]*)%)/u;

function answerOf(piece: string): ClozeAnswer {
  const lead = SHARE.exec(piece);
  const rest = piece.slice(lead?.[0].length ?? 0);
  const hash = signIn(rest, "#", 0);
  const [text, feedback] = hash < 0 ? [rest, ""] : [rest.slice(0, hash), rest.slice(hash + 1)];
  return { share: lead ? shareOf(lead[1]) : 0, text, feedback };
}

/** Undefined stands for `=`. */
function shareOf(written: string | undefined): number | null {
  if (written === undefined) return 100;
  const share = written.trim() === "" ? Number.NaN : Number(written.replace(",", "."));
  return Math.abs(share) <= 100 ? share : null;
}

export const unescapeCloze = (text: string): string =>
  text.replaceAll(/\\([}~#"'/\\])/gu, "$1").trim();
