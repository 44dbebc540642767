/** The questions to ask next: due learning steps, due reviews, then new questions up to the daily limit. */
import { interleave } from "@/lib/domain/scheduling/interleave";
import { isPlanned, planDay, type DayInput, type DayPlan } from "@/lib/domain/scheduling/plan-day";
import type { CardState } from "@/lib/domain/scheduling/card";
import type { StudyQuestion } from "@/lib/domain/scheduling/study-question";
import type { QueueCounts } from "@/lib/domain/study/queue-contract";

export type QueueInput = DayInput & {
  limit: number;
  /** New questions in the order to introduce them; see `orderNewQuestions`. */
  newOrder: readonly string[];
  /** Questions that are not introduced: the learner has a card of them or set them aside. */
  seen: ReadonlySet<string>;
};

export type QueuePick = {
  question: StudyQuestion;
  reason: "learning" | "due" | "new";
  state: CardState | "new";
  recall: number | null;
  reps: number;
  lapses: number;
};

export type QueuePlan = {
  picks: QueuePick[];
  counts: QueueCounts;
  /** When tomorrow brings something that today may not: new questions or siblings that wait. */
  moreAt: Date | null;
};

export function planQueue(input: QueueInput): QueuePlan {
  const day = planDay(input);
  const fresh = newToday(input, day);
  const due = (reason: "learning" | "due") => (planned: DayPlan["reviews"][number]) => ({
    question: planned.question,
    reason,
    state: planned.card.state,
    recall: planned.recall,
    reps: planned.card.reps,
    lapses: planned.card.lapses,
  });
  const picks = [
    ...day.learning.map(due("learning")),
    ...interleave(day.reviews.map(due("due")), bankOf),
    ...interleave(fresh.picks, bankOf),
  ];
  return {
    picks: picks.filter(({ question }) => !input.onScreen.has(question.id)).slice(0, input.limit),
    counts: { ...day.counts, new: fresh.picks.length },
    moreAt: day.somethingWaits || fresh.somethingWaits ? day.nextDayStartsAt : null,
  };
}

const bankOf = (pick: QueuePick): string => pick.question.bank;

/** The new questions that today still has room for; those on screen have theirs already. */
function newToday(input: QueueInput, { counts, siblings }: DayPlan) {
  const picks: QueuePick[] = [];
  let somethingWaits = false;
  for (const id of onScreenFirst(input)) {
    const question = input.questions.get(id);
    if (!question || !isPlanned(question, input)) continue;
    const hasRoom = picks.length < counts.newLeftToday;
    if (hasRoom && siblings.claim(question)) {
      picks.push({ question, reason: "new", state: "new", recall: null, reps: 0, lapses: 0 });
    } else {
      somethingWaits = true;
      // Thousands may follow, and nothing becomes of any of them today.
      if (!hasRoom) break;
    }
  }
  return { picks, somethingWaits: somethingWaits && input.settings.newPerDay > 0 };
}

function* onScreenFirst({ newOrder, seen, onScreen }: QueueInput): Generator<string> {
  const shown = onScreen.size === 0 ? [] : newOrder.filter((id) => onScreen.has(id));
  for (const id of shown) if (!seen.has(id)) yield id;
  for (const id of newOrder) if (!seen.has(id) && !onScreen.has(id)) yield id;
}
