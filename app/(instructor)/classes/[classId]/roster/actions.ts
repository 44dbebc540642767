"use server";

import { revalidatePath } from "next/cache";

import {
  AccommodationSchema,
  MemberChangeSchema,
  MemberRefSchema,
  RosterEntryRefSchema,
} from "@/lib/domain/classes/class-input";
import { RosterImportSchema, RosterPreviewSchema } from "@/lib/domain/classes/roster-input";
import { action } from "@/lib/server/action";
import { changeMember, removeFromClass } from "@/lib/server/services/change-member";
import { applyRoster, previewRoster } from "@/lib/server/services/import-roster";
import { setAccommodation } from "@/lib/server/services/set-accommodation";
import { withdrawInvitation } from "@/lib/server/services/view-roster";

const show = (classId: string): void => {
  revalidatePath(`/classes/${classId}`, "layout");
};

export const changeMemberAction = action(MemberChangeSchema, async (actor, input) => {
  await changeMember(actor, input);
  show(input.classId);
});

export const setAccommodationAction = action(AccommodationSchema, async (actor, input, { now }) => {
  const effect = await setAccommodation(actor, input, now);
  show(input.classId);
  return effect;
});

export const removeFromClassAction = action(MemberRefSchema, async (actor, input, { now }) => {
  await removeFromClass(actor, input, now);
  show(input.classId);
});

export const withdrawInvitationAction = action(RosterEntryRefSchema, async (actor, input) => {
  await withdrawInvitation(actor, input);
  show(input.classId);
});

export const previewRosterAction = action(RosterPreviewSchema, previewRoster);

export const applyRosterAction = action(RosterImportSchema, async (actor, input, { now }) => {
  const counts = await applyRoster(actor, input, now);
  show(input.classId);
  return counts;
});
