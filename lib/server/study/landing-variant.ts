import { drawQuestion, type DrawnOf } from "@/lib/domain/questions/draw-question";
import { getCatalogue, type CatalogueQuestion } from "@/lib/server/content/catalogue";

/** The question of the landing page: short, and everyone who knows kubectl can answer it. */
const LANDING_QUESTION = "kubectl/scale-deployment";

/** Visitors see the same variant, so that a page and an answer to it need not share anything. */
const SEED = "landing page";

export type LandingVariant = { drawn: DrawnOf<"kubectl">; version: number };

/** Null when no kubectl question is loaded. */
export async function findLandingVariant(): Promise<LandingVariant | null> {
  const { questions } = await getCatalogue();
  const question = [questions.get(LANDING_QUESTION), ...questions.values()].find(asksForKubectl);
  if (!question) return null;
  const drawn = drawQuestion(question.content, SEED);
  return drawn.kind === "kubectl" ? { drawn, version: question.version } : null;
}

const asksForKubectl = (question: CatalogueQuestion | undefined): question is CatalogueQuestion =>
  question?.content.kind === "kubectl";
