/**
 * The shapes of questions as the study API sends and takes them: what a learner sees
 * before answering, what they answer, and what they are shown afterwards.
 */
import { z } from "zod";

const CountedChoices = z.array(z.string());

export const ExhibitSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("yaml"),
    title: z.string().optional(),
    text: z.string(),
  }),
  z.object({
    type: z.literal("output"),
    title: z.string().optional(),
    text: z.string(),
  }),
  z.object({
    type: z.literal("events"),
    title: z.string().optional(),
    text: z.string(),
  }),
  z.object({
    type: z.literal("diagram"),
    title: z.string().optional(),
    diagram: z.string(),
    alt: z.string(),
  }),
]);

const KubectlGivenSchema = z.object({
  namespace: z.string().nullable(),
  aliases: z.record(z.string(), z.string()),
  variables: z.record(z.string(), z.string()),
  files: z.array(z.object({ path: z.string(), text: z.string() })),
  stdin: z.string().nullable(),
  objects: z.array(z.string()),
});

export const PublicBodySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["single", "multiple"]), options: CountedChoices }),
  z.object({ kind: z.literal("true-false"), reasons: CountedChoices }),
  z.object({
    kind: z.literal("match"),
    lefts: CountedChoices,
    rights: CountedChoices,
  }),
  z.object({ kind: z.literal("order"), items: CountedChoices }),
  z.object({ kind: z.literal("short"), caseSensitive: z.boolean() }),
  z.object({
    kind: z.literal("number"),
    form: z.enum(["value", "range"]),
    unit: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("blanks"),
    language: z.enum(["prose", "yaml", "text"]),
    segments: z.array(
      z.union([
        z.object({ text: z.string() }),
        z.object({
          blank: z.string(),
          choices: z.array(z.string()).nullable(),
        }),
      ]),
    ),
  }),
  z.object({
    kind: z.literal("kubectl"),
    lines: z.enum(["one", "many"]),
    given: KubectlGivenSchema,
  }),
  z.object({ kind: z.literal("open") }),
]);

/** All that a browser gets of a question before it is answered. Options stand at display positions. */
export const PublicQuestionSchema = z.object({
  id: z.string(),
  version: z.int(),
  bank: z.string(),
  kind: z.enum([
    "single",
    "multiple",
    "true-false",
    "match",
    "order",
    "short",
    "number",
    "blanks",
    "kubectl",
    "open",
  ]),
  prompt: z.string(),
  exhibits: z.array(ExhibitSchema),
  hint: z.string().nullable(),
  difficulty: z.enum(["easy", "medium", "hard"]),
  competencies: z.array(z.string()),
  kubernetes: z.object({ since: z.string().optional(), until: z.string().optional() }).nullable(),
  body: PublicBodySchema,
});

const position = z.int().min(0).max(99);
const text = z.string().max(10_000);
const gaveUp = z.object({
  kind: z.string().max(20),
  gaveUp: z.literal(true),
});

export const AnswerSchema = z.union([
  gaveUp,
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("single"), pick: position }),
    z.object({
      kind: z.literal("multiple"),
      picks: z.array(position).max(100),
    }),
    z.object({
      kind: z.literal("true-false"),
      value: z.boolean(),
      reason: position.nullable(),
    }),
    z.object({
      kind: z.literal("match"),
      rights: z.array(position.nullable()).max(100),
    }),
    z.object({ kind: z.literal("order"), order: z.array(position).max(100) }),
    z.object({ kind: z.literal("short"), text }),
    z.object({
      kind: z.literal("number"),
      value: z.number().optional(),
      from: z.number().optional(),
      to: z.number().optional(),
    }),
    z.object({
      kind: z.literal("blanks"),
      values: z.record(z.string().max(100), text),
    }),
    z.object({ kind: z.literal("kubectl"), text }),
    z.object({
      kind: z.literal("open"),
      text,
      marks: z.array(z.boolean()).max(50).optional(),
    }),
  ]),
]);

export const OUTCOMES = [
  "right",
  "right-with-extras",
  "partly",
  "wrong",
  "gave-up",
  "cannot-judge",
  "self-mark",
] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OutcomeSchema = z.enum(OUTCOMES);

export const GradedAnswerSchema = z.object({
  outcome: OutcomeSchema,
  score: z.number().min(0).max(1).nullable(),
  detail: z.record(z.string(), z.unknown()),
});

export const RevealSchema = z.object({
  explanation: z.string(),
  solution: z.record(z.string(), z.unknown()),
  sources: z.object({
    notes: z.array(z.object({ note: z.string(), section: z.string() })),
    docs: z.array(z.string()),
  }),
  errata: z.array(z.string()),
});
