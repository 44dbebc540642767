import { randomInt } from "node:crypto";

import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { toPublic } from "@/lib/domain/questions/to-public";
import type { QueueItem } from "@/lib/domain/study/queue-contract";
import type { CatalogueQuestion } from "@/lib/server/content/catalogue-question";
import { variantSeed } from "@/lib/server/study/variant-seed";

/** What is known of a question that is asked; `reps` is how often it was answered. */
type Asked = Omit<QueueItem, "question" | "ticket"> & { reps: number };

/** Practice has variants of its own, so that it does not give away what is asked in earnest. */
const PRACTICE_FROM = 100_000;
const PRACTICE_TO = 1_000_000;

const practiceOccurrence = (): number => randomInt(PRACTICE_FROM, PRACTICE_TO);

/** A question as it is asked: the variant for this learner's next answer, without its key. */
export function toQueueItem(userId: string, published: CatalogueQuestion, pick: Asked): QueueItem {
  const { content, version } = published;
  const occurrence = pick.purpose === "drill" ? practiceOccurrence() : pick.reps;
  const ticket = { questionId: content.id, version, occurrence };
  return {
    question: toPublic(drawQuestion(content, variantSeed(userId, ticket)), version),
    ticket,
    reason: pick.reason,
    purpose: pick.purpose,
    state: pick.state,
    recall: pick.recall,
    flagged: pick.flagged,
    lesson: pick.lesson,
  };
}
