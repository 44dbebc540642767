import { z } from "zod";

/**
 * What people type about their account. Passwords follow ASVS 5.0, 6.2: at least
 * eight characters, any character, no rules of composition, long ones welcome.
 * (Whether a password is among the common ones is checked on the server.)
 */
export const EmailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "An email address has at most 254 characters.")
  .pipe(z.email("Enter an email address, such as kim@example.org."));

const PasswordSchema = z
  .string()
  .min(8, "Use at least 8 characters.")
  .max(200, "Use at most 200 characters.");

const PersonNameSchema = z
  .string()
  .trim()
  .min(1, "Enter the name others will see.")
  .max(80, "Use at most 80 characters.");

export const SignUpSchema = z.strictObject({
  name: PersonNameSchema,
  email: EmailSchema,
  password: PasswordSchema,
});
export type SignUpInput = z.output<typeof SignUpSchema>;

export const ChangePasswordSchema = z.strictObject({
  currentPassword: z.string().min(1, "Enter your current password.").max(200),
  newPassword: PasswordSchema,
});
export type ChangePasswordInput = z.output<typeof ChangePasswordSchema>;

export const DeleteAccountSchema = z.strictObject({
  /** Typed to show that it is meant: see `wordToDelete`. */
  confirmation: z.string().trim().max(254),
  /** Empty for those who have none. */
  password: z.string().max(200).default(""),
});
export type DeleteAccountInput = z.output<typeof DeleteAccountSchema>;

/** What has to be typed before an account is deleted: its address, or a word for a guest. */
export const wordToDelete = (email: string | null): string => email ?? "delete";

export const ProfileSchema = z.strictObject({ name: PersonNameSchema });
export type ProfileInput = z.output<typeof ProfileSchema>;

/** The secret part of a one-time link. */
export const LinkTokenSchema = z.strictObject({ token: z.string().min(1).max(200) });
