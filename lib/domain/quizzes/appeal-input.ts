/** What students send to contest a mark, and what instructors answer. */
import { z } from "zod";

import { PointsSchema } from "@/lib/domain/quizzes/override-input";

const IdSchema = z.uuid().toLowerCase();

export const AnswerPlaceSchema = z.strictObject({
  attemptId: IdSchema,
  position: z.coerce.number().int().min(0),
});
export type AnswerPlace = z.output<typeof AnswerPlaceSchema>;

export const AppealSchema = AnswerPlaceSchema.extend({
  text: z
    .string("Say why.")
    .trim()
    .min(1, "Say why your answer is right.")
    .max(2_000, "Use at most 2,000 characters."),
});
export type AppealInput = z.output<typeof AppealSchema>;

export const AppealRefSchema = z.strictObject({ classId: IdSchema, appealId: IdSchema });
export type AppealRef = z.output<typeof AppealRefSchema>;

/** Which of a class's appeals are shown; anything else is as if it were not said. */
export const AppealsQuerySchema = z.object({
  show: z.enum(["open", "answered"]).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

const ReplySchema = z.string().trim().max(2_000, "Use at most 2,000 characters.");

export const RefuseAppealSchema = AppealRefSchema.extend({
  reply: ReplySchema.min(1, "Say why: the student reads it."),
});
export type RefuseAppeal = z.output<typeof RefuseAppealSchema>;

/** Points for this answer alone. */
export const AcceptWithPointsSchema = AppealRefSchema.extend({
  points: PointsSchema,
  reply: ReplySchema.min(1, "Say why: the student reads it."),
});
export type AcceptWithPoints = z.output<typeof AcceptWithPointsSchema>;

/** Of the preview that was looked at. */
const FingerprintSchema = z.string().max(64);

/** The answer leaves the key again. */
export const TakeBackSchema = AppealRefSchema.extend({
  reply: ReplySchema.min(1, "Say why: the student reads it."),
  fingerprint: FingerprintSchema,
});
export type TakeBack = z.output<typeof TakeBackSchema>;

/** Where an answer is right from now on. */
export const KEY_SCOPES = ["classes", "everywhere"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const PreviewAcceptanceSchema = AppealRefSchema.extend({ scope: z.enum(KEY_SCOPES) });
export type PreviewAcceptance = z.output<typeof PreviewAcceptanceSchema>;

export const AcceptIntoKeySchema = PreviewAcceptanceSchema.extend({
  reply: ReplySchema.default(""),
  fingerprint: FingerprintSchema,
});
export type AcceptIntoKey = z.output<typeof AcceptIntoKeySchema>;
