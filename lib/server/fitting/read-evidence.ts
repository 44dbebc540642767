import type { QuestionEvidence } from "@/lib/domain/progress/weight-fit";
import { isEvidence } from "@/lib/domain/study/purpose";
import { database } from "@/lib/server/db/client";
import { readLog } from "@/lib/server/db/learner-log";
import { listResets } from "@/lib/server/db/parameter-fits";

/** All that a learner's weights can be fitted to. */
export async function readEvidence(userId: string): Promise<QuestionEvidence[]> {
  const resets = await listResets(database(), userId);
  const byQuestion = new Map<string, QuestionEvidence["reviews"][number][]>();
  for await (const page of readLog(userId)) {
    for (const { questionId, rating, reviewedAt, purpose } of page) {
      if (!isEvidence(purpose)) continue;
      const reviews = byQuestion.get(questionId) ?? [];
      reviews.push({ rating, reviewedAt });
      byQuestion.set(questionId, reviews);
    }
  }
  return [...byQuestion].map(([questionId, reviews]) => ({
    questionId,
    reviews,
    resets: resets.get(questionId) ?? [],
  }));
}
