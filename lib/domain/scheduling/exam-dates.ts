/**
 * What a newly set, moved or removed exam date does to cards that are scheduled already.
 *
 * Brought forward: a card due after the exam's eve comes before it. As few days before
 * the exam are used as hold these reviews under the learner's daily limit, but at least
 * a fortnight, and these days are filled to one level. The later a review, the more of it
 * is there on exam day: the latest days go to those cards that would lose most, weighted
 * by their share of the exam, from being reviewed at the start of that stretch instead of
 * at its end, as FSRS expects it.
 *
 * Given back: a card whose interval is shorter than FSRS would ever fuzz it to was cut
 * short by an exam. When that exam is moved or removed it falls due within its own range
 * again, at a place in it that only depends on its id.
 */
import type { SchedulingSettings } from "@/lib/domain/scheduling/card";
import { examEve } from "@/lib/domain/scheduling/exam-eve";
import { recallIfReviewedOn } from "@/lib/domain/scheduling/memory-step";
import { fuzzRange } from "@/lib/domain/scheduling/memory-model";
import {
  dayLoads,
  openDays,
  type Move,
  type PlannedCard,
} from "@/lib/domain/scheduling/planned-card";
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import type { StudySettings } from "@/lib/domain/study/study-settings";

const LEAST_DAYS = 14;

type ExamSettings = SchedulingSettings & Pick<StudySettings, "reviewsPerDay">;

export function bringBeforeExam(
  cards: readonly PlannedCard[],
  today: number,
  settings: ExamSettings,
): Move[] {
  const eve = examEve(settings);
  if (eve === null || eve < today) return [];
  const late = cards.filter(({ dueDay }) => dueDay > eve);
  if (late.length === 0) return [];

  const loads = dayLoads(
    cards.filter(({ dueDay }) => dueDay <= eve),
    today,
  );
  const days = stretchBefore(eve, today, settings, late.length, loads);
  const room = fillLevel(days, loads, late.length);
  const [first = eve] = days;
  const inOrder = byLossOfBeingEarly(late, first, eve, settings);
  return [...room]
    .sort(([a], [b]) => b - a)
    .flatMap(([day, count]) =>
      inOrder.splice(0, count).map(({ questionId }) => ({ questionId, day })),
    );
}

/** The open days that take the reviews, from the first to the eve. The eve itself when the learner is off until then. */
function stretchBefore(
  eve: number,
  today: number,
  settings: ExamSettings,
  count: number,
  loads: ReadonlyMap<number, number>,
): number[] {
  const open = openDays(Math.min(today + 1, eve), eve, settings.daysOff);
  let length = Math.min(LEAST_DAYS, open.length);
  const roomOf = (days: readonly number[]) =>
    days.reduce((sum, day) => sum + Math.max(0, settings.reviewsPerDay - (loads.get(day) ?? 0)), 0);
  while (length < open.length && roomOf(open.slice(-length)) < count) length += 1;
  return length === 0 ? [eve] : open.slice(-length);
}

/** How many more each day takes, so that the fullest of them is as low as can be; later days take what is left over. */
export function fillLevel(
  days: readonly number[],
  loads: ReadonlyMap<number, number>,
  count: number,
): Map<number, number> {
  const loadOf = (day: number) => loads.get(day) ?? 0;
  const added = new Map(days.map((day) => [day, 0]));
  let level = Math.min(...days.map(loadOf));
  let left = count;
  while (left > 0) {
    const low = days.filter((day) => loadOf(day) + (added.get(day) ?? 0) <= level);
    for (const day of low.slice(-left)) added.set(day, (added.get(day) ?? 0) + 1);
    left -= Math.min(left, low.length);
    level += 1;
  }
  return added;
}

function byLossOfBeingEarly(
  cards: readonly PlannedCard[],
  first: number,
  eve: number,
  settings: ExamSettings,
): PlannedCard[] {
  return cards
    .map((card) => {
      const recall = (day: number) => recallIfReviewedOn(card, day, eve + 1, settings);
      return { card, loss: Math.max(1, card.weight) * (recall(eve) - recall(first)) };
    })
    .sort((a, b) => b.loss - a.loss || (a.card.questionId < b.card.questionId ? -1 : 1))
    .map(({ card }) => card);
}

export function giveBackDates(
  cards: readonly PlannedCard[],
  today: number,
  before: SchedulingSettings,
  after: SchedulingSettings,
): Move[] {
  const oldEve = examEve(before);
  if (oldEve === null) return [];
  return cards.flatMap((card) => {
    if (card.dueDay > oldEve || card.dueDay < today) return [];
    const { least, most } = fuzzRange(card.stability, 0, after);
    if (card.dueDay - card.lastReviewDay >= least) return [];
    const place = seededRandom(card.questionId, "given back").below(most - least + 1);
    return [
      { questionId: card.questionId, day: Math.max(today, card.lastReviewDay + least + place) },
    ];
  });
}
