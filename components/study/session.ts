/**
 * One sitting of the player as a value: what is asked, what was said, what is left.
 * Pure: the hook `useSession` does the sending and hands in what came of it.
 */
import type { Answer } from "@/lib/domain/questions/grade-answer";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import type {
  Alternative,
  AnswerResponse,
  ChangedReview,
  NextDue,
  ReviewView,
} from "@/lib/domain/study/answer-contract";
import type { Outcome } from "@/lib/domain/questions/question-kind";
import type {
  DayCounts,
  QueueCounts,
  QueueItem,
  QueueResponse,
} from "@/lib/domain/study/queue-contract";

export type Asked = {
  item: QueueItem;
  /** The answer being made; its shape belongs to the kind's view. */
  draft: unknown;
  hintShown: boolean;
};

export type Verdict = {
  answer: Answer;
  graded: AnswerResponse["graded"];
  reveal: AnswerResponse["reveal"];
  review: ReviewView;
  next: NextDue;
  alternatives: Alternative[];
};

/** One answer of this sitting, for the summary. `outcome` is null until it has arrived. */
export type Result = { answerId: string; question: PublicQuestion; outcome: Outcome | null };

export type Session = {
  phase: "loading" | "broken" | "asking" | "sending" | "verdict" | "done";
  /** What stopped the sitting, in words for the learner. */
  problem: string | null;
  asked: Asked | null;
  verdict: Verdict | null;
  upcoming: QueueItem[];
  /** The server said that this was all it has for now. */
  exhausted: boolean;
  counts: QueueCounts | null;
  nextDueAt: string | null;
  results: Result[];
};

export type SessionEvent =
  | { type: "load" }
  | { type: "loaded"; queue: QueueResponse; asked: number }
  | { type: "broke"; problem: string }
  | { type: "changed"; change: Partial<Pick<Asked, "draft" | "hintShown">> }
  | { type: "sent"; answerId: string }
  | { type: "judged"; answerId: string; answer: Answer; response: AnswerResponse }
  | { type: "refused"; answerId: string }
  | { type: "went-on" }
  | { type: "rerated"; changed: ChangedReview }
  | { type: "undone"; reviewId: string; item: QueueItem | null };

export const NEW_SESSION: Session = {
  phase: "loading",
  problem: null,
  asked: null,
  verdict: null,
  upcoming: [],
  exhausted: false,
  counts: null,
  nextDueAt: null,
  results: [],
};

/** How a question looks before anything was done about it. */
export type StartDraft = (question: PublicQuestion) => unknown;

export const reduceSession =
  (startDraft: StartDraft) =>
  (session: Session, event: SessionEvent): Session => {
    switch (event.type) {
      case "load":
        return { ...session, phase: "loading", problem: null };
      case "loaded":
        return takeQueue(session, event.queue, event.asked, startDraft);
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
        return goOn(session, startDraft, "loading");
      case "rerated":
        return recordChange(session, event.changed);
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
  queue: QueueResponse,
  asked: number,
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
    counts: queue.counts,
    nextDueAt: queue.nextDueAt,
  };
  return session.phase === "loading" || session.phase === "broken"
    ? goOn(next, startDraft, "done")
    : next;
}

function ask(session: Session, item: QueueItem, startDraft: StartDraft): Session {
  const asked = { item, draft: startDraft(item.question), hintShown: false };
  return { ...session, phase: "asking", problem: null, asked, verdict: null };
}

/** With nothing left to ask the server is asked once more: minutes may have passed. */
function goOn(session: Session, startDraft: StartDraft, whenEmpty: "loading" | "done"): Session {
  const [item, ...upcoming] = session.upcoming;
  if (item) return ask({ ...session, upcoming }, item, startDraft);
  return { ...session, phase: whenEmpty, asked: null, verdict: null };
}

function recordSent(session: Session, answerId: string): Session {
  if (!session.asked) return session;
  const { question } = session.asked.item;
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
  const { review, graded, reveal, next, alternatives, counts } = response;
  const results = session.results.map((result) =>
    result.answerId === answerId ? { ...result, outcome: review.outcome } : result,
  );
  const counted = { ...session, results, counts: withCounts(session.counts, counts) };
  const isOnScreen =
    session.phase === "sending" && session.asked?.item.question.id === review.questionId;
  return isOnScreen
    ? {
        ...counted,
        phase: "verdict",
        verdict: { answer, graded, reveal, review, next, alternatives },
      }
    : counted;
}

/** Answers know nothing of how many new questions the banks still have: keep that, within the limit. */
const withCounts = (before: QueueCounts | null, counts: DayCounts): QueueCounts => ({
  ...counts,
  new: Math.min(before?.new ?? counts.newLeftToday, counts.newLeftToday),
});

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
  reviewId: string,
  item: QueueItem | null,
  startDraft: StartDraft,
): Session {
  const results = session.results.filter((result) => result.answerId !== reviewId);
  if (!item) return { ...session, results };
  const onScreen = session.phase === "asking" ? session.asked?.item : undefined;
  const upcoming = [...(onScreen ? [onScreen] : []), ...session.upcoming].filter(
    (other) => other.question.id !== item.question.id,
  );
  return ask({ ...session, results, upcoming }, item, startDraft);
}

/** Questions that could still be asked now, without those that come back later today. */
export function questionsLeft({ counts, asked, upcoming }: Session): number {
  if (!counts) return upcoming.length + (asked ? 1 : 0);
  return counts.learning + counts.due + counts.new;
}
