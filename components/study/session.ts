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
import type { QueueItem, QueueResponse } from "@/lib/domain/study/queue-contract";

export type Asked = {
  item: QueueItem;
  /** The answer being made; its shape belongs to the kind's view. */
  draft: unknown;
  hintShown: boolean;
  /** 1 for the first try at it. */
  tries: number;
  /** The verdict of the first try, which counts, while trying again. */
  first: Verdict | null;
};

export type Verdict = {
  answer: Answer;
  graded: AnswerResponse["graded"];
  reveal: AnswerResponse["reveal"];
  review: ReviewView;
  /** Null after practice with a question that is new. */
  next: NextDue | null;
  alternatives: Alternative[];
  /** A lesson comes next: this was forgotten once too often. */
  lesson: boolean;
};

/** One answer of this sitting, for the summary. `outcome` is null until it has arrived. */
export type Result = { answerId: string; question: PublicQuestion; outcome: Outcome | null };

export type Session = {
  /** "opening": the first question is on screen, and takes an answer as soon as the page works. */
  phase:
    | "loading"
    | "broken"
    | "opening"
    | "asking"
    | "sending"
    | "kept"
    | "verdict"
    | "lesson"
    | "done";
  /** What stopped the sitting, in words for the learner. */
  problem: string | null;
  asked: Asked | null;
  verdict: Verdict | null;
  /** The answer that was sent last. */
  awaited: string | null;
  upcoming: QueueItem[];
  /** The server said that this was all it has for now. */
  exhausted: boolean;
  /** Questions that the session holds beyond those at hand. */
  beyond: number;
  /** How many answers fit into the time box; null without one. */
  fits: number | null;
  /** Server time at which the session began; null until the first batch is here. */
  startedAt: string | null;
  /** It goes on without a connection, from what this device kept of it. */
  resumed: boolean;
  nextDueAt: string | null;
  results: Result[];
};

/** A session as it was kept for going on without a connection. */
export type KeptItems = Pick<Session, "fits" | "nextDueAt"> & {
  items: QueueItem[];
  startedAt: string;
};

export type SessionEvent =
  | { type: "load" }
  | { type: "loaded"; queue: QueueResponse; asked: number; fits?: number }
  /** `pending` are questions whose answers wait on this device: they must not be asked again. */
  | { type: "opened"; pending: readonly string[] }
  | { type: "kept-items"; kept: KeptItems }
  | { type: "broke"; problem: string }
  | { type: "changed"; change: Partial<Pick<Asked, "draft" | "hintShown">> }
  | { type: "sent"; answerId: string }
  | { type: "kept"; answerId: string }
  | { type: "judged"; answerId: string; answer: Answer; response: AnswerResponse }
  | { type: "refused"; answerId: string }
  | { type: "went-on" }
  | { type: "rerated"; changed: ChangedReview }
  | { type: "tried-again"; draft: unknown }
  | { type: "lesson-over"; practice: QueueItem | null }
  | { type: "left-out"; questionId: string }
  | { type: "flagged"; questionId: string; flagged: boolean }
  | { type: "ended" }
  | { type: "undone"; reviewId: string | null; item: QueueItem | null };

export type SessionParts = { session: Session; dispatch: (event: SessionEvent) => void };

export const NEW_SESSION: Session = {
  phase: "loading",
  problem: null,
  asked: null,
  verdict: null,
  awaited: null,
  upcoming: [],
  exhausted: false,
  beyond: 0,
  fits: null,
  startedAt: null,
  resumed: false,
  nextDueAt: null,
  results: [],
};

/** The answer is on its way, or on this device until it can be. */
export const isOnItsWay = ({ phase }: Pick<Session, "phase">): boolean =>
  phase === "sending" || phase === "kept";

/** How a question looks before anything was done about it. */
export type StartDraft = (question: PublicQuestion) => unknown;

/** Questions that could still be asked now, without those that come back later today. */
export function questionsLeft(session: Session): number {
  const { asked, phase, upcoming, beyond, fits, results } = session;
  const atHand = upcoming.length + (asked && phase !== "verdict" && phase !== "kept" ? 1 : 0);
  const left = atHand + beyond;
  return fits === null ? left : Math.max(0, Math.min(left, fits - results.length));
}
