/** `npm run check`: format, lint, types, dependency rules, unused code, unit tests. */
import { listenForInterruption } from "../interruption.mjs";
import { ensurePrismaClient } from "../prisma-client.mjs";
import { qualitySteps, vitestStep } from "../quality-steps.mjs";
import { runSteps, summarise } from "../steps.mjs";

export async function main() {
  const signal = listenForInterruption();
  await ensurePrismaClient();
  const steps = [...qualitySteps, vitestStep("unit and content tests", { project: "pure" })];
  return summarise(await runSteps(steps, { signal }));
}
