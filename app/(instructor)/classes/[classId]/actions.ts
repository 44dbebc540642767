"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

import {
  ClassChangeSchema,
  ClassRefSchema,
  DoorRefSchema,
  NewSectionSchema,
  SectionChangeSchema,
  SectionRefSchema,
  ShareStudySchema,
} from "@/lib/domain/classes/class-input";
import { action } from "@/lib/server/action";
import {
  addSection,
  archiveClass,
  changeClass,
  changeSection,
  closeDoor,
  removeSection,
  renewDoor,
  unarchiveClass,
} from "@/lib/server/services/change-class";
import { leaveClass, shareStudy } from "@/lib/server/services/change-member";

const show = (classId: string): void => {
  revalidatePath(`/classes/${classId}`, "layout");
};

export const changeClassAction = action(ClassChangeSchema, async (actor, input) => {
  await changeClass(actor, input);
  show(input.classId);
});

export const archiveClassAction = action(ClassRefSchema, async (actor, input, { now }) => {
  await archiveClass(actor, input, now);
  show(input.classId);
});

export const unarchiveClassAction = action(ClassRefSchema, async (actor, input) => {
  await unarchiveClass(actor, input);
  show(input.classId);
});

export const renewDoorAction = action(DoorRefSchema, async (actor, input) => {
  await renewDoor(actor, input);
  show(input.classId);
});

export const closeDoorAction = action(DoorRefSchema, async (actor, input) => {
  await closeDoor(actor, input);
  show(input.classId);
});

export const addSectionAction = action(NewSectionSchema, async (actor, input) => {
  await addSection(actor, input);
  show(input.classId);
});

export const changeSectionAction = action(SectionChangeSchema, async (actor, input) => {
  await changeSection(actor, input);
  show(input.classId);
});

export const removeSectionAction = action(SectionRefSchema, async (actor, input) => {
  await removeSection(actor, input);
  show(input.classId);
});

export const leaveClassAction = action(
  ClassRefSchema,
  async (actor, input, { now }): Promise<void> => {
    await leaveClass(actor, input, now);
    revalidatePath("/", "layout");
    redirect("/classes");
  },
);

export const shareStudyAction = action(ShareStudySchema, async (actor, input) => {
  await shareStudy(actor, input);
  show(input.classId);
});
