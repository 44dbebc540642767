import { isPlanned, type Scope } from "@/lib/domain/scheduling/plan-day";
import { isPracticed, planSession } from "@/lib/domain/scheduling/plan-session";
import type { QueueRequest, QueueResponse } from "@/lib/domain/study/queue-contract";
import { signedOut } from "@/lib/server/auth/actor";
import type { SessionClaims } from "@/lib/server/db/people";
import { findSessionFacts, type SessionFacts } from "@/lib/server/db/session-facts";
import { findQueueFacts } from "@/lib/server/db/queue-facts";
import { secondsOf } from "@/lib/server/study/answer-time";
import { rememberAsked } from "@/lib/server/study/asked-memory";
import { dayInput } from "@/lib/server/study/day-counts";
import { sessionItem } from "@/lib/server/study/session-item";
import { studyIndex, type StudyIndex } from "@/lib/server/study/study-index";

/**
 * What the learner should be asked next. Reading it changes nothing: a question is
 * introduced by being answered.
 */
export async function studyQueue(
  claims: SessionClaims,
  request: QueueRequest,
  now: Date,
): Promise<QueueResponse> {
  const scope = scopeOf(request);
  const facts = await findFacts(claims, request, scope, now);
  if (!facts) throw signedOut();
  const index = await studyIndex(facts.openBanks);

  const plan = planSession({
    ...dayInput(facts, index, now),
    ...scope,
    mode: request.mode,
    drill: request.drill,
    startedAt: request.startedAt === undefined ? now : new Date(request.startedAt),
    onScreen: new Set(request.exclude),
    limit: request.limit,
    newOrder: index.newOrder(facts.settings.exam),
    seen: facts.seen,
    flagged: facts.flagged,
    pool: facts.pool,
  });
  rememberAsked(facts, plan.picks);
  return {
    items: plan.picks.flatMap((pick) => sessionItem(facts, index, pick) ?? []),
    counts: plan.counts,
    nextDueAt: earliest(facts.nextDueAt, plan.moreAt)?.toISOString() ?? null,
    left: plan.left,
    secondsPerAnswer: secondsOf(facts.secondsPerAnswer),
    serverNow: now.toISOString(),
  };
}

const scopeOf = ({ banks, domains }: QueueRequest): Scope => ({
  banks: banks ? new Set(banks) : null,
  domains: domains ? new Set(domains) : null,
});

/** The usual session needs no more than what is due: its read stays small. */
async function findFacts(
  claims: SessionClaims,
  request: QueueRequest,
  scope: Scope,
  now: Date,
): Promise<SessionFacts | null> {
  if (!isPracticed(request) && !request.timed) {
    const facts = await findQueueFacts(claims, now);
    return facts && { ...facts, pool: [], secondsPerAnswer: null };
  }
  return findSessionFacts(claims, now, {
    questions: questionsIn(scope, await studyIndex([])),
    banks: scope.banks && [...scope.banks],
  });
}

const questionsIn = (scope: Scope, { questions }: StudyIndex): string[] | null =>
  scope.banks === null && scope.domains === null
    ? null
    : [...questions.values()].filter((question) => isPlanned(question, scope)).map(({ id }) => id);

const earliest = (a: Date | null, b: Date | null): Date | null => (a && b && b < a ? b : (a ?? b));
