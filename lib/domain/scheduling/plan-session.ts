/**
 * What a session asks. Most sessions ask what is due and new today, or a part of it. A
 * collection (weak points, what was missed today, what is flagged) also holds questions
 * that are not due, and a drill asks whatever there is: those come as practice, which
 * no date follows, each until it was answered right once.
 */
import { interleave } from "@/lib/domain/scheduling/interleave";
import { dayNumber, dayNumberOfMs, dayStart } from "@/lib/domain/scheduling/learner-day";
import { recallAfter } from "@/lib/domain/scheduling/memory-model";
import { isPlanned, type DueCard } from "@/lib/domain/scheduling/plan-day";
import { planQueue, type QueueInput, type QueuePick } from "@/lib/domain/scheduling/plan-queue";
import { MOST_WEAK_POINTS, strength, WEAK_BELOW } from "@/lib/domain/scheduling/weak-points";
import type { StudyQuestion } from "@/lib/domain/scheduling/study-question";
import type { QueueCounts, SessionMode } from "@/lib/domain/study/queue-contract";

export type SessionInput<C extends DueCard = DueCard> = QueueInput<C> & {
  mode: SessionMode;
  drill: boolean;
  startedAt: Date;
  /** The learner's cards, due or not, that a collection or drill may hold; weakest first. */
  pool: readonly C[];
  flagged: ReadonlySet<string>;
};

export type SessionPick<C extends DueCard = DueCard> = {
  question: StudyQuestion;
  /** Null of a new question, like its recall. */
  card: C | null;
  reason: QueuePick["reason"] | "practice";
  purpose: "study" | "drill";
  recall: number | null;
};

export type SessionPlan<C extends DueCard = DueCard> = {
  picks: SessionPick<C>[];
  /** Picks without the limit. */
  left: number;
  counts: QueueCounts;
  moreAt: Date | null;
};

export function planSession<C extends DueCard>(input: SessionInput<C>): SessionPlan<C> {
  const { picks: due, ...day } = planQueue({ ...input, limit: Number.MAX_SAFE_INTEGER });
  const held = isPracticed(input)
    ? withPractice(input, due)
    : due.filter(({ reason }) => isOfMode(reason, input.mode));
  return { ...day, picks: held.slice(0, input.limit).map(toSessionPick), left: held.length };
}

const toSessionPick = <C extends DueCard>({
  question,
  card,
  reason,
  recall,
}: Held<C>): SessionPick<C> => ({
  question,
  card,
  reason,
  purpose: reason === "practice" ? "drill" : "study",
  recall,
});

export const isPracticed = ({ mode, drill }: Pick<SessionInput, "mode" | "drill">): boolean =>
  drill || mode === "weak" || mode === "missed" || mode === "flagged";

const isOfMode = (reason: QueuePick["reason"], mode: SessionMode): boolean =>
  mode === "today" || (mode === "new" ? reason === "new" : reason !== "new");

/** What is due is asked as such, unless everything is practice; the rest of it follows. */
function withPractice<C extends DueCard>(
  input: SessionInput<C>,
  study: readonly QueuePick<C>[],
): Held<C>[] {
  const held = practicePicks(input);
  if (input.drill) return held;
  const ids = new Set(held.map(({ question }) => question.id));
  const due = study.filter(({ question }) => ids.has(question.id));
  const dueIds = new Set(due.map(({ question }) => question.id));
  return [...due, ...held.filter(({ question }) => !dueIds.has(question.id))];
}

function practicePicks<C extends DueCard>(input: SessionInput<C>): Held<C>[] {
  const done = answeredSince(input);
  const open = membersOf(input)
    .filter(({ question }) => isPlanned(question, input) && !input.onScreen.has(question.id))
    .filter(({ question }) => done.get(question.id)?.right !== true);
  const untried = open.filter(({ question }) => !done.has(question.id));
  const missed = open
    .filter(({ question }) => done.has(question.id))
    .sort((a, b) => atMs(done, a) - atMs(done, b));
  return [...interleave(untried, conceptOf), ...missed];
}

type Done = ReadonlyMap<string, { right: boolean; atMs: number }>;

const atMs = (done: Done, { question }: Held<DueCard>): number => done.get(question.id)?.atMs ?? 0;

const conceptOf = ({ question }: Held<DueCard>): string => question.concept;

/** How the last answer of this session to each question went. */
function answeredSince({ answers, startedAt }: SessionInput): Done {
  const done = new Map<string, { right: boolean; atMs: number }>();
  for (const { questionId, reviewedAtMs: atMs, rating } of answers) {
    const before = done.get(questionId);
    if (atMs < startedAt.getTime() || (before && before.atMs > atMs)) continue;
    done.set(questionId, { right: rating > 1, atMs });
  }
  return done;
}

/** All that the mode holds, best first. */
function membersOf<C extends DueCard>(input: SessionInput<C>): Held<C>[] {
  const cards = input.pool.flatMap((card) => toPractice(input, card) ?? []);
  switch (input.mode) {
    case "today":
      return [...cards, ...unseenOf(input)];
    case "due":
      return cards.filter(({ card }) => card !== null && card.dueAtMs <= input.now.getTime());
    case "new":
      return unseenOf(input);
    case "weak":
      return weakest(cards);
    case "missed": {
      const missed = missedToday(input);
      return cards.filter(({ question }) => missed.has(question.id));
    }
    case "flagged":
      return [...cards, ...unseenOf(input)].filter(({ question }) =>
        input.flagged.has(question.id),
      );
  }
}

type Held<C extends DueCard> = Omit<SessionPick<C>, "purpose">;

function toPractice<C extends DueCard>(input: SessionInput<C>, card: C): Held<C> | null {
  const question = input.questions.get(card.questionId);
  if (!question) return null;
  const elapsedDays =
    dayNumber(input.now, input.settings) - dayNumberOfMs(card.lastReviewAtMs, input.settings);
  return {
    question,
    card,
    reason: "practice",
    recall: recallAfter(Math.max(0, elapsedDays), card.stability, input.settings.weights),
  };
}

const unseenOf = (input: SessionInput): Held<never>[] =>
  input.newOrder
    .filter((id) => !input.seen.has(id))
    .flatMap((id) => {
      const question = input.questions.get(id);
      if (!question) return [];
      return [
        {
          question,
          card: null,
          reason: "practice" as const,
          recall: null,
        },
      ];
    });

const strengthOf = ({ recall, card }: Held<DueCard>): number =>
  strength(recall ?? 1, card?.lapses ?? 0);

const weakest = <C extends DueCard>(cards: readonly Held<C>[]): Held<C>[] =>
  cards
    .filter((pick) => strengthOf(pick) < WEAK_BELOW)
    .sort((a, b) => strengthOf(a) - strengthOf(b))
    .slice(0, MOST_WEAK_POINTS);

/** Questions of which an answer of today was rated Again, whatever came after it. */
function missedToday({ answers, now, settings }: SessionInput): Set<string> {
  const startsAtMs = dayStart(dayNumber(now, settings), settings).getTime();
  return new Set(
    answers
      .filter(({ reviewedAtMs, rating }) => reviewedAtMs >= startsAtMs && rating === 1)
      .map(({ questionId }) => questionId),
  );
}

/** How many questions each mode holds now; a collection also counts what is not due. */
export function countModes(
  input: Omit<SessionInput, "mode" | "drill">,
): Record<SessionMode, number> {
  const day = planQueue({ ...input, limit: Number.MAX_SAFE_INTEGER });
  const fresh = day.picks.filter(({ reason }) => reason === "new").length;
  const held = (mode: SessionMode) =>
    membersOf({ ...input, mode, drill: true }).filter(({ question }) => isPlanned(question, input))
      .length;
  return {
    today: day.picks.length,
    due: day.picks.length - fresh,
    new: fresh,
    weak: held("weak"),
    missed: held("missed"),
    flagged: held("flagged"),
  };
}
