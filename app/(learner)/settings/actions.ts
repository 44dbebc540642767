"use server";

import { revalidatePath } from "next/cache";

import { ChangePasswordSchema, ProfileSchema } from "@/lib/domain/access/account-input";
import { StudySettingsSchema } from "@/lib/domain/study/study-settings";
import { action } from "@/lib/server/action";
import { changePassword } from "@/lib/server/services/change-password";
import { updateProfile } from "@/lib/server/services/update-profile";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";

export const updateStudySettingsAction = action(
  StudySettingsSchema,
  async (actor, input, { now }) => {
    await updateStudySettings(actor, input, now);
    revalidatePath("/", "layout");
  },
);

export const updateProfileAction = action(ProfileSchema, async (actor, input) => {
  await updateProfile(actor, input);
  revalidatePath("/", "layout");
});

export const changePasswordAction = action(ChangePasswordSchema, changePassword);
