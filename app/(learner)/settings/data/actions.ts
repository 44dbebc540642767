"use server";

import { DeleteAccountSchema } from "@/lib/domain/access/account-input";
import { action } from "@/lib/server/action";
import { findSignedInAt } from "@/lib/server/auth/session";
import { deleteAccount } from "@/lib/server/services/delete-account";

export const deleteAccountAction = action(DeleteAccountSchema, async (actor, input, { now }) =>
  deleteAccount(actor, input, { signedInAt: await findSignedInAt(), now }),
);
