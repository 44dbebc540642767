/** `npm run e2e [-- files and Playwright options]`: only the browser tests. */
import { browserStep, buildStep } from "../browser-tests.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import { runStep, summarise } from "../steps.mjs";
import { startThrowawayPostgres } from "../throwaway-postgres.mjs";

export async function main(filters, signal) {
  await ensurePrismaClient();
  const built = await runStep(buildStep, signal);
  if (built.failed > 0) return summarise([built]);
  const postgres = await startThrowawayPostgres();
  try {
    return summarise([await runStep(browserStep(postgres, filters), signal)]);
  } finally {
    await postgres.remove();
  }
}
