/**
 * A text with `[[name]]` blanks to fill, in prose, YAML or other text. Each blank is typed
 * or, with `choices`, picked from a list. Score: the share of blanks filled right.
 */
import { z } from "zod";

import {
  checkAcceptedText,
  judgeText,
  type AcceptedText,
} from "@/lib/domain/questions/accepted-text";
import {
  errorAt,
  flawAt,
  gradeOf,
  keptAs,
  NearMissSchema,
  TextSchema,
  type Problem,
  type QuestionKind,
} from "@/lib/domain/questions/question-kind";

const BLANK = /\[\[([a-zA-Z][\w-]*)\]\]/gu;

const BlankSchema = z.strictObject({
  accepted: z.array(TextSchema).min(1),
  caseSensitive: z.boolean().exactOptional(),
  choices: z.array(TextSchema).min(1).exactOptional(),
  near: z.array(NearMissSchema).exactOptional(),
  why: TextSchema,
});
const BlanksBodySchema = z.strictObject({
  language: z.enum(["prose", "yaml", "text"]),
  // Not trimmed at its start: the first line of a YAML fragment may be indented.
  text: z.string().min(1),
  blanks: z.record(z.string().regex(/^[a-zA-Z][\w-]*$/u), BlankSchema),
});
const BlanksAnswerSchema = z.strictObject({
  kind: z.literal("blanks"),
  values: z.record(z.string().max(100), z.string().max(10_000)),
});

const KeptSchema = z.strictObject({ values: z.record(z.string(), TextSchema) });

type Body = z.output<typeof BlanksBodySchema>;
type Segment = { text: string } | { blank: string; choices: string[] | null };
type DrawnBlank = AcceptedText & { name: string; choices: string[] | null; why: string };

type BlanksTypes = {
  kind: "blanks";
  body: Body;
  drawn: { language: Body["language"]; segments: Segment[]; blanks: DrawnBlank[] };
  public: { kind: "blanks"; language: Body["language"]; segments: Segment[] };
  answer: z.output<typeof BlanksAnswerSchema>;
  /** In the order of the text. `why` is the feedback on a known wrong answer. */
  detail: {
    kind: "blanks";
    blanks: {
      name: string;
      given: string;
      right: boolean;
      caseOnly: boolean;
      why: string | null;
    }[];
  };
  /** In the order of the text. `accepted` starts with the model answer. */
  solution: { kind: "blanks"; blanks: { name: string; accepted: string[]; why: string }[] };
};

/** Names of the blanks in the order of the text, each once. */
const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(BLANK)].map((found) => found[1] ?? "")),
];

/** Kubernetes field names and values are case-sensitive; prose is not. */
const fieldOf = (body: Body, name: string): AcceptedText => {
  const blank = body.blanks[name];
  return {
    accepted: blank?.accepted ?? [],
    near: blank?.near ?? [],
    caseSensitive: blank?.caseSensitive ?? body.language === "yaml",
  };
};

/** The list to pick from always holds an accepted answer. */
function choicesOf(body: Body, name: string): string[] | null {
  const blank = body.blanks[name];
  if (!blank?.choices) return null;
  const listed = blank.accepted.some((text) => blank.choices?.includes(text));
  return listed ? blank.choices : [...blank.accepted.slice(0, 1), ...blank.choices];
}

export const blanks: QuestionKind<BlanksTypes> = {
  kind: "blanks",
  bodySchema: BlanksBodySchema,
  answerSchema: BlanksAnswerSchema,
  draw: (body, random) => {
    const drawn = namesIn(body.text).map((name): DrawnBlank => {
      const choices = choicesOf(body, name);
      return {
        name,
        ...fieldOf(body, name),
        choices: choices && random.shuffled(choices),
        why: body.blanks[name]?.why ?? "",
      };
    });
    return { language: body.language, segments: segmentsOf(body.text, drawn), blanks: drawn };
  },
  toPublic: ({ language, segments }) => ({ kind: "blanks", language, segments }),
  grade: (drawn, { values }) => {
    const judged = drawn.blanks.map((blank) => {
      // A name such as "constructor" must not reach into the prototype.
      const given = Object.hasOwn(values, blank.name) ? (values[blank.name] ?? "") : "";
      return { name: blank.name, given, ...judgeText(blank, given) };
    });
    const score = judged.filter((blank) => blank.right).length / judged.length;
    return gradeOf(score, { kind: "blanks", blanks: judged });
  },
  solution: (drawn) => ({
    kind: "blanks",
    blanks: drawn.blanks.map(({ name, accepted, why }) => ({ name, accepted: [...accepted], why })),
  }),
  alsoRight: {
    keep: (drawn, { values }) => ({
      values: Object.fromEntries(
        drawn.blanks.flatMap((blank) => {
          const given = Object.hasOwn(values, blank.name) ? (values[blank.name] ?? "") : "";
          return judgeText(blank, given).right ? [] : [[blank.name, given]];
        }),
      ),
    }),
    // Each blank is judged by itself, so that it gains by itself.
    add: (drawn, kept) => {
      const gained = keptAs(KeptSchema, kept).map(({ values }) => values);
      return {
        ...drawn,
        blanks: drawn.blanks.map((blank) => ({
          ...blank,
          accepted: [...blank.accepted, ...gained.flatMap((values) => values[blank.name] ?? [])],
        })),
      };
    },
  },
  modelAnswer: (drawn) => ({
    kind: "blanks",
    values: Object.fromEntries(drawn.blanks.map(({ name, accepted }) => [name, accepted[0] ?? ""])),
  }),
  check: (body) => [
    ...checkNames(body),
    ...Object.keys(body.blanks).flatMap((name) =>
      checkAcceptedText(fieldOf(body, name), ["blanks", name]),
    ),
  ],
};

function segmentsOf(text: string, drawn: readonly DrawnBlank[]): Segment[] {
  const parts = text.trimEnd().split(BLANK);
  return parts.flatMap((part, index): Segment[] => {
    // split() puts what the expression captured, the names, at the odd places.
    if (index % 2 === 0) return part === "" ? [] : [{ text: part }];
    return [{ blank: part, choices: drawn.find(({ name }) => name === part)?.choices ?? null }];
  });
}

function checkNames(body: Body): Problem[] {
  const used = namesIn(body.text);
  const known = Object.keys(body.blanks);
  const problems = used
    .filter((name) => !known.includes(name))
    .map((name) => errorAt(["text"], `Blank [[${name}]] has no entry under \`blanks\``));
  for (const name of known.filter((candidate) => !used.includes(candidate))) {
    problems.push(errorAt(["blanks", name], `The text has no blank [[${name}]]`));
  }
  for (const name of used.filter((blank) => body.blanks[blank]?.accepted.includes(blank))) {
    problems.push(
      flawAt(["blanks", name], "The name of a blank is public and must not be its answer"),
    );
  }
  if (used.length === 0) problems.push(errorAt(["text"], "The text has no [[blank]]"));
  for (const name of used) {
    const places = [...body.text.matchAll(BLANK)].filter((found) => found[1] === name).length;
    if (places > 1) problems.push(errorAt(["text"], `Blank [[${name}]] stands in the text twice`));
  }
  return problems;
}
