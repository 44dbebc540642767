/** The cards of a learner by how firm they are, and when they fall due. */
import type { CardState } from "@/lib/domain/scheduling/card";

export type CardFacts = {
  state: CardState;
  /** Days until recall falls to 90 %. */
  stability: number;
  /** Number of the learner's day on which it falls due. */
  dueDay: number;
};

/** Cards that are remembered for three weeks are commonly called mature. */
const MATURE_DAYS = 21;

export type CardStates = {
  new: number;
  learning: number;
  relearning: number;
  young: number;
  mature: number;
};

export function cardsByState(cards: readonly CardFacts[], unseen: number): CardStates {
  const counts = { new: unseen, learning: 0, relearning: 0, young: 0, mature: 0 };
  for (const { state, stability } of cards) {
    if (state === "review") counts[stability >= MATURE_DAYS ? "mature" : "young"] += 1;
    else counts[state] += 1;
  }
  return counts;
}

/** Days, the lower end included and the upper not; null for no end. */
export type StabilityGroup = { from: number; to: number | null; cards: number };

const STABILITY_ENDS = [0, 1, 3, 7, 14, 30, 90, 180, 365] as const;

export const cardsByStability = (cards: readonly CardFacts[]): StabilityGroup[] =>
  STABILITY_ENDS.map((from, index) => {
    const to = STABILITY_ENDS[index + 1] ?? null;
    return {
      from,
      to,
      cards: cards.filter(({ stability }) => stability >= from && (to === null || stability < to))
        .length,
    };
  });

export type ForecastDay = { day: number; young: number; mature: number; backlog: number };

/** Reviews already dated, by day. What fell due before today is today's backlog. */
export function forecastDays(
  cards: readonly CardFacts[],
  today: number,
  days: number,
): ForecastDay[] {
  const forecast = Array.from({ length: days }, (_, index) => ({
    day: today + index,
    young: 0,
    mature: 0,
    backlog: 0,
  }));
  for (const { dueDay, stability } of cards) {
    const day = forecast[Math.max(0, dueDay - today)];
    if (!day) continue;
    if (dueDay < today) day.backlog += 1;
    else day[stability >= MATURE_DAYS ? "mature" : "young"] += 1;
  }
  return forecast;
}
