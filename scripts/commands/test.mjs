/** `npm test`: everything `npm run check` asks, the server tests, and the built product in a browser. */
import { browserStep, buildStep, hasFreshBuild } from "../browser-tests.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import {
  directionsStep,
  formatStep,
  lintStep,
  typesStep,
  unusedStep,
  vitestStep,
} from "../quality-steps.mjs";
import { runLanes, runStep, summarise } from "../steps.mjs";
import { startThrowawayPostgres } from "../throwaway-postgres.mjs";

export async function main(_args, signal) {
  await ensurePrismaClient();
  const lanes = [
    [lintStep, directionsStep],
    [typesStep, buildStep, unusedStep, formatStep],
  ];
  const outcomes = await runLanes(lanes, signal);
  const postgres = await startThrowawayPostgres();
  try {
    const env = { RECONCILE_TEST_POSTGRES: postgres.url("postgres") };
    outcomes.push(await runStep(vitestStep("unit, content and server tests", { env }), signal));
    if (hasFreshBuild()) outcomes.push(await runStep(browserStep(postgres), signal));
    else console.log("The browser tests need a build and were not run.");
  } finally {
    await postgres.remove();
  }
  return summarise(outcomes);
}
