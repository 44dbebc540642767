import { z } from "zod";

import { SlugSchema } from "@/lib/domain/questions/content";

export const NewBankSchema = z.strictObject({
  title: z.string().trim().min(1, "Give the bank a title.").max(80, "Use at most 80 characters."),
  description: z.string().trim().max(400, "Use at most 400 characters.").default(""),
});
export type NewBank = z.output<typeof NewBankSchema>;

export const BankRefSchema = z.strictObject({ bankId: SlugSchema });
export type BankRef = z.output<typeof BankRefSchema>;

export const BankChangeSchema = NewBankSchema.extend(BankRefSchema.shape);
export type BankChange = z.output<typeof BankChangeSchema>;

export const BankShareSchema = BankRefSchema.extend({ classId: z.uuid().toLowerCase() });
export type BankShareRef = z.output<typeof BankShareSchema>;
