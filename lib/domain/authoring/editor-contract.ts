/** What the question editor sends and gets; see docs/authoring.md for the format itself. */
import { z } from "zod";

import { SlugSchema } from "@/lib/domain/questions/content";
import { KIND_NAMES } from "@/lib/domain/questions/registry";
import {
  AnswerSchema,
  GradedAnswerSchema,
  PublicQuestionSchema,
  RevealSchema,
} from "@/lib/domain/study/question-shapes";

export const QuestionRefSchema = z.strictObject({ bankId: SlugSchema, slug: SlugSchema });
export type QuestionRef = z.output<typeof QuestionRefSchema>;

export const NewQuestionSchema = z.strictObject({
  bankId: SlugSchema,
  name: z
    .string()
    .trim()
    .min(1, "Give it a name, such as “crashloop phase”.")
    .max(80, "Use at most 80 characters."),
  kind: z.enum(KIND_NAMES),
});
export type NewQuestion = z.output<typeof NewQuestionSchema>;

/** YAML of one question, as in a bank's file. */
const SourceSchema = z.string().max(40_000);

/** Names the variant that is shown: the same number is the same variant. */
const VariantSchema = z.int().min(0).max(9_999);

export const CheckSourceSchema = z.strictObject({ source: SourceSchema, variant: VariantSchema });
export type CheckSource = z.output<typeof CheckSourceSchema>;

const EditorProblemSchema = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  /** Of the source, from 1. */
  line: z.int(),
  message: z.string(),
  severity: z.enum(["error", "flaw", "warning"]),
});
export type EditorProblem = z.output<typeof EditorProblemSchema>;

const ReadingSchema = z.object({
  /** Where the answer stands in the question. */
  path: z.array(z.union([z.string(), z.number()])),
  verdict: z.enum(["right", "right-with-extras", "wrong", "cannot-judge"]),
  /** What kubectl itself would say to it. */
  error: z.string().nullable(),
  /** Codes of what is wrong with it. */
  findings: z.array(z.string()),
  /** What the line does, step by step. */
  effects: z.array(z.string()),
});
export type Reading = z.output<typeof ReadingSchema>;

export const CheckedSourceSchema = z.object({
  problems: z.array(EditorProblemSchema),
  /** As a learner would be asked; null while too much is missing. */
  preview: PublicQuestionSchema.nullable(),
  /** How many variants the parameters make. */
  variants: z.int(),
  readings: z.array(ReadingSchema).describe("Of a kubectl task: how its answers are understood"),
});
export type CheckedSource = z.output<typeof CheckedSourceSchema>;

export const TryAnswerSchema = CheckSourceSchema.extend({ answer: AnswerSchema });
export type TryAnswer = z.output<typeof TryAnswerSchema>;

export const TriedAnswerSchema = z.object({ graded: GradedAnswerSchema, reveal: RevealSchema });
export type TriedAnswer = z.output<typeof TriedAnswerSchema>;

const DraftIdSchema = z.uuid().toLowerCase();
const RevisionSchema = z.int().min(0);

export const SaveDraftSchema = z.strictObject({
  /** Made by the client when it first saves. */
  draftId: DraftIdSchema,
  /** That it was made on; 0 for the first save. */
  revision: RevisionSchema,
  /** Version of the question that it changes; 0 for a new question. */
  baseVersion: RevisionSchema,
  source: SourceSchema,
});
export type SaveDraft = z.output<typeof SaveDraftSchema>;

export const SavedDraftSchema = z.object({ revision: z.int() });
export type SavedDraft = z.output<typeof SavedDraftSchema>;

export const StoredDraftSchema = z.object({
  /** Null when it was published or discarded. */
  draft: z
    .object({
      draftId: z.string(),
      revision: z.int(),
      baseVersion: z.int(),
      source: z.string(),
      updatedAt: z.string(),
    })
    .nullable(),
  /** Of the question; 0 before the first. */
  version: z.int(),
  /** Of that version; null before the first. */
  published: z.string().nullable(),
});
export type StoredDraft = z.output<typeof StoredDraftSchema>;

export const PublishSchema = z.strictObject({ draftId: DraftIdSchema, revision: RevisionSchema });
export type Publish = z.output<typeof PublishSchema>;

export const PublishedSchema = z.object({ version: z.int() });
export type Published = z.output<typeof PublishedSchema>;
