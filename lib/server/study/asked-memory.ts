/**
 * What was read of the questions that learners were asked lately. An answer to one of
 * them is decided on it without reading again: saving checks that it still holds. See
 * docs/decisions/answers-are-decided-on-what-was-asked.md.
 */
import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
import type { SessionPick } from "@/lib/domain/scheduling/plan-session";
import type { AnswerBasis } from "@/lib/server/db/answer-basis";
import {
  toStoredCard,
  type AskedCard,
  type CardTuple,
  type StudyBasis,
} from "@/lib/server/db/study-facts";

/** Some ten thousand bytes each. */
const MOST_LEARNERS = 2_000;

/** A learner has the questions of two at hand: the next are fetched while some are left. */
const MOST_BATCHES = 3;

/** Cards as they came, by question; null of a new one. */
type Batch = { basis: StudyBasis; cards: Map<string, CardTuple | null> };

type Memory = LeastRecentlyUsed<string, Batch[]>;

// On globalThis, as bundled routes and pages may each hold their own copy of this module.
const store = globalThis as typeof globalThis & { reconcileAsked?: Memory };
const memory = (): Memory => (store.reconcileAsked ??= new LeastRecentlyUsed(MOST_LEARNERS));

/** Remembers what was read of questions that are about to be asked. */
export function rememberAsked(
  { person, settings, withheld, openBanks }: StudyBasis,
  picks: readonly SessionPick<AskedCard>[],
): void {
  if (picks.length === 0) return;
  const basis = { person, settings, withheld, openBanks };
  const cards = new Map(picks.map(({ question, card }) => [question.id, card?.kept ?? null]));
  const earlier = memory().get(person.id) ?? [];
  memory().set(person.id, [{ basis, cards }, ...earlier.slice(0, MOST_BATCHES - 1)]);
}

/** What was read of a question when it was asked last, once: the answer to it changes the card. */
export function takeAsked(userId: string, questionId: string): AnswerBasis | null {
  const batches = memory().get(userId) ?? [];
  const batch = batches.find(({ cards }) => cards.has(questionId));
  if (!batch) return null;
  const card = batch.cards.get(questionId);
  for (const { cards } of batches) cards.delete(questionId);
  return { ...batch.basis, card: card ? toStoredCard(card) : null };
}
