"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

import { CatchUpSchema } from "@/lib/domain/study/catch-up-contract";
import { AdoptPlanSchema, ChangeDaysOffSchema } from "@/lib/domain/study/plan-input";
import { action } from "@/lib/server/action";
import { adoptPlan } from "@/lib/server/services/adopt-plan";
import { catchUp } from "@/lib/server/services/catch-up";
import { changeDaysOff } from "@/lib/server/services/change-days-off";

export const changeDaysOffAction = action(
  ChangeDaysOffSchema,
  async (actor, { change, ...days }, { now }) => {
    const { moved } = await changeDaysOff(
      actor,
      change === "add" ? { add: days } : { remove: days },
      now,
    );
    revalidatePath("/", "layout");
    return moved;
  },
);

export const adoptPlanAction = action(AdoptPlanSchema, async (actor, limits, { now }) => {
  await adoptPlan(actor, limits, now);
  revalidatePath("/", "layout");
});

export const catchUpAction = action(CatchUpSchema, async (actor, choice, { now }) => {
  await catchUp(actor, choice, now);
  revalidatePath("/", "layout");
  redirect("/today");
});
