"use server";

import { revalidatePath } from "next/cache";

import { AnswerPlaceSchema, AppealSchema } from "@/lib/domain/quizzes/appeal-input";
import { action } from "@/lib/server/action";
import { contestAnswer, withdrawAppeal } from "@/lib/server/services/contest-answer";

export const contestAnswerAction = action(AppealSchema, async (actor, input, { now }) => {
  await contestAnswer(actor, input, now);
  revalidatePath(`/attempts/${input.attemptId}`);
});

export const withdrawAppealAction = action(AnswerPlaceSchema, async (actor, input) => {
  await withdrawAppeal(actor, input);
  revalidatePath(`/attempts/${input.attemptId}`);
});
