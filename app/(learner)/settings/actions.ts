"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { ChangePasswordSchema, ProfileSchema } from "@/lib/domain/access/account-input";
import { DigestChoiceSchema } from "@/lib/domain/reminders/reminder-input";
import { StudySettingsSchema } from "@/lib/domain/study/study-settings";
import { action } from "@/lib/server/action";
import { renewCalendar, revokeCalendar } from "@/lib/server/services/change-calendar";
import { changePassword } from "@/lib/server/services/change-password";
import { fitWeights } from "@/lib/server/services/fit-weights";
import { revertWeights } from "@/lib/server/services/revert-weights";
import { simulateWorkload } from "@/lib/server/services/simulate-workload";
import { updateProfile } from "@/lib/server/services/update-profile";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";
import { changeDigest } from "@/lib/server/services/view-reminders";

export const updateStudySettingsAction = action(
  StudySettingsSchema,
  async (actor, input, { now }) => {
    const { moved } = await updateStudySettings(actor, input, now);
    revalidatePath("/", "layout");
    return moved;
  },
);

export const fitNowAction = action(z.strictObject({}), async (actor, _input, { now }) => {
  const { status } = await fitWeights(actor, now);
  revalidatePath("/", "layout");
  return status;
});

export const revertWeightsAction = action(
  z.strictObject({ fitId: z.uuid() }),
  async (actor, { fitId }, { now }) => {
    await revertWeights(actor, fitId, now);
    revalidatePath("/", "layout");
  },
);

export const simulateWorkloadAction = action(z.strictObject({}), (actor, _input, { now }) =>
  simulateWorkload(actor, now),
);

export const updateProfileAction = action(ProfileSchema, async (actor, input) => {
  await updateProfile(actor, input);
  revalidatePath("/", "layout");
});

export const changePasswordAction = action(ChangePasswordSchema, changePassword);

export const changeDigestAction = action(DigestChoiceSchema, async (actor, input) => {
  await changeDigest(actor, input);
  revalidatePath("/settings");
});

export const renewCalendarAction = action(z.strictObject({}), async (actor, _input, { now }) => {
  await renewCalendar(actor, now);
  revalidatePath("/settings");
});

export const revokeCalendarAction = action(z.strictObject({}), async (actor, _input, { now }) => {
  await revokeCalendar(actor, now);
  revalidatePath("/settings");
});
