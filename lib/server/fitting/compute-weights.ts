import type { TrainingItem } from "@/lib/domain/progress/weight-fit";
import { AppError } from "@/lib/server/errors";

/** The optimiser looks for its result this often: no fit takes less. */
const POLL_MS = 20;

/**
 * Fits the 21 weights of FSRS-6, on a thread of the optimiser's own. It is a native
 * addon: on a machine that it is not made for the refusal is "unavailable".
 */
export async function computeWeights(
  items: readonly TrainingItem[],
  { learningSteps }: { learningSteps: boolean },
): Promise<number[]> {
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await loadOptimiser();
  const trainSet = items.map(
    (item) =>
      new FSRSBindingItem(
        item.map(({ rating, elapsedDays }) => new FSRSBindingReview(rating, elapsedDays)),
      ),
  );
  return computeParameters(trainSet, {
    enableShortTerm: learningSteps,
    numRelearningSteps: 1,
    timeout: POLL_MS,
  });
}

async function loadOptimiser() {
  try {
    return await import("@open-spaced-repetition/binding");
  } catch (cause) {
    throw new AppError("unavailable", "The server cannot fit weights on this machine.", { cause });
  }
}
