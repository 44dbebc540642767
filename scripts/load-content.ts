/** npm run content:load: brings the database to what content/questions says. Prints one line. */
import { ContentError } from "@/lib/server/content/content-error";
import { importContent, type ImportResult } from "@/lib/server/content/import-content";
import { closeDatabase } from "@/lib/server/db/client";

const CONTENT_FOLDER = "content/questions";

function summary(result: ImportResult): string {
  if (result.status === "unchanged") return "Questions: unchanged";
  const { total, added, changed, retired, revived } = result;
  return `Questions: ${total} loaded (${added} new, ${changed} changed, ${retired} retired, ${revived} back)`;
}

try {
  console.log(summary(await importContent(CONTENT_FOLDER, new Date())));
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
