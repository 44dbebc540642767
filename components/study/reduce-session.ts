/** What each event makes of a sitting. Pure, so that every turn of it is a row in a test. */
import type { Asked, Session, SessionEvent, StartDraft } from "@/components/study/session";
import {
  afterVerdict,
  ask,
  goOn,
  leaveLesson,
  leaveOut,
  tryAgain,
  withFlag,
} from "@/components/study/session-steps";
import type { ChangedReview } from "@/lib/domain/study/answer-contract";
import type { QueueItem } from "@/lib/domain/study/queue-contract";

export const reduceSession =
  (startDraft: StartDraft) =>
  (session: Session, event: SessionEvent): Session => {
    switch (event.type) {
      case "load":
        return { ...session, phase: "loading", problem: null };
      case "loaded":
        return takeQueue(session, event, startDraft);
      case "broke":
        return breakOff(session, event.problem);
      case "changed":
        return withAsked(session, event.change);
      case "sent":
        return recordSent(session, event.answerId);
      case "judged":
        return recordVerdict(session, event);
      case "refused":
        return dropResult(session, event.answerId);
      case "went-on":
        return afterVerdict(session, startDraft);
      case "rerated":
        return recordChange(session, event.changed);
      case "tried-again":
        return tryAgain(session, event.draft);
      case "lesson-over":
        return leaveLesson(session, event.practice, startDraft);
      case "left-out":
        return leaveOut(session, event.questionId, startDraft);
      case "flagged":
        return withFlag(session, event.questionId, event.flagged);
      case "ended":
        return { ...session, phase: "done", asked: null, verdict: null, upcoming: [] };
      case "undone":
        return takeBack(session, event.reviewId, event.item, startDraft);
    }
  };

const isAsking = (session: Session) => session.phase === "asking";

const withAsked = (session: Session, change: Partial<Asked>): Session =>
  session.asked && isAsking(session)
    ? { ...session, asked: { ...session.asked, ...change } }
    : session;

/** While a question is on screen a failed fetch disturbs nobody: the next one is tried in time. */
const breakOff = (session: Session, problem: string): Session =>
  session.asked ? session : { ...session, phase: "broken", problem };

/** What is due again within minutes goes before what was fetched earlier. */
function takeQueue(
  session: Session,
  { queue, asked, fits }: Extract<SessionEvent, { type: "loaded" }>,
  startDraft: StartDraft,
): Session {
  const known = new Set(
    [session.asked?.item, ...session.upcoming].map((item) => item?.question.id),
  );
  const fresh = queue.items.filter((item) => !known.has(item.question.id));
  const urgent = fresh.filter((item) => item.reason === "learning");
  const others = fresh.filter((item) => item.reason !== "learning");
  const next: Session = {
    ...session,
    upcoming: [...urgent, ...session.upcoming, ...others],
    exhausted: queue.items.length < asked,
    beyond: queue.left - queue.items.length,
    fits: session.fits ?? fits ?? null,
    startedAt: session.startedAt ?? queue.serverNow,
    nextDueAt: queue.nextDueAt,
  };
  return session.phase === "loading" || session.phase === "broken"
    ? goOn(next, startDraft, "done")
    : next;
}
function recordSent(session: Session, answerId: string): Session {
  if (!session.asked) return session;
  const { question } = session.asked.item;
  if (session.asked.first) return { ...session, phase: "sending" };
  return {
    ...session,
    phase: "sending",
    results: [...session.results, { answerId, question, outcome: null }],
  };
}

function recordVerdict(
  session: Session,
  { answerId, answer, response }: Extract<SessionEvent, { type: "judged" }>,
): Session {
  const { review, graded, reveal, next, alternatives, lesson } = response;
  const results = session.results.map((result) =>
    result.answerId === answerId ? { ...result, outcome: review.outcome } : result,
  );
  const counted = { ...session, results };
  const isOnScreen =
    session.phase === "sending" && session.asked?.item.question.id === review.questionId;
  return isOnScreen
    ? {
        ...counted,
        phase: "verdict",
        verdict: { answer, graded, reveal, review, next, alternatives, lesson },
      }
    : counted;
}

/** The answer was not taken: it stays on screen to be sent again or changed. */
function dropResult(session: Session, answerId: string): Session {
  const results = session.results.filter((result) => result.answerId !== answerId);
  return { ...session, results, phase: session.phase === "sending" ? "asking" : session.phase };
}

function recordChange(session: Session, { review, next, alternatives }: ChangedReview): Session {
  if (session.verdict?.review.id !== review.id) return session;
  return { ...session, verdict: { ...session.verdict, review, next, alternatives } };
}

/** The question that was taken back is asked again; what was on screen waits behind it. */
function takeBack(
  session: Session,
  reviewId: string | null,
  item: QueueItem | null,
  startDraft: StartDraft,
): Session {
  const results = session.results.filter((result) => result.answerId !== reviewId);
  const { asked, verdict } = session;
  if (asked?.first && verdict?.review.id === reviewId && reviewId !== null) {
    return { ...session, results, verdict: asked.first };
  }
  if (!item) return { ...session, results };
  const onScreen = session.phase === "asking" ? session.asked?.item : undefined;
  const upcoming = [...(onScreen ? [onScreen] : []), ...session.upcoming].filter(
    (other) => other.question.id !== item.question.id,
  );
  return ask({ ...session, results, upcoming }, item, startDraft);
}
