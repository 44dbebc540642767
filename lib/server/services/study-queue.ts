import { planQueue } from "@/lib/domain/scheduling/plan-queue";
import type { QueueRequest, QueueResponse } from "@/lib/domain/study/queue-contract";
import { signedOut } from "@/lib/server/auth/actor";
import type { SessionClaims } from "@/lib/server/db/people";
import { findQueueFacts } from "@/lib/server/db/study-facts";
import { dayInput } from "@/lib/server/study/day-counts";
import { toQueueItem } from "@/lib/server/study/queue-item";
import { studyIndex } from "@/lib/server/study/study-index";

/**
 * What the learner should be asked next. Reading it changes nothing: a question is
 * introduced by being answered.
 */
export async function studyQueue(
  claims: SessionClaims,
  request: QueueRequest,
  now: Date,
): Promise<QueueResponse> {
  const [index, facts] = await Promise.all([studyIndex(), findQueueFacts(claims, now)]);
  if (!facts) throw signedOut();

  const plan = planQueue({
    ...dayInput(facts, index, now),
    banks: request.banks ? new Set(request.banks) : null,
    onScreen: new Set(request.exclude),
    limit: request.limit,
    newOrder: index.newOrder(facts.settings.exam),
    unseen: facts.unseen,
  });
  const items = plan.picks.flatMap((pick) => {
    const published = index.published(pick.question.id);
    return published ? [toQueueItem(facts.person.id, published, pick)] : [];
  });
  return {
    items,
    counts: plan.counts,
    nextDueAt: earliest(facts.nextDueAt, plan.moreAt)?.toISOString() ?? null,
    serverNow: now.toISOString(),
  };
}

const earliest = (a: Date | null, b: Date | null): Date | null => (a && b && b < a ? b : (a ?? b));
