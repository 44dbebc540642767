/** What a learner sees beside the verdict: what their line does, and how its object differs. */
import type { TaskContext } from "../model";
import { explainSteps } from "./explain-line";

/** Two objects, or two changes, as YAML. */
export type ObjectPair = { model: string; yours: string };

/** What the line does, a sentence for each step: why another spelling than the model's is right too. */
export const effectsOf = (text: string, context: TaskContext): string[] =>
  explainSteps(text, context).map((step) => step.sentence);

/** The first object that the answer makes otherwise than the model; null when there is none to compare. */
export function differingObjects(
  model: string,
  answer: string,
  context: TaskContext,
): ObjectPair | null {
  const got = explainSteps(answer, context);
  if (got.every((step) => step.yaml === null)) return null;
  for (const [index, step] of explainSteps(model, context).entries()) {
    const other = got[index]?.yaml ?? null;
    if (step.yaml !== null && other !== null && step.yaml !== other) {
      return { model: step.yaml, yours: other };
    }
  }
  return null;
}
