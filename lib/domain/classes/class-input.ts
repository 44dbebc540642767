import { z } from "zod";

import { CLASS_ROLES } from "@/lib/domain/access/class-access";
import { JoinCodeSchema } from "@/lib/domain/classes/join-code";
import { isTimeZone } from "@/lib/domain/study/study-settings";

const IdSchema = z.uuid().toLowerCase();

const line = (most: number, missing: string) =>
  z.string().trim().min(1, missing).max(most, `Use at most ${most} characters.`);

export const SectionNameSchema = line(60, "Give the section a name.");
export const StudentNumberSchema = z.string().trim().max(40, "Use at most 40 characters.");

const classFields = {
  name: line(100, "Give the class a name."),
  description: z.string().trim().max(2_000, "Use at most 2000 characters."),
  timeZone: z.string().max(64).refine(isTimeZone, "Choose a time zone from the list."),
};

export const NewClassSchema = z.strictObject(classFields);
export type NewClass = z.output<typeof NewClassSchema>;

/** `revision` is that of the page it was changed on. */
export const ClassChangeSchema = z.strictObject({
  ...classFields,
  classId: IdSchema,
  revision: z.coerce.number().int(),
});
export type ClassChange = z.output<typeof ClassChangeSchema>;

export const ClassRefSchema = z.strictObject({ classId: IdSchema });

export const ShareStudySchema = ClassRefSchema.extend({ share: z.enum(["yes", "no"]) });

/** What lets people in: the code that is typed, the link that is sent. */
export const DOORS = ["code", "link"] as const;
export type Door = (typeof DOORS)[number];
export const DoorRefSchema = z.strictObject({ classId: IdSchema, door: z.enum(DOORS) });

export const JoinByCodeSchema = z.strictObject({ code: JoinCodeSchema });
export const TokenSchema = z.strictObject({ token: z.string().min(1).max(100) });

export const NewSectionSchema = z.strictObject({ classId: IdSchema, name: SectionNameSchema });
export const SectionRefSchema = z.strictObject({ classId: IdSchema, sectionId: IdSchema });
export const SectionChangeSchema = SectionRefSchema.extend({ name: SectionNameSchema });

export const MemberRefSchema = z.strictObject({ classId: IdSchema, userId: IdSchema });
export type MemberRef = z.output<typeof MemberRefSchema>;

const blankIsNull = (value: unknown) => (value === "" ? null : value);

export const MemberChangeSchema = MemberRefSchema.extend({
  role: z.enum(CLASS_ROLES),
  sectionId: z.preprocess(blankIsNull, IdSchema.nullable()),
  studentNumber: z.preprocess(blankIsNull, StudentNumberSchema.nullable()),
});
export type MemberChange = z.output<typeof MemberChangeSchema>;

const wholeNumber = (most: number) => {
  const message = `Enter a whole number from 0 to ${most}.`;
  return z.coerce.number(message).int(message).min(0, message).max(most, message);
};

const MULTIPLIER = "Enter a number from 1 to 4, such as 1.5 for half as much time again.";

export const AccommodationSchema = MemberRefSchema.extend({
  timeMultiplier: z.coerce.number(MULTIPLIER).min(1, MULTIPLIER).max(4, MULTIPLIER),
  extraDays: wholeNumber(60),
  extraAttempts: wholeNumber(20),
});
export type AccommodationChange = z.output<typeof AccommodationSchema>;

export const RosterEntryRefSchema = z.strictObject({
  classId: IdSchema,
  email: z.string().min(1).max(254),
});
