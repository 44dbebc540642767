"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import {
  BankChangeSchema,
  BankRefSchema,
  BankShareSchema,
  NewBankSchema,
} from "@/lib/domain/authoring/bank-input";
import {
  NewQuestionSchema,
  PublishSchema,
  QuestionRefSchema,
} from "@/lib/domain/authoring/editor-contract";
import { action } from "@/lib/server/action";
import { archiveBank, changeBank, shareBank, unshareBank } from "@/lib/server/services/change-bank";
import { createBank } from "@/lib/server/services/create-bank";
import { restoreVersion, retireQuestion } from "@/lib/server/services/publish-question";
import { beginQuestion, discardDraft } from "@/lib/server/services/write-question";

const show = (bankId: string): void => {
  revalidatePath(`/author/${bankId}`, "layout");
};

export const createBankAction = action(NewBankSchema, async (actor, input): Promise<void> => {
  const { id } = await createBank(actor, input);
  redirect(`/author/${id}`);
});

export const changeBankAction = action(BankChangeSchema, async (actor, input) => {
  await changeBank(actor, input);
  show(input.bankId);
});

const ArchiveBankSchema = BankRefSchema.extend({ archived: z.enum(["yes", "no"]) });

export const archiveBankAction = action(
  ArchiveBankSchema,
  async (actor, { bankId, archived }, { now }) => {
    await archiveBank(actor, { bankId, archived: archived === "yes" }, now);
    show(bankId);
  },
);

export const shareBankAction = action(BankShareSchema, async (actor, ref) => {
  await shareBank(actor, ref);
  show(ref.bankId);
});

export const unshareBankAction = action(BankShareSchema, async (actor, ref) => {
  await unshareBank(actor, ref);
  show(ref.bankId);
});

export const beginQuestionAction = action(
  NewQuestionSchema,
  async (actor, input, { now }): Promise<void> => {
    const { bankId, slug } = await beginQuestion(actor, input, now);
    redirect(`/author/${bankId}/questions/${slug}`);
  },
);

const DiscardSchema = QuestionRefSchema.extend({
  draftId: PublishSchema.shape.draftId,
  revision: z.coerce.number().pipe(PublishSchema.shape.revision),
});

export const discardDraftAction = action(DiscardSchema, async (actor, ref): Promise<void> => {
  await discardDraft(actor, ref);
  redirect(`/author/${ref.bankId}`);
});

const RestoreSchema = QuestionRefSchema.extend({ version: z.coerce.number().int().min(1) });

export const restoreVersionAction = action(RestoreSchema, async (actor, input, { now }) => {
  await restoreVersion(actor, input, now);
  show(input.bankId);
});

const RetireSchema = QuestionRefSchema.extend({ retired: z.enum(["yes", "no"]) });

export const retireQuestionAction = action(
  RetireSchema,
  async (actor, { retired, ...ref }, { now }) => {
    await retireQuestion(actor, { ...ref, retired: retired === "yes" }, now);
    show(ref.bankId);
  },
);
