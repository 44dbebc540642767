"use server";

import { MarkSchema } from "@/lib/domain/quizzes/marking-input";
import { action } from "@/lib/server/action";
import { markAnswer } from "@/lib/server/services/mark-answers";

/** The page is not made anew: the marker goes on where they are, and may undo. */
export const markAnswerAction = action(MarkSchema, (actor, input, { now }) =>
  markAnswer(actor, input, now),
);
