import { canStudyQuestion } from "@/lib/domain/access/question-access";
import { drawQuestion, type DrawnOf } from "@/lib/domain/questions/draw-question";
import { getCatalogue } from "@/lib/server/content/catalogue";
import type { CatalogueQuestion } from "@/lib/server/content/catalogue-question";
import { findWithheldFromVisitors } from "@/lib/server/db/withheld";

/** The question of the landing page: short, and everyone who knows kubectl can answer it. */
const LANDING_QUESTION = "kubectl/scale-deployment";

/** Visitors see the same variant, so that a page and an answer to it need not share anything. */
const SEED = "landing page";

/** Were all of these asked in quizzes, visitors would be shown none. */
const MOST_LOOKED_AT = 200;

export type LandingVariant = { drawn: DrawnOf<"kubectl">; version: number };

/** Null when no kubectl question is loaded. None that a quiz asks now: visitors get its answer. */
export async function findLandingVariant(now: Date): Promise<LandingVariant | null> {
  const { questions } = await getCatalogue();
  const candidates = [questions.get(LANDING_QUESTION), ...questions.values()].filter(
    asksForKubectl,
  );
  const first = candidates.slice(0, MOST_LOOKED_AT);
  const withheld = await findWithheldFromVisitors(
    first.map(({ content }) => content.id),
    now,
  );
  const question = first.find(({ content }) => canStudyQuestion(content.id, withheld));
  if (!question) return null;
  const drawn = drawQuestion(question.content, SEED);
  return drawn.kind === "kubectl" ? { drawn, version: question.version } : null;
}

const asksForKubectl = (question: CatalogueQuestion | undefined): question is CatalogueQuestion =>
  question?.content.kind === "kubectl";
