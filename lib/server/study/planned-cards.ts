import { toPlannedCard, type PlannedCard } from "@/lib/domain/scheduling/planned-card";
import { heaviestDomain } from "@/lib/domain/scheduling/study-question";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import type { Db } from "@/lib/server/db/client";
import { listReviewCards } from "@/lib/server/db/planned-cards";
import type { StudyIndex } from "@/lib/server/study/study-index";

/** The cards in review whose questions are still asked, weighed by the exam of these settings. */
export async function getPlannedCards(
  db: Db,
  { questions, domainWeights }: StudyIndex,
  userId: string,
  settings: StudySettings,
): Promise<PlannedCard[]> {
  const cards = await listReviewCards(db, userId);
  return cards.flatMap((card) => {
    const question = questions.get(card.questionId);
    if (!question) return [];
    const weight = heaviestDomain(question, settings.exam, domainWeights)?.weight ?? 0;
    return [toPlannedCard(card, weight, settings)];
  });
}
