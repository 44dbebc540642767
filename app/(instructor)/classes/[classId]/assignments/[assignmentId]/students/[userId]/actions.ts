"use server";

import { revalidatePath } from "next/cache";

import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import {
  CommentSchema,
  DropAnswerOverrideSchema,
  DropTotalOverrideSchema,
  ExcuseSchema,
  OverrideAnswerSchema,
  OverrideTotalSchema,
} from "@/lib/domain/quizzes/override-input";
import { action } from "@/lib/server/action";
import {
  commentAnswer,
  dropAnswerOverride,
  dropTotalOverride,
  excuseStudent,
  overrideAnswer,
  overrideTotal,
  unexcuseStudent,
} from "@/lib/server/services/override-grades";

const show = ({ classId, assignmentId }: AssignmentRef): void => {
  revalidatePath(`/classes/${classId}/assignments/${assignmentId}`, "layout");
};

export const overrideAnswerAction = action(OverrideAnswerSchema, async (actor, input, { now }) => {
  await overrideAnswer(actor, input, now);
  show(input);
});

export const dropAnswerOverrideAction = action(
  DropAnswerOverrideSchema,
  async (actor, input, { now }) => {
    await dropAnswerOverride(actor, input, now);
    show(input);
  },
);

export const overrideTotalAction = action(OverrideTotalSchema, async (actor, input, { now }) => {
  await overrideTotal(actor, input, now);
  show(input);
});

export const dropTotalOverrideAction = action(
  DropTotalOverrideSchema,
  async (actor, input, { now }) => {
    await dropTotalOverride(actor, input, now);
    show(input);
  },
);

export const excuseStudentAction = action(ExcuseSchema, async (actor, input, { now }) => {
  await excuseStudent(actor, input, now);
  show(input);
});

export const unexcuseStudentAction = action(
  DropTotalOverrideSchema,
  async (actor, input, { now }) => {
    await unexcuseStudent(actor, input, now);
    show(input);
  },
);

export const commentAnswerAction = action(CommentSchema, async (actor, input) => {
  await commentAnswer(actor, input);
  show(input);
});
