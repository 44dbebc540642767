/** What each event makes of a sitting. Pure, so that every turn of it is a row in a test. */
import {
  isOnItsWay,
  type Asked,
  type Session,
  type SessionEvent,
  type StartDraft,
  type Verdict,
} from "@/components/study/session";
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

type EventOf<T extends SessionEvent["type"]> = Extract<SessionEvent, { type: T }>;

type Turns = {
  [T in SessionEvent["type"]]: (
    session: Session,
    event: EventOf<T>,
    startDraft: StartDraft,
  ) => Session;
};

const TURNS: Turns = {
  load: (session) => ({ ...session, phase: "loading", problem: null }),
  loaded: takeQueue,
  opened: (session, { pending }, startDraft) => open(session, pending, startDraft),
  "kept-items": takeKeptItems,
  broke: (session, { problem }) => breakOff(session, problem),
  changed: (session, { change }) => withAsked(session, change),
  sent: (session, { answerId }) => recordSent(session, answerId),
  kept: (session, { answerId }) => setAside(session, answerId),
  judged: recordVerdict,
  refused: (session, { answerId }) => dropResult(session, answerId),
  "went-on": (session, _event, startDraft) => afterVerdict(session, startDraft),
  rerated: (session, { changed }) => recordChange(session, changed),
  "tried-again": (session, { draft }) => tryAgain(session, draft),
  "lesson-over": (session, { practice }, startDraft) => leaveLesson(session, practice, startDraft),
  "left-out": (session, { questionId }, startDraft) => leaveOut(session, questionId, startDraft),
  flagged: (session, { questionId, flagged }) => withFlag(session, questionId, flagged),
  ended: (session) => ({ ...session, phase: "done", asked: null, verdict: null, upcoming: [] }),
  undone: takeBack,
};

/** TypeScript does not see that the turn that is looked up takes the event it is looked up by. */
const turnOf = (event: SessionEvent) =>
  TURNS[event.type] as (session: Session, event: SessionEvent, startDraft: StartDraft) => Session;

export const reduceSession =
  (startDraft: StartDraft) =>
  (session: Session, event: SessionEvent): Session =>
    turnOf(event)(session, event, startDraft);

function withAsked(session: Session, change: Partial<Asked>): Session {
  return session.asked && session.phase === "asking"
    ? { ...session, asked: { ...session.asked, ...change } }
    : session;
}

/** While a question is on screen a failed fetch disturbs nobody: the next one is tried in time. */
function breakOff(session: Session, problem: string): Session {
  return session.asked ? session : { ...session, phase: "broken", problem };
}

/** What is due again within minutes goes before what was fetched earlier. */
function takeQueue(
  session: Session,
  { queue, asked, fits }: EventOf<"loaded">,
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
  return isWaitingForQuestions(session) ? goOn(next, startDraft, "done") : next;
}

/** The page was made without knowing of the answers that wait on this device. */
function open(session: Session, pending: readonly string[], startDraft: StartDraft): Session {
  if (session.phase !== "opening") return session;
  const isPending = ({ question }: QueueItem) => pending.includes(question.id);
  const upcoming = session.upcoming.filter((item) => !isPending(item));
  return session.asked && isPending(session.asked.item)
    ? goOn({ ...session, upcoming }, startDraft, "loading")
    : { ...session, phase: "asking", upcoming };
}

/** Without a connection: what is kept of the session, as far as it is not asked already. */
function takeKeptItems(
  session: Session,
  { kept }: EventOf<"kept-items">,
  startDraft: StartDraft,
): Session {
  const atHand = [...(session.asked ? [session.asked.item] : []), ...session.upcoming];
  const known = new Set([
    ...atHand.map(({ question }) => question.id),
    ...session.results.map(({ question }) => question.id),
  ]);
  const more = kept.items.filter(({ question }) => !known.has(question.id));
  const next: Session = {
    ...session,
    upcoming: [...session.upcoming, ...more],
    beyond: 0,
    fits: session.fits ?? kept.fits,
    resumed: session.resumed || session.startedAt === null,
    startedAt: session.startedAt ?? kept.startedAt,
    nextDueAt: kept.nextDueAt,
  };
  return isWaitingForQuestions(session) ? goOn(next, startDraft, "done") : next;
}

const isWaitingForQuestions = ({ phase }: Session): boolean =>
  phase === "loading" || phase === "broken";

/** Its verdict takes long: the learner may go on. */
const setAside = (session: Session, answerId: string): Session =>
  isAwaited(session, answerId) ? { ...session, phase: "kept" } : session;

/** The answer on screen is this one, and its verdict is not here. */
const isAwaited = (session: Session, answerId: string): boolean =>
  isOnItsWay(session) && session.awaited === answerId;

function recordSent(session: Session, answerId: string): Session {
  if (!session.asked) return session;
  const { question } = session.asked.item;
  const sending: Session = { ...session, phase: "sending", awaited: answerId };
  if (session.asked.first) return sending;
  return {
    ...sending,
    results: [...session.results, { answerId, question, outcome: null }],
  };
}

function recordVerdict(
  session: Session,
  { answerId, answer, response }: EventOf<"judged">,
): Session {
  const { review, graded, reveal, next, alternatives, lesson } = response;
  const results = session.results.map((result) =>
    result.answerId === answerId ? { ...result, outcome: review.outcome } : result,
  );
  const counted = { ...session, results };
  return isAwaited(session, answerId)
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
  return { ...session, results, ...(isAwaited(session, answerId) ? { phase: "asking" } : {}) };
}

function recordChange(session: Session, { review, next, alternatives }: ChangedReview): Session {
  if (session.verdict?.review.id !== review.id) return session;
  return { ...session, verdict: { ...session.verdict, review, next, alternatives } };
}

/** The question that was taken back is asked again; what was on screen waits behind it. */
function takeBack(
  session: Session,
  { reviewId, item }: EventOf<"undone">,
  startDraft: StartDraft,
): Session {
  const results = session.results.filter((result) => result.answerId !== reviewId);
  const first = firstOf(session, reviewId);
  if (first) return { ...session, results, phase: "verdict", verdict: first };
  if (!item) return { ...session, results };
  const onScreen = session.phase === "asking" ? session.asked?.item : undefined;
  const upcoming = [...(onScreen ? [onScreen] : []), ...session.upcoming].filter(
    (other) => other.question.id !== item.question.id,
  );
  return ask({ ...session, results, upcoming }, item, startDraft);
}

/** The verdict of the first try, when it was the second one that was taken back, delivered or not. */
function firstOf(session: Session, reviewId: string | null): Verdict | null {
  const isSecondTry =
    reviewId !== null && (session.verdict?.review.id === reviewId || isAwaited(session, reviewId));
  return isSecondTry ? (session.asked?.first ?? null) : null;
}
