/** `npm test`: everything `npm run check` asks, the server tests, and the built product in a browser. */
import { browserStep, buildStep } from "../browser-tests.mjs";
import { listenForInterruption } from "../interruption.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import { qualitySteps, vitestStep } from "../quality-steps.mjs";
import { runStep, runSteps, summarise } from "../steps.mjs";
import { startThrowawayPostgres } from "../throwaway-postgres.mjs";

export async function main() {
  const signal = listenForInterruption();
  await ensurePrismaClient();
  const outcomes = await runSteps([buildStep, ...qualitySteps], { signal });
  const [build] = outcomes;
  const postgres = await startThrowawayPostgres();
  try {
    const env = { RECONCILE_TEST_POSTGRES: postgres.url("postgres") };
    outcomes.push(await runStep(vitestStep("unit, content and server tests", { env }), signal));
    if (build.failed === 0) outcomes.push(await runStep(browserStep(postgres), signal));
  } finally {
    await postgres.remove();
  }
  return summarise(outcomes);
}
