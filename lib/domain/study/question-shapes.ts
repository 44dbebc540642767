/**
 * The shapes of questions as the study API sends and takes them: what a learner sees
 * before answering, what they answer, and what they are shown afterwards. Browser code
 * imports types from here, never values: the schemas bring all graders with them.
 */
import { z } from "zod";

import { ExhibitSchema } from "@/lib/domain/questions/content";
import type { Answer, Detail, GradedAnswer } from "@/lib/domain/questions/grade-answer";
import { OUTCOMES } from "@/lib/domain/questions/question-kind";
import { KIND_NAMES, KIND_REGISTRY } from "@/lib/domain/questions/registry";
import type { Reveal, Solution } from "@/lib/domain/questions/reveal";
import type { PublicBody, PublicQuestion } from "@/lib/domain/questions/to-public";

const texts = z.array(z.string());
const names = z.record(z.string(), z.string());

const KubectlGivenSchema = z.object({
  namespace: z.string().nullable(),
  context: z.string().nullable(),
  contexts: texts,
  aliases: names,
  variables: names,
  files: z.array(z.object({ path: z.string(), text: z.string() })),
  stdin: z.string().nullable(),
  objects: texts.describe("Such as deployment/web (shop)"),
});

const PublicBodySchema: z.ZodType<PublicBody> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("single"), options: texts }),
  z.object({ kind: z.literal("multiple"), options: texts }),
  z.object({ kind: z.literal("true-false"), reasons: texts }),
  z.object({ kind: z.literal("match"), lefts: texts, rights: texts }),
  z.object({ kind: z.literal("order"), items: texts }),
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
        z.object({ blank: z.string(), choices: texts.nullable() }),
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
export const PublicQuestionSchema: z.ZodType<PublicQuestion> = z.object({
  id: z.string(),
  version: z.int(),
  bank: z.string(),
  kind: z.enum(KIND_NAMES),
  prompt: z.string().describe("Markdown"),
  exhibits: z.array(ExhibitSchema),
  hint: z.string().nullable(),
  difficulty: z.enum(["easy", "medium", "hard"]),
  competencies: texts,
  kubernetes: z
    .object({ since: z.string().exactOptional(), until: z.string().exactOptional() })
    .nullable(),
  body: PublicBodySchema,
});

const GaveUpSchema = z.strictObject({ kind: z.enum(KIND_NAMES), gaveUp: z.literal(true) });

const [FIRST_KIND, ...MORE_KINDS] = KIND_NAMES;

/** An answer to a question of any kind; whether it is one of the question's kind is checked when it is graded. */
export const AnswerSchema: z.ZodType<Answer> = z.union([
  z.discriminatedUnion("kind", [
    KIND_REGISTRY[FIRST_KIND].answerSchema,
    ...MORE_KINDS.map((kind) => KIND_REGISTRY[kind].answerSchema),
  ]),
  GaveUpSchema,
]);

export const OutcomeSchema = z.enum(OUTCOMES);

/** Each kind has its own fields; the modules in lib/domain/questions/kinds name them. */
const ofKind = <T extends { kind: string }>(description: string) =>
  z.looseObject({ kind: z.string() }).describe(description) as unknown as z.ZodType<T>;

export const GradedAnswerSchema: z.ZodType<GradedAnswer> = z.object({
  outcome: OutcomeSchema,
  score: z.number().min(0).max(1).nullable(),
  detail: ofKind<Detail>("What was right and wrong, by the kind of the question"),
});

export const RevealSchema: z.ZodType<Reveal> = z.object({
  explanation: z.string().describe("Markdown"),
  solution: ofKind<Solution>("The key, by the kind of the question"),
  sources: z.object({
    notes: z.array(z.object({ note: z.string(), section: z.string() })),
    docs: texts,
  }),
  errata: texts,
});
