"use server";

import { revalidatePath } from "next/cache";

import { PersonRefSchema, RoleChangeSchema } from "@/lib/domain/access/admin-input";
import { action } from "@/lib/server/action";
import { changeRole, disablePerson, enablePerson } from "@/lib/server/services/manage-people";

export const changeRoleAction = action(RoleChangeSchema, async (actor, input) => {
  await changeRole(actor, input);
  revalidatePath("/admin");
});

export const disablePersonAction = action(PersonRefSchema, async (actor, input, { now }) => {
  await disablePerson(actor, input, now);
  revalidatePath("/admin");
});

export const enablePersonAction = action(PersonRefSchema, async (actor, input) => {
  await enablePerson(actor, input);
  revalidatePath("/admin");
});
