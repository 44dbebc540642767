import { z } from "zod";

/** A form's checkbox is "on" or not there. */
export const DigestChoiceSchema = z.strictObject({
  dailyDigest: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  digestHour: z.coerce
    .number("Choose an hour.")
    .int("Choose an hour.")
    .min(0, "Choose an hour.")
    .max(23, "Choose an hour."),
});
export type DigestChoice = z.output<typeof DigestChoiceSchema>;

/** The emails that a link in them stops: the digest, or every notice. */
export const MAIL_LISTS = ["digest", "notices"] as const;
export type MailList = (typeof MAIL_LISTS)[number];

export const UnsubscribeTokenSchema = z.strictObject({
  token: z.string().regex(/^[\w-]{8,200}$/),
});
