/** What people send to build quizzes. Browser code imports types from here, never values. */
import { z } from "zod";

import { QuizContentSchema } from "@/lib/domain/quizzes/quiz-content";
import { AnswerSchema, GradedAnswerSchema, RevealSchema } from "@/lib/domain/study/question-shapes";

const IdSchema = z.uuid().toLowerCase();

const QuizTitleSchema = z
  .string()
  .trim()
  .min(1, "Give the quiz a title.")
  .max(120, "Use at most 120 characters.");

export const NewQuizSchema = z.strictObject({ title: QuizTitleSchema });
export const QuizRefSchema = z.strictObject({ quizId: IdSchema });

export const SaveQuizSchema = z.strictObject({
  /** The version that the changes were made on. */
  version: z.int().min(1),
  title: QuizTitleSchema,
  content: QuizContentSchema,
});
export type SaveQuiz = z.output<typeof SaveQuizSchema>;

export const SavedQuizSchema = z.object({ version: z.int() });
export type SavedQuiz = z.output<typeof SavedQuizSchema>;

export const CheckQuizSchema = z.strictObject({ content: QuizContentSchema });

/** What a quiz would ask as it stands, by place. */
export const CheckedQuizSchema = z.object({
  points: z.number(),
  questions: z.int(),
  /** Of each pool: how many questions it may draw from. */
  pools: z.array(z.object({ section: z.int(), item: z.int(), candidates: z.int() })),
  /** Places that cannot be filled. */
  shortages: z.array(
    z.object({ section: z.int(), item: z.int(), wanted: z.int(), found: z.int() }),
  ),
});
export type CheckedQuiz = z.output<typeof CheckedQuizSchema>;

const filter = z.string().trim().max(200).default("");

export const PickRequestSchema = z.object({
  text: filter,
  bank: filter,
  domain: filter,
  kind: filter,
  difficulty: filter,
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const PickedQuestionSchema = z.object({
  id: z.string(),
  bank: z.string(),
  kind: z.string(),
  difficulty: z.string(),
  prompt: z.string().describe("Markdown"),
});
export type PickedQuestion = z.output<typeof PickedQuestionSchema>;

export const PickResponseSchema = z.object({
  questions: z.array(PickedQuestionSchema),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
});
export type PickResponse = z.output<typeof PickResponseSchema>;

export const JudgePreviewSchema = z.strictObject({
  version: z.int().min(1),
  answers: z.record(z.string().regex(/^\d{1,4}$/u), AnswerSchema.nullable()),
});

export const JudgedPreviewSchema = z.object({
  questions: z.array(
    z.object({
      position: z.int(),
      points: z.number(),
      given: z.number().nullable().describe("Points that the answer gives; null until marked"),
      graded: GradedAnswerSchema,
      reveal: RevealSchema,
    }),
  ),
});
export type JudgedPreview = z.output<typeof JudgedPreviewSchema>;
