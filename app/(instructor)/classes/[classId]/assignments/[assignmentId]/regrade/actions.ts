"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

import type { AssignmentRef } from "@/lib/domain/quizzes/assignment-input";
import { PreviewRegradeSchema, RegradeRefSchema } from "@/lib/domain/quizzes/regrade-input";
import { action } from "@/lib/server/action";
import { applyRegrade, discardPreview, previewRegrade } from "@/lib/server/services/regrade";
import { undoRegrade } from "@/lib/server/services/undo-regrade";

const pathOf = ({ classId, assignmentId }: AssignmentRef): string =>
  `/classes/${classId}/assignments/${assignmentId}`;

const show = (ref: AssignmentRef): void => {
  revalidatePath(pathOf(ref), "layout");
};

export const previewRegradeAction = action(
  PreviewRegradeSchema,
  async (actor, input, { now }): Promise<void> => {
    const { id } = await previewRegrade(actor, input, now);
    redirect(`${pathOf(input)}/regrade?preview=${id}`);
  },
);

/** One that does not hold any more is shown as it is now. */
export const applyRegradeAction = action(
  RegradeRefSchema,
  async (actor, ref, { now }): Promise<void> => {
    const applied = await applyRegrade(actor, ref, now);
    show(ref);
    redirect(
      applied.status === "stale"
        ? `${pathOf(ref)}/regrade?preview=${applied.id}&anew=1`
        : `${pathOf(ref)}/regrade?done=1`,
    );
  },
);

export const discardPreviewAction = action(RegradeRefSchema, async (actor, ref): Promise<void> => {
  await discardPreview(actor, ref);
  redirect(`${pathOf(ref)}/regrade`);
});

export const undoRegradeAction = action(RegradeRefSchema, async (actor, ref, { now }) => {
  await undoRegrade(actor, ref, now);
  show(ref);
});
