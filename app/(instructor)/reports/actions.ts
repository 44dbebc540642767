"use server";

import { revalidatePath } from "next/cache";

import { CloseReportSchema, ReopenReportSchema } from "@/lib/domain/study/report-contract";
import { action } from "@/lib/server/action";
import { closeReport, reopenReport } from "@/lib/server/services/close-report";

export const closeReportAction = action(CloseReportSchema, async (actor, input, { now }) => {
  await closeReport(actor, input, now);
  revalidatePath("/reports");
});

export const reopenReportAction = action(ReopenReportSchema, async (actor, input) => {
  await reopenReport(actor, input);
  revalidatePath("/reports");
});
