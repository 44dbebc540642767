"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

import { TokenSchema } from "@/lib/domain/classes/class-input";
import { action } from "@/lib/server/action";
import { joinByLink } from "@/lib/server/services/join-class";

export const joinByLinkAction = action(
  TokenSchema,
  async (actor, input, { now }): Promise<void> => {
    const { classId } = await joinByLink(actor, input, now);
    revalidatePath("/", "layout");
    redirect(`/classes/${classId}`);
  },
);
