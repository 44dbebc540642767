import { gradeAnswer } from "@/lib/domain/questions/grade-answer";
import { reveal } from "@/lib/domain/questions/reveal";
import type { TryResponse } from "@/lib/domain/study/try-contract";
import { countTry, TRIES_PER_ADDRESS } from "@/lib/server/auth/throttle";
import { AppError } from "@/lib/server/errors";
import { findLandingVariant } from "@/lib/server/study/landing-variant";

/** Grades a visitor's answer to the landing page's question. Nothing of it is kept. */
export async function tryKubectl(
  { now, address }: { now: Date; address: string },
  text: string,
): Promise<TryResponse> {
  await countTry(TRIES_PER_ADDRESS, address);
  const variant = await findLandingVariant(now);
  if (!variant) throw new AppError("not-found", "There is no question to try.");
  return {
    graded: gradeAnswer(variant.drawn, { kind: "kubectl", text }),
    reveal: reveal(variant.drawn),
  };
}
