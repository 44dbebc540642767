import { callApi } from "@/components/study/api-client";
import type { ImportProgress, ImportReport } from "@/lib/domain/learner-data/data-contract";

export type ImportOutcome =
  { status: "read"; report: ImportReport } | { status: "failed"; message: string };

/** Sends a file as it is. A large one takes its time. */
export async function sendImport(file: File, { save }: { save: boolean }): Promise<ImportOutcome> {
  try {
    const response = await fetch(`/api/v1/my-data/import?save=${save ? 1 : 0}`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: file,
    });
    const body = (await response.json()) as ImportReport & { error?: { message: string } };
    return body.error
      ? { status: "failed", message: body.error.message }
      : { status: "read", report: body };
  } catch {
    return { status: "failed", message: "There is no connection. Nothing was added; try again." };
  }
}

/** How many reviews the import that is under way has added. */
export const fetchImportProgress = (): Promise<ImportProgress> =>
  callApi({ method: "GET", path: "/api/v1/my-data/import" });
