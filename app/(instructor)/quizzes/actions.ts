"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import { NewQuizSchema, QuizRefSchema } from "@/lib/domain/quizzes/quiz-input";
import { action } from "@/lib/server/action";
import { archiveQuiz, createEmptyQuiz, duplicateQuiz } from "@/lib/server/services/build-quiz";

export const createQuizAction = action(
  NewQuizSchema,
  async (actor, input, { now }): Promise<void> => {
    const { id } = await createEmptyQuiz(actor, input, now);
    redirect(`/quizzes/${id}`);
  },
);

export const duplicateQuizAction = action(
  QuizRefSchema,
  async (actor, ref, { now }): Promise<void> => {
    const { id } = await duplicateQuiz(actor, ref, now);
    redirect(`/quizzes/${id}`);
  },
);

const ArchiveSchema = QuizRefSchema.extend({ archived: z.enum(["yes", "no"]) });

export const archiveQuizAction = action(
  ArchiveSchema,
  async (actor, { quizId, archived }, { now }) => {
    await archiveQuiz(actor, { quizId, archived: archived === "yes" }, now);
    revalidatePath("/quizzes");
  },
);
