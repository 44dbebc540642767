/** `npm run check`: format, lint, types, dependency rules, unused code, unit tests. */
import { ensurePrismaClient } from "../prisma-client.mjs";
import {
  directionsStep,
  formatStep,
  lintStep,
  typesStep,
  unusedStep,
  vitestStep,
} from "../quality-steps.mjs";
import { runLanes, summarise } from "../steps.mjs";

export async function main(_args, signal) {
  await ensurePrismaClient();
  const unitTests = vitestStep("unit and content tests", { project: "pure" });
  const lanes = [
    [lintStep, directionsStep],
    [typesStep, unusedStep, formatStep, unitTests],
  ];
  return summarise(await runLanes(lanes, signal));
}
