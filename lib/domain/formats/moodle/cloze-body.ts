/** A Moodle question with embedded answers: blanks to fill in its text. */
import type { XmlElement } from "@rgrove/parse-xml";

import { found, type Found } from "@/lib/domain/formats/file-problem";
import {
  clozeMarks,
  tooManyMarks,
  unescapeCloze,
  type ClozeAnswer,
  type ClozeMark,
} from "@/lib/domain/formats/moodle/cloze-marks";
import { htmlTokens } from "@/lib/domain/formats/moodle/html-tokens";
import {
  sourceIn,
  type SourceText,
  type TextReader,
} from "@/lib/domain/formats/moodle/moodle-text";
import { isHtml } from "@/lib/domain/formats/moodle/to-markdown";
import { leftOut } from "@/lib/domain/formats/plain/filled-in";
import {
  NOWHERE,
  placed,
  type Placed,
  type PlainAnswer,
  type PlainBlank,
  type PlainBody,
} from "@/lib/domain/formats/plain/plain-question";
import { escapePattern } from "@/lib/domain/formats/plain/typed-pattern";

type Cloze = { prompt: Placed; body: PlainBody; found: Found[] };

/** `file` is the text that the element was read from. */
export function clozeBody(text: XmlElement, texts: TextReader, file: string): Cloze {
  const source = sourceIn(text);
  const marks = clozeMarks(source.text);
  const problems: Found[] = [];
  const placeOf = placesIn(file, text);
  const fault = faultOf(marks, source, placeOf);
  if (fault) return { prompt: NOWHERE, body: { type: "essay", model: NOWHERE }, found: [fault] };
  const blanks = marks.map((mark, index) =>
    blankOf({ mark, at: placeOf(index), name: `b${index + 1}` }, source, { texts, problems }),
  );
  const uneven = marks.findIndex(({ weight }) => weight !== marks[0]?.weight);
  if (uneven >= 0) problems.push(leftOut("that blanks are worth more or less", placeOf(uneven)));
  const { prompt, language, rest } = splitText(source, marks, texts);
  if (prompt === "") {
    const message = `Nothing says what to do with the blanks; “${FILL_IN}” does now`;
    problems.push(found("no-prompt", source.at, message, { severity: "warning" }));
  }
  return {
    prompt: placed(prompt || FILL_IN, source.at),
    body: { type: "blanks", language, text: placed(rest, source.at), blanks },
    found: problems,
  };
}

const FILL_IN = "Fill in the blanks.";

/** The marks' places in the file: their beginnings stand there as they do in the text. */
function placesIn(file: string, { start, end }: XmlElement): (index: number) => number {
  const places = clozeMarks(file.slice(start, end)).map((mark) => start + mark.start);
  return (index) => places[index] ?? start;
}

function faultOf(
  marks: readonly ClozeMark[],
  { at }: SourceText,
  placeOf: (index: number) => number,
): Found | null {
  if (marks.length === 0) {
    return found("no-answers", at, "The text has no embedded answers, such as {1:SHORTANSWER:=a}", {
      advice: "Write the answers into the text, or leave the question out.",
    });
  }
  if (tooManyMarks(marks)) return found("too-large", at, "The text has too many blanks");
  for (const [index, { end, type, answers }] of marks.entries()) {
    const place = placeOf(index);
    if (answers.length > MOST_ANSWERS) {
      return found("too-large", place, "The blank has too many answers");
    }
    if (end < 0) {
      return found("unclosed-brace", place, "The embedded answers have no } at their end");
    }
    if (!Object.hasOwn(KINDS, type)) {
      const message = `Embedded answers of Moodle's type ${type} cannot be read`;
      return found("unsupported-kind", place, message);
    }
  }
  return null;
}

/** Far more than any blank has. */
const MOST_ANSWERS = 100;

type BlankKind = "typed" | "case-sensitive" | "number" | "picked";

const named = (kind: BlankKind, ...names: string[]) => names.map((name) => [name, kind] as const);

const KINDS: Readonly<Record<string, BlankKind>> = Object.fromEntries([
  ...named("typed", "SHORTANSWER", "SA", "MW"),
  ...named("case-sensitive", "SHORTANSWER_C", "SAC", "MWC"),
  ...named("number", "NUMERICAL", "NM"),
  ...named("picked", "MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH"),
  ...named("picked", "MULTICHOICE_S", "MCS", "MULTICHOICE_VS", "MCVS", "MULTICHOICE_HS", "MCHS"),
]);

type Reading = { texts: TextReader; problems: Found[] };
type Place = { mark: ClozeMark; at: number; name: string };

function blankOf({ mark, at, name }: Place, source: SourceText, reading: Reading): PlainBlank {
  const kind = KINDS[mark.type] ?? "typed";
  const { texts, problems } = reading;
  const answers = mark.answers.map((answer): PlainAnswer => {
    const text = plainText(answer.text, source, texts);
    return {
      ...placed(kind === "picked" ? escapePattern(text) : text, at),
      weight: shareOf(answer, at, problems),
      feedback: placed(texts.convert(unescapeCloze(answer.feedback), source.format), at),
    };
  });
  return {
    name,
    at,
    isPicked: kind === "picked",
    caseSensitive: kind === "case-sensitive",
    answers: kind === "number" ? answers.map((answer) => asText(answer, problems)) : answers,
  };
}

function shareOf({ share, text }: ClozeAnswer, at: number, problems: Found[]): number {
  if (share === null) {
    problems.push(found("bad-weight", at, `“${text.slice(0, 60)}” has no share of the mark`));
  }
  return share ?? 0;
}

/** Typed answers are text, never Markdown. */
function plainText(
  text: string,
  { text: all, format }: SourceText,
  { dropped }: TextReader,
): string {
  if (!isHtml(all, format)) return unescapeCloze(text);
  const pieces = [...htmlTokens(text, dropped)].map((token) =>
    token.type === "text" ? token.text : "",
  );
  return unescapeCloze(pieces.join(""));
}

/** Blanks are compared as texts: that keeps a number's value, but no tolerance. */
function asText(answer: PlainAnswer, problems: Found[]): PlainAnswer {
  if (answer.text === "*") return answer;
  const [value = "", tolerance = "0"] = answer.text.split(":");
  if (value.trim() === "" || !Number.isFinite(Number(value)) || !(Number(tolerance) >= 0)) {
    problems.push(found("bad-number", answer.at, `“${answer.text.slice(0, 60)}” is no number`));
  } else if (Number(tolerance) > 0) {
    const message = `A blank takes no tolerance, as ${answer.text} has`;
    const advice = "Ask for the number in a question of its own.";
    problems.push(found("unsupported-kind", answer.at, message, { advice }));
  } else if (answer.weight >= 100) {
    const message = `The number ${value} is compared as it is typed: other ways to write it are wrong`;
    problems.push(found("number-as-text", answer.at, message, { severity: "warning" }));
  }
  return { ...answer, text: value.trim() };
}

/** Stands for a mark while the text around it is converted: in no file of XML. */
const HOLD = "\u0001";

/** What comes before the first paragraph with a blank asks; the rest is to be filled in. */
function splitText(
  { text, format }: SourceText,
  marks: readonly ClozeMark[],
  texts: TextReader,
): { prompt: string; language: "prose" | "text"; rest: string } {
  const held = marks.reduceRight(
    (all, { start, end }, index) =>
      `${all.slice(0, start)}${HOLD}b${index + 1}${HOLD}${all.slice(end)}`,
    text,
  );
  const shown = texts.convert(held, format).split("\n\n");
  const first = Math.max(
    0,
    shown.findIndex((block) => block.includes(HOLD)),
  );
  const prompt = shown.slice(0, first).join("\n\n");
  const [prose = "", ...more] = shown.slice(first);
  if (more.length === 0 && !BLOCK.test(prose)) {
    return { prompt, language: "prose", rest: withBlanks(prose) };
  }
  // Several lines are kept as lines, and signs in them as they stand.
  const plain = texts
    .convert(held, format, (part) => part)
    .split("\n\n")
    .slice(first);
  const lines = plain.join("\n\n").replaceAll("\\\n", "\n");
  return { prompt, language: "text", rest: withBlanks(FENCED.exec(lines)?.[2] ?? lines) };
}

const BLOCK = /\n|^(?:[-*+>]|#{1,6}|\d+[.)])\s/u;
const FENCED = /^(`{3,})\n([^`]*)\n\1$/u;

const withBlanks = (text: string): string =>
  text.replaceAll(new RegExp(`${HOLD}(b\\d+)${HOLD}`, "gu"), "[[$1]]");
