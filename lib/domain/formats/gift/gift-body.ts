/** What the braces of a GIFT question hold, told apart by its first signs. */
import { found, type Found } from "@/lib/domain/formats/file-problem";
import { findUnescaped, unescapeGift } from "@/lib/domain/formats/gift/gift-signs";
import {
  splitAnswers,
  splitFeedback,
  splitGeneral,
  type GiftAnswer,
} from "@/lib/domain/formats/gift/split-answers";
import type { Raw } from "@/lib/domain/formats/gift/split-question";
import {
  NOWHERE,
  type Placed,
  type PlainAnswer,
  type PlainBody,
  type PlainNumber,
} from "@/lib/domain/formats/plain/plain-question";

/** From a text as it stands in the file to Markdown. */
export type TextReader = (text: Raw) => Placed;

type GiftBody = { body: PlainBody; feedback: Placed; found: Found[] };

const TRUTH = /^\s*(T|TRUE|F|FALSE)\s*(?:$|(?=#))/iu;

/** Problems count offsets from the start of the chunk. */
export function giftBody(answers: Raw, textOf: TextReader): GiftBody {
  const { own, general } = splitGeneral(answers);
  const feedback = general.raw.trim() === "" ? NOWHERE : textOf(general);
  const bare = own.raw.trim();
  if (bare === "") return { body: { type: "essay", model: NOWHERE }, feedback, found: [] };
  const truth = TRUTH.exec(own.raw);
  if (truth) return { body: truthBody(own, truth, textOf), feedback, found: [] };
  if (bare.startsWith("#")) return { ...numberBody(own, textOf), feedback };
  const split = splitAnswers(own);
  const { body, found: problems } = bodyOf(split.answers, textOf);
  return { body, feedback, found: [...split.found, ...problems] };
}

/** `{T#for the wrong verdict#for the right one}` */
function truthBody(own: Raw, [written, word = ""]: RegExpExecArray, textOf: TextReader): PlainBody {
  const answer = word.toUpperCase().startsWith("T");
  const after = { raw: own.raw.slice(written.length + 1), start: own.start + written.length + 1 };
  const { text: wrong, feedback: right } = splitFeedback(after);
  const [whenWrong, whenRight] = [wrong, right].map((part) =>
    part.raw.trim() === "" ? NOWHERE : textOf(part),
  );
  const [whenTrue = NOWHERE, whenFalse = NOWHERE] = answer
    ? [whenRight, whenWrong]
    : [whenWrong, whenRight];
  return { type: "true-false", answer, whenTrue, whenFalse };
}

type Body = { body: PlainBody; found: Found[] };

const ARROW = "->";

function bodyOf(answers: readonly GiftAnswer[], textOf: TextReader): Body {
  const right = answers.filter(({ sign }) => sign === "=");
  if (right.length === answers.length) {
    return right.some(({ text }) => findUnescaped(text.raw, ARROW) >= 0)
      ? matchBody(right, textOf)
      : shortBody(right, textOf);
  }
  const [, second] = right;
  const problems = second
    ? [found("two-right", second.text.start, "Two answers are marked right with =")]
    : [];
  const single = right.length > 0;
  return {
    body: {
      type: "choice",
      single,
      answers: answers.map((answer) => answerOf(answer, answer.sign === "=" ? 100 : 0, textOf)),
    },
    found: problems,
  };
}

const answerOf = (
  { text, weight, feedback }: GiftAnswer,
  otherwise: number,
  textOf: TextReader,
): PlainAnswer => ({ ...textOf(text), weight: weight ?? otherwise, feedback: textOf(feedback) });

/** Typed answers are text, never Markdown. */
const shortBody = (answers: readonly GiftAnswer[], textOf: TextReader): Body => ({
  body: {
    type: "short",
    caseSensitive: false,
    answers: answers.map((answer) => ({
      ...answerOf(answer, 100, textOf),
      text: unescapeGift(answer.text.raw).trim(),
    })),
  },
  found: [],
});

function matchBody(answers: readonly GiftAnswer[], textOf: TextReader): Body {
  const problems: Found[] = [];
  const pairs = answers.flatMap(({ text }) => {
    const at = findUnescaped(text.raw, ARROW);
    if (at < 0) {
      problems.push(found("half-match", text.start, "This line has no arrow, but others have"));
      return [];
    }
    const left = { raw: text.raw.slice(0, at), start: text.start };
    const right = { raw: text.raw.slice(at + ARROW.length), start: text.start + at + ARROW.length };
    return [{ left: textOf(left), right: textOf(right) }];
  });
  return { body: { type: "match", pairs }, found: problems };
}

/** `#5:0.1`, `#1..5`, or several with signs, shares and feedback: `#=5:0 =%50%6:1#near`. */
function numberBody(own: Raw, textOf: TextReader): Body {
  const from = own.raw.indexOf("#") + 1;
  const rest = { raw: own.raw.slice(from), start: own.start + from };
  const problems: Found[] = [];
  const listed = /^\s*[=~]/u.test(rest.raw);
  const split = listed ? splitAnswers(rest) : null;
  const written = split?.answers ?? [{ sign: "=" as const, weight: null, ...splitFeedback(rest) }];
  const answers = written.flatMap(({ sign, weight, text, feedback }): PlainNumber[] => {
    const number = readNumber(unescapeGift(text.raw));
    if (!number) {
      const shown = text.raw.trim().slice(0, 60);
      problems.push(found("bad-number", text.start, `“${shown}” is no number`));
      return [];
    }
    const { at } = textOf(text);
    const share = weight ?? (sign === "=" ? 100 : 0);
    return [{ ...number, at, weight: share, feedback: textOf(feedback) }];
  });
  return {
    body: { type: "number", answers, unit: "" },
    found: [...(split?.found ?? []), ...problems],
  };
}

/** Its value and tolerance. */
function readNumber(text: string): { value: number; tolerance: number } | null {
  const bare = text.trim();
  const ends = /^(.+?)\.\.(.+)$/u.exec(bare);
  const parts = ends ? [ends[1], ends[2]] : bare.split(":");
  const [first = Number.NaN, second = 0, ...more] = parts.map((part) =>
    part === undefined || part.trim() === "" ? Number.NaN : Number(part),
  );
  if (more.length > 0 || !Number.isFinite(first) || !Number.isFinite(second)) return null;
  if (!ends) return { value: first, tolerance: Math.abs(second) };
  return { value: (first + second) / 2, tolerance: Math.abs(second - first) / 2 };
}
