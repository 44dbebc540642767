import { toPublic, type PublicQuestion } from "@/lib/domain/questions/to-public";
import { findLandingVariant } from "@/lib/server/study/landing-variant";

/** What a visitor is asked on the landing page; null when no kubectl question is loaded. */
export async function viewLandingQuestion(now: Date): Promise<PublicQuestion | null> {
  const variant = await findLandingVariant(now);
  return variant && toPublic(variant.drawn, variant.version);
}
