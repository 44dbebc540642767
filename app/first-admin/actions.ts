"use server";

import { redirect } from "next/navigation";

import { LinkTokenSchema } from "@/lib/domain/access/account-input";
import { action } from "@/lib/server/action";
import { becomeFirstAdmin } from "@/lib/server/services/first-admin";

export const becomeFirstAdminAction = action(LinkTokenSchema, async (actor, input, { now }) => {
  await becomeFirstAdmin(actor, input, now);
  redirect("/today");
});
