import { callApi, Unreachable } from "@/components/study/api-client";
import type { ReportReceipt, ReportRequest } from "@/lib/domain/study/report-contract";

/** Pauses before another try, while nothing answers. */
const PAUSES_MS = [1_000, 4_000];

/** Sends a report under its id, so that trying again is the same report. Throws what the last try did. */
export async function sendReport(body: ReportRequest): Promise<ReportReceipt> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await post(body);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return post(body);
}

const post = (body: ReportRequest) =>
  callApi<ReportReceipt>({ method: "POST", path: "/api/v1/reports", body });
