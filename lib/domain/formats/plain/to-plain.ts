/**
 * What other programs can show of a question: its first variant, in the nearest form they
 * have. What that form cannot hold travels beside it as our own data.
 *
 *   single, multiple       choices, with shares of the mark
 *   true-false             the verdict alone
 *   match, order           pairs; an order as pairs of place and item
 *   short, number          typed answers; known wrong ones with their feedback
 *   number from … to       a text with both ends
 *   blanks                 pairs of blank and text; a text where there is one blank
 *   kubectl, open          an essay with the model answer: text is no way to judge a command
 */
import {
  NOWHERE,
  placed,
  type PlainAnswer,
  type WrittenBody,
  type WrittenQuestion,
} from "@/lib/domain/formats/plain/plain-question";
import { escapePattern } from "@/lib/domain/formats/plain/typed-pattern";
import type { Choice } from "@/lib/domain/questions/choices";
import type { ContentOf, Exhibit, QuestionContent } from "@/lib/domain/questions/content";
import { fillContent } from "@/lib/domain/questions/draw-question";
import { allDraws, type Parameters } from "@/lib/domain/questions/parameters";
import type { Kind } from "@/lib/domain/questions/registry";

export function toPlain(content: QuestionContent): WrittenQuestion {
  const first = firstVariant(content);
  const slug = content.id.slice(content.bank.length + 1);
  return {
    at: 0,
    title: slug,
    idNumber: slug,
    tags: tagsOf(content),
    prompt: placed(plainPrompt(first)),
    hint: placed(first.hint ?? ""),
    feedback: placed(plainFeedback(first)),
    body: bodyOf(first),
  };
}

function firstVariant(content: QuestionContent): QuestionContent {
  const firsts: Parameters = Object.fromEntries(
    Object.entries(content.parameters ?? {}).map(([name, values]) => [name, values.slice(0, 1)]),
  );
  return fillContent<Kind>(content, allDraws(firsts)[0] ?? {});
}

const tagsOf = ({
  tags = [],
  concept,
  difficulty,
  competencies,
  sources,
}: QuestionContent): string[] => [
  ...tags,
  `concept:${concept}`,
  `difficulty:${difficulty}`,
  ...competencies.map((id) => `competency:${id}`),
  ...sources.docs.map((address) => `docs:${address}`),
];

/** The prompt with all that is shown beside it. */
function plainPrompt(content: QuestionContent): string {
  const beside = (content.exhibits ?? []).map(exhibitText);
  if (content.kind === "blanks") beside.push(fenced(content.text.trimEnd()));
  return [content.prompt, ...beside].join("\n\n");
}

const exhibitText = (exhibit: Exhibit): string =>
  [exhibit.title, exhibit.type === "diagram" ? exhibit.alt : fenced(exhibit.text.trimEnd())]
    .filter((part) => part !== undefined)
    .join("\n\n");

/** The fence is longer than any within. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function plainFeedback(content: QuestionContent): string {
  if (content.kind === "kubectl") {
    return [...content.accept.map(fenced), content.explanation].join("\n\n");
  }
  return content.explanation;
}

function bodyOf(content: QuestionContent): WrittenBody {
  switch (content.kind) {
    case "single":
      return { type: "choice", single: true, answers: choices(content.options, 0) };
    case "multiple":
      return { type: "choice", single: false, answers: choices(content.options, -1) };
    case "true-false":
      return {
        type: "true-false",
        answer: content.answer,
        whenTrue: NOWHERE,
        whenFalse: NOWHERE,
      };
    case "match":
      return matchBody(content);
    case "order":
      return pairs(content.items.map(({ text }, index) => [String(index + 1), text]));
    case "short":
      return shortBody(content);
    case "number":
      return numberBody(content);
    case "blanks":
      return blanksBody(content);
    case "kubectl":
      return { type: "essay", model: placed(content.accept.slice(0, 1).join("")) };
    case "open":
      return { type: "essay", model: placed(content.modelAnswer) };
  }
}

const answer = (text: string, weight: number, why: string): PlainAnswer => ({
  ...placed(text),
  weight,
  feedback: placed(why),
});

/** Shares with five decimals, as Moodle keeps them. */
const share = (count: number): number => Math.round(1e7 / Math.max(1, count)) / 1e5;

/** `wrong` is what all wrong options together take away, as a part of the mark. */
function choices(options: readonly Choice[], wrong: 0 | -1): PlainAnswer[] {
  const right = options.filter(({ correct }) => correct === true).length;
  return options.map(({ text, correct, why }) =>
    answer(text, correct === true ? share(right) : wrong * share(options.length - right), why),
  );
}

const texts = ({ accepted, near = [] }: Pick<ContentOf<"short">, "accepted" | "near">) => [
  ...accepted.map((text) => answer(escapePattern(text), 100, "")),
  ...near.map(({ text, why }) => answer(escapePattern(text), 0, why)),
];

const shortBody = (content: ContentOf<"short">): WrittenBody => ({
  type: "short",
  caseSensitive: content.caseSensitive ?? false,
  answers: texts(content),
});

const pairs = (list: readonly (readonly [string, string])[]): WrittenBody => ({
  type: "match",
  pairs: list.map(([left, right]) => ({ left: placed(left), right: placed(right) })),
});

const matchBody = ({ pairs: own, distractors = [] }: ContentOf<"match">): WrittenBody =>
  pairs([
    ...own.map(({ left, right }) => [left, right] as const),
    ...distractors.map(({ text }) => ["", text] as const),
  ]);

function numberBody({ answer: wanted, near = [] }: ContentOf<"number">): WrittenBody {
  if (!("value" in wanted)) {
    const ends = `${wanted.from}-${wanted.to}`;
    return { type: "short", caseSensitive: false, answers: [answer(ends, 100, "")] };
  }
  const right = {
    value: Number(wanted.value),
    tolerance: wanted.tolerance ?? 0,
    weight: 100,
    feedback: NOWHERE,
    at: 0,
  };
  const wrong = near.flatMap((miss) =>
    "value" in miss
      ? [
          {
            ...right,
            value: Number(miss.value),
            tolerance: 0,
            weight: 0,
            feedback: placed(miss.why),
          },
        ]
      : [],
  );
  return { type: "number", answers: [right, ...wrong], unit: "" };
}

function blanksBody({ blanks }: ContentOf<"blanks">): WrittenBody {
  const list = Object.entries(blanks);
  const [only] = list;
  if (only && list.length === 1) {
    return { type: "short", caseSensitive: true, answers: texts(only[1]) };
  }
  return pairs(list.map(([name, { accepted }]) => [`[[${name}]]`, accepted[0] ?? ""]));
}
