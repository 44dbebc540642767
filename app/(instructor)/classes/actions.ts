"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

import { ClassRefSchema, JoinByCodeSchema, NewClassSchema } from "@/lib/domain/classes/class-input";
import { action } from "@/lib/server/action";
import { createClass } from "@/lib/server/services/create-class";
import { acceptInvitation, declineInvitation, joinByCode } from "@/lib/server/services/join-class";

export const createClassAction = action(
  NewClassSchema,
  async (actor, input, { now }): Promise<void> => {
    const { id } = await createClass(actor, input, now);
    redirect(`/classes/${id}`);
  },
);

export const joinByCodeAction = action(
  JoinByCodeSchema,
  async (actor, input, { now }): Promise<void> => {
    const { classId } = await joinByCode(actor, input, now);
    revalidatePath("/", "layout");
    redirect(`/classes/${classId}`);
  },
);

export const acceptInvitationAction = action(
  ClassRefSchema,
  async (actor, input, { now }): Promise<void> => {
    const { classId } = await acceptInvitation(actor, input, now);
    revalidatePath("/", "layout");
    redirect(`/classes/${classId}`);
  },
);

export const declineInvitationAction = action(ClassRefSchema, async (actor, input, { now }) => {
  await declineInvitation(actor, input, now);
  revalidatePath("/", "layout");
});
