"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

import {
  AssignmentChangeSchema,
  AssignmentRefSchema,
  NewAssignmentSchema,
} from "@/lib/domain/quizzes/assignment-input";
import { HomeworkChangeSchema, NewHomeworkSchema } from "@/lib/domain/quizzes/homework-input";
import { action } from "@/lib/server/action";
import { assignHomework, changeHomework } from "@/lib/server/services/assign-homework";
import {
  archiveAssignment,
  assignQuiz,
  changeAssignment,
  publishAssignment,
  unpublishAssignment,
} from "@/lib/server/services/assign-quiz";
import { releaseResults } from "@/lib/server/services/release-results";

const show = (classId: string): void => {
  revalidatePath(`/classes/${classId}`, "layout");
};

export const assignQuizAction = action(
  NewAssignmentSchema,
  async (actor, input, { now }): Promise<void> => {
    const { id } = await assignQuiz(actor, input, now);
    show(input.classId);
    redirect(`/classes/${input.classId}/assignments/${id}`);
  },
);

export const changeAssignmentAction = action(
  AssignmentChangeSchema,
  async (actor, input, { now }) => {
    await changeAssignment(actor, input, now);
    show(input.classId);
  },
);

export const assignHomeworkAction = action(
  NewHomeworkSchema,
  async (actor, input, { now }): Promise<void> => {
    const { id } = await assignHomework(actor, input, now);
    show(input.classId);
    redirect(`/classes/${input.classId}/assignments/${id}`);
  },
);

export const changeHomeworkAction = action(HomeworkChangeSchema, async (actor, input, { now }) => {
  await changeHomework(actor, input, now);
  show(input.classId);
});

export const publishAssignmentAction = action(AssignmentRefSchema, async (actor, ref, { now }) => {
  await publishAssignment(actor, ref, now);
  show(ref.classId);
});

export const unpublishAssignmentAction = action(AssignmentRefSchema, async (actor, ref) => {
  await unpublishAssignment(actor, ref);
  show(ref.classId);
});

export const releaseResultsAction = action(AssignmentRefSchema, async (actor, ref, { now }) => {
  await releaseResults(actor, ref, now);
  show(ref.classId);
});

export const archiveAssignmentAction = action(
  AssignmentRefSchema,
  async (actor, ref, { now }): Promise<void> => {
    await archiveAssignment(actor, ref, now);
    show(ref.classId);
    redirect(`/classes/${ref.classId}/assignments`);
  },
);
