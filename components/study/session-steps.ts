/** From one question of a sitting to the next. */
import type { Session, StartDraft } from "@/components/study/session";
import type { QueueItem } from "@/lib/domain/study/queue-contract";

export function ask(session: Session, item: QueueItem, startDraft: StartDraft): Session {
  const draft = startDraft(item.question);
  const asked = { item, draft, hintShown: false, tries: 1, first: null };
  const phase = item.lesson ? "lesson" : "asking";
  return { ...session, phase, problem: null, asked, verdict: null };
}

/** A question that was forgotten once too often is gone through before the next one is asked. */
export const afterVerdict = (session: Session, startDraft: StartDraft): Session =>
  session.verdict?.lesson
    ? { ...session, phase: "lesson", verdict: null }
    : goOn(session, startDraft, "loading");

/** The lesson's own question is asked a few questions later, unless it was just answered. */
const LESSON_DISTANCE = 3;

export function leaveLesson(
  session: Session,
  practice: QueueItem | null,
  startDraft: StartDraft,
): Session {
  const taught = session.asked?.item;
  const upcoming = taught?.lesson
    ? session.upcoming.toSpliced(LESSON_DISTANCE, 0, { ...taught, lesson: false })
    : session.upcoming;
  const queue = practice ? [practice, ...upcoming] : upcoming;
  return goOn({ ...session, upcoming: queue }, startDraft, "loading");
}

/** The line is there again to be mended; the first answer stays the one that counts. */
export function tryAgain(session: Session, draft: unknown): Session {
  const { asked, verdict } = session;
  if (!asked || !verdict) return session;
  const first = asked.first ?? verdict;
  return {
    ...session,
    phase: "asking",
    asked: { ...asked, draft, tries: asked.tries + 1, first },
    verdict: null,
  };
}

/** Set aside, suspended or started afresh: it is not asked any more in this sitting. */
export function leaveOut(session: Session, questionId: string, startDraft: StartDraft): Session {
  const upcoming = session.upcoming.filter((item) => item.question.id !== questionId);
  const left = { ...session, upcoming };
  return session.asked?.item.question.id === questionId && session.phase !== "sending"
    ? goOn(left, startDraft, "loading")
    : left;
}

export function withFlag(session: Session, questionId: string, flagged: boolean): Session {
  const flag = (item: QueueItem) => (item.question.id === questionId ? { ...item, flagged } : item);
  const { asked } = session;
  return {
    ...session,
    asked: asked && { ...asked, item: flag(asked.item) },
    upcoming: session.upcoming.map(flag),
  };
}

/** With nothing left to ask the server is asked once more: minutes may have passed. */
export function goOn(
  session: Session,
  startDraft: StartDraft,
  whenEmpty: "loading" | "done",
): Session {
  const [item, ...upcoming] = session.upcoming;
  if (item) return ask({ ...session, upcoming }, item, startDraft);
  return { ...session, phase: whenEmpty, asked: null, verdict: null };
}
