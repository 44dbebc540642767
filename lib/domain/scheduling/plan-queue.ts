/** The questions to ask next: due learning steps, due reviews, then new questions up to the daily limit. */
import { interleave } from "@/lib/domain/scheduling/interleave";
import {
  isPlanned,
  planDay,
  type DayInput,
  type DayPlan,
  type DueCard,
  type PlannedReview,
} from "@/lib/domain/scheduling/plan-day";
import type { StudyQuestion } from "@/lib/domain/scheduling/study-question";
import type { QueueCounts } from "@/lib/domain/study/queue-contract";

export type QueueInput<C extends DueCard = DueCard> = DayInput<C> & {
  limit: number;
  /** New questions in the order to introduce them; see `orderNewQuestions`. */
  newOrder: readonly string[];
  /** Questions that are not introduced: the learner has a card of them or set them aside. */
  seen: Seen;
};

export type Seen = Pick<ReadonlySet<string>, "has">;

export type QueuePick<C extends DueCard = DueCard> = {
  question: StudyQuestion;
  /** Null of a new question, like its recall. */
  card: C | null;
  reason: "learning" | "due" | "new";
  recall: number | null;
};

export type QueuePlan<C extends DueCard = DueCard> = {
  picks: QueuePick<C>[];
  counts: QueueCounts;
  /** When tomorrow brings something that today may not: new questions or siblings that wait. */
  moreAt: Date | null;
};

export function planQueue<C extends DueCard>(input: QueueInput<C>): QueuePlan<C> {
  const day = planDay(input);
  const fresh = newToday(input, day);
  const picks: QueuePick<C>[] = [
    ...day.learning,
    ...interleave(day.reviews, bankOf),
    ...interleave(fresh.picks, bankOf),
  ];
  return {
    picks: picks.filter(({ question }) => !input.onScreen.has(question.id)).slice(0, input.limit),
    counts: { ...day.counts, new: fresh.picks.length },
    moreAt: day.somethingWaits || fresh.somethingWaits ? day.nextDayStartsAt : null,
  };
}

const bankOf = ({ question }: { question: StudyQuestion }): string => question.bank;

/** The new questions that today still has room for; those on screen have theirs already. */
function newToday(
  input: QueueInput,
  { counts, siblings }: Pick<DayPlan<PlannedReview>, "counts" | "siblings">,
) {
  const picks: (QueuePick & { card: null })[] = [];
  let somethingWaits = false;
  for (const id of onScreenFirst(input)) {
    if (input.seen.has(id)) continue;
    const question = input.questions.get(id);
    if (!question || !isPlanned(question, input)) continue;
    const hasRoom = picks.length < counts.newLeftToday;
    if (hasRoom && siblings.claim(question)) {
      picks.push({ question, card: null, reason: "new", recall: null });
    } else {
      somethingWaits = true;
      // Thousands may follow, and nothing becomes of any of them today.
      if (!hasRoom) break;
    }
  }
  return { picks, somethingWaits: somethingWaits && input.settings.newPerDay > 0 };
}

function onScreenFirst({ newOrder, onScreen }: QueueInput): readonly string[] {
  if (onScreen.size === 0) return newOrder;
  const shown = newOrder.filter((id) => onScreen.has(id));
  return [...shown, ...newOrder.filter((id) => !onScreen.has(id))];
}
