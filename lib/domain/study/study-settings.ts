import { z } from "zod";

/** What a learner chooses for their studies; each change is kept as a new version. */
export type StudySettings = {
  version: number;
  /** IANA name, e.g. "Asia/Kolkata". */
  timeZone: string;
  /** Local hour at which the learner's day starts, 0 to 23. */
  dayStartHour: number;
  newPerDay: number;
  /** What a day of reviews should not exceed when reviews are moved or a backlog is spread. */
  reviewsPerDay: number;
  /** Without study: no review is dated to one of these days where that can be helped. */
  daysOff: readonly DaysOff[];
  /** Wanted recall probability when a review falls due. */
  desiredRetention: number;
  maximumIntervalDays: number;
  /** Due dates are spread by a few days, so that what was learned together does not stay together. */
  fuzz: boolean;
  /** New and forgotten questions first come back within minutes. */
  learningSteps: boolean;
  /** Weights of FSRS-6; empty for its defaults. */
  weights: readonly number[];
  exam: "cka" | "ckad" | null;
  /** Local calendar date, YYYY-MM-DD. */
  examDate: string | null;
};

/** Local calendar dates, YYYY-MM-DD, both included. */
export type DaysOff = { from: string; to: string };

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const wholeNumber = (least: number, most: number) => {
  const message = `Enter a whole number from ${least} to ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
};

/** A choice that a form or request may leave out: it then stays as it is. */
const optionalSwitch = z.union([z.boolean(), z.stringbool()]).optional();

const blankIsNull = (value: unknown) => (value === "" || value === undefined ? null : value);

const DaysOffSchema = z
  .array(
    z
      .strictObject({ from: z.iso.date("Enter a date."), to: z.iso.date("Enter a date.") })
      .refine(({ from, to }) => from <= to, {
        message: "The last day off comes before the first.",
        path: ["to"],
      }),
  )
  .max(100, "At most 100 breaks can be kept.")
  .readonly();

export const StudySettingsSchema = z.strictObject({
  timeZone: z.string().max(64).refine(isTimeZone, "Choose a time zone from the list."),
  dayStartHour: wholeNumber(0, 23),
  newPerDay: wholeNumber(0, 999),
  reviewsPerDay: wholeNumber(1, 9_999).default(100),
  daysOff: DaysOffSchema.optional(),
  desiredRetention: z.coerce
    .number("Enter a number from 0.70 to 0.97.")
    .min(0.7, "Below 0.70 more is forgotten than learned.")
    .max(0.97, "Above 0.97 the reviews would never end."),
  maximumIntervalDays: wholeNumber(1, 36_500).default(36_500),
  fuzz: optionalSwitch,
  learningSteps: optionalSwitch,
  exam: z.preprocess(blankIsNull, z.enum(["cka", "ckad"]).nullable()),
  examDate: z.preprocess(blankIsNull, z.iso.date("Enter a date.").nullable()),
});
export type StudySettingsInput = z.output<typeof StudySettingsSchema>;
