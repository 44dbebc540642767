import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { toPublic } from "@/lib/domain/questions/to-public";
import type { QueuePick } from "@/lib/domain/scheduling/plan-queue";
import type { QueueItem } from "@/lib/domain/study/queue-contract";
import type { CatalogueQuestion } from "@/lib/server/content/catalogue";
import { variantSeed } from "@/lib/server/study/variant-seed";

/** A question as it is asked: the variant for this learner's next answer, without its key. */
export function toQueueItem(
  userId: string,
  published: CatalogueQuestion,
  pick: Omit<QueuePick, "question">,
): QueueItem {
  const { content, version } = published;
  const ticket = { questionId: content.id, version, occurrence: pick.reps };
  return {
    question: toPublic(drawQuestion(content, variantSeed(userId, ticket)), version),
    ticket,
    reason: pick.reason,
    state: pick.state,
    recall: pick.recall,
  };
}
