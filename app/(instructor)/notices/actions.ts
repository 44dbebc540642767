"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { NoticeChoicesSchema, NoticeRefSchema } from "@/lib/domain/notices/notice-kinds";
import { action } from "@/lib/server/action";
import {
  changeNoticeChoices,
  readAllNotices,
  readNotice,
} from "@/lib/server/services/view-notices";

export const readNoticeAction = action(NoticeRefSchema, async (actor, input, { now }) => {
  await readNotice(actor, input, now);
  revalidatePath("/", "layout");
});

export const readAllNoticesAction = action(z.strictObject({}), async (actor, _input, { now }) => {
  await readAllNotices(actor, now);
  revalidatePath("/", "layout");
});

export const changeNoticeChoicesAction = action(NoticeChoicesSchema, async (actor, input) => {
  await changeNoticeChoices(actor, input);
  revalidatePath("/settings");
});
