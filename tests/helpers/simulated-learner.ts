/** Learners whose memory is known: FSRS with weights of their own. */
import { DEFAULT_WEIGHTS } from "@/tests/helpers/default-weights";
import { memoryMath } from "@/lib/domain/scheduling/memory-step";
import { seededRandom } from "@/lib/domain/questions/seeded-random";
import type { Rating } from "@/lib/domain/study/rating";
import { studySettings, TODAY } from "@/tests/helpers/planned-cards";

/** The weights that say how long things are remembered; the last is the shape of forgetting. */
const VARIED = [0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 16, 20];

/** Weights off the defaults by about `spread` (0.2 is a fifth), whether up or down. */
export function ownWeights(seed: string, spread: number): number[] {
  const random = normalOf(seed);
  return DEFAULT_WEIGHTS.map((weight, index) => {
    if (!VARIED.includes(index)) return weight;
    const varied = weight * Math.exp(spread * random());
    return index === 20 ? Math.min(0.8, Math.max(0.1, varied)) : varied;
  });
}

/** Box and Muller. */
function normalOf(seed: string): () => number {
  const { below } = seededRandom(seed, "weights");
  const uniform = () => (below(2 ** 30) + 1) / (2 ** 30 + 1);
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

export type KnownAnswer = { questionId: string; day: number; rating: Rating };

/**
 * The log of somebody with these weights who answers what the default weights date, every
 * day, until there are so many answers.
 */
export function logOf(weights: readonly number[], answers: number, seed: string): KnownAnswer[] {
  const app = memoryMath(studySettings());
  const truth = memoryMath(studySettings({ weights }));
  const { below } = seededRandom(seed, "log");
  const random = () => below(2 ** 30) / 2 ** 30;
  const log: KnownAnswer[] = [];
  type Known = { id: string; seen: number; due: number; app: Memory; truth: Memory };
  type Memory = ReturnType<typeof app.next>;
  const cards: Known[] = [];
  for (let day = TODAY; log.length < answers; day++) {
    for (const card of cards.filter(({ due }) => due <= day)) {
      const elapsed = day - card.seen;
      const rating = random() < truth.recall(elapsed, card.truth.stability) ? 3 : 1;
      log.push({ questionId: card.id, day, rating });
      card.app = app.next(card.app, elapsed, rating);
      card.truth = truth.next(card.truth, elapsed, rating);
      card.seen = day;
      card.due = day + app.intervalDays(card.app.stability);
    }
    for (let fresh = 0; fresh < 5; fresh++) {
      const id = `bank/question-${cards.length}`;
      const rating = ([1, 3, 3, 4] as const)[below(4)] ?? 3;
      const memory = app.next(null, 0, rating);
      log.push({ questionId: id, day, rating });
      cards.push({
        id,
        seen: day,
        due: day + app.intervalDays(memory.stability),
        app: memory,
        truth: truth.next(null, 0, rating),
      });
    }
  }
  return log.slice(0, answers);
}
