"use server";

import { UnsubscribeTokenSchema } from "@/lib/domain/reminders/reminder-input";
import { publicAction } from "@/lib/server/action";
import { stopMail } from "@/lib/server/services/stop-mail";

export const stopMailAction = publicAction(
  UnsubscribeTokenSchema,
  async (_actor, { token }, { address }) => {
    await stopMail(token, address);
  },
);
