/**
 * The log is the truth; a card is what folding it gives. It has two kinds of entries,
 * folded together in order of time: reviews, of which practice leaves no trace, and
 * events, by which a card is forgotten or made due on another day. Undo, a changed
 * rating and reviews that arrive late are all "change the log, replay".
 *
 * Weights are no part of the past: before each review, and at the end, the memory is what
 * the weights of that moment make of all reviews before. New weights therefore take
 * effect at once and for every card, while the dates that were given stay.
 */
import { cardKey, type Card, type SchedulingSettings } from "@/lib/domain/scheduling/card";
import { dayNumber } from "@/lib/domain/scheduling/learner-day";
import { scheduleReview } from "@/lib/domain/scheduling/schedule-review";
import { isEvidence, type Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";

export type LoggedReview = {
  id: string;
  purpose: Purpose;
  rating: Rating;
  reviewedAt: Date;
  /** The settings that were in force at the review; its dates were counted with them. */
  settingsVersion: number;
  undoneAt: Date | null;
};

/** What changes a card besides reviews. */
export type LoggedEvent = { id: string; at: Date; undoneAt: Date | null } & (
  { kind: "reset" } | { kind: "move"; dueAt: Date }
);

/** One learner's log of one question, in any order, and the settings it was made under. */
export type ReviewLog = {
  userId: string;
  questionId: string;
  reviews: readonly LoggedReview[];
  events: readonly LoggedEvent[];
  settings: ReadonlyMap<number, SchedulingSettings>;
  /** The weights that the card is remembered with: those in force. */
  weights: readonly number[];
};

/** Folds the log into the card; null when nothing is left of it. */
export function replay(log: ReviewLog): Card | null {
  let card: Card | null = null;
  let settings: SchedulingSettings | null = null;
  /** What the card was folded from since the question was new. */
  let answers: LoggedReview[] = [];
  for (const entry of inOrder(log)) {
    if ("rating" in entry) {
      const next = settingsOf(log, entry.settingsVersion);
      if (card && settings) card = remembered(log, card, answers, settings, next.weights);
      settings = next;
      card = afterAnswer(log, card, entry, settings);
      answers.push(entry);
    } else if (entry.kind === "reset") {
      card = null;
      answers = [];
    } else if (card && settings) {
      card = applyMove(card, entry.dueAt, settings);
    }
  }
  return card && settings ? remembered(log, card, answers, settings, log.weights) : card;
}

const afterAnswer = (
  { userId, questionId }: ReviewLog,
  card: Card | null,
  { rating, reviewedAt }: LoggedReview,
  settings: SchedulingSettings,
): Card =>
  scheduleReview(card, rating, { reviewedAt, cardKey: cardKey(userId, questionId) }, settings);

/** The card with the memory that other weights make of the same answers. Its dates stay. */
function remembered(
  log: ReviewLog,
  card: Card,
  answers: readonly LoggedReview[],
  { weights: before }: SchedulingSettings,
  weights: readonly number[],
): Card {
  if (isSame(before, weights)) return card;
  const refolded = answers.reduce<Card | null>(
    (folded, answer) =>
      afterAnswer(log, folded, answer, { ...settingsOf(log, answer.settingsVersion), weights }),
    null,
  );
  return refolded
    ? { ...card, stability: refolded.stability, difficulty: refolded.difficulty }
    : card;
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((weight, index) => weight === b[index]));

/**
 * Makes a card due at another time; what is remembered stays as it is. A learning step
 * is not moved: it would lose its sense. `settings` are those of the card's last review.
 */
export function applyMove(card: Card, dueAt: Date, settings: SchedulingSettings): Card {
  if (card.state !== "review") return card;
  const scheduledDays = dayNumber(dueAt, settings) - dayNumber(card.lastReviewAt, settings);
  return { ...card, dueAt, scheduledDays: Math.max(0, scheduledDays) };
}

/** The card that the learner had before one of the reviews of the log. */
export const cardBefore = (log: ReviewLog, review: LoggedReview): Card | null =>
  replay({
    ...log,
    weights: settingsOf(log, review.settingsVersion).weights,
    reviews: log.reviews.filter((other) => isBefore(placeOf(other), placeOf(review))),
    events: log.events.filter((event) => isBefore(placeOf(event), placeOf(review))),
  });

export function settingsOf(
  log: Pick<ReviewLog, "userId" | "settings">,
  version: number,
): SchedulingSettings {
  const settings = log.settings.get(version);
  if (!settings) throw new Error(`Study settings ${version} of ${log.userId} are missing`);
  return settings;
}

type Entry = LoggedReview | LoggedEvent;
type Place = { id: string; ms: number };

const placeOf = (entry: Entry): Place => ({
  id: entry.id,
  ms: ("rating" in entry ? entry.reviewedAt : entry.at).getTime(),
});

/** By time; entries of the same millisecond by id, so that every replay agrees. */
const isBefore = (a: Place, b: Place): boolean => (a.ms === b.ms ? a.id < b.id : a.ms < b.ms);

/** What is folded: no practice, nothing undone. */
const inOrder = ({ reviews, events }: ReviewLog): Entry[] =>
  [...reviews.filter(({ purpose }) => isEvidence(purpose)), ...events]
    .filter(({ undoneAt }) => undoneAt === null)
    .map((entry) => ({ entry, place: placeOf(entry) }))
    .sort((a, b) => (isBefore(a.place, b.place) ? -1 : 1))
    .map(({ entry }) => entry);
