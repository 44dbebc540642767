import { convertCsvToFsrsItems } from "@open-spaced-repetition/binding";
import { expect, test } from "vitest";

import { reviewsCsvHead, reviewsCsvLines } from "@/lib/domain/learner-data/reviews-csv";
import { plainSettings } from "@/tests/helpers/scheduling";

const MONDAY = Date.parse("2026-03-02T12:00:00Z");

test("FSRS's own optimiser reads the exported CSV, review by review", () => {
  const reviews = [0, 3, 10].map((days, index) => ({
    id: `01900000-0000-7000-8000-00000000000${index}`,
    rating: 3 as const,
    reviewedAt: new Date(MONDAY + days * 86_400_000),
    durationMs: 4_000,
    purpose: "study" as const,
    settings: plainSettings,
  }));
  const csv =
    reviewsCsvHead() +
    reviewsCsvLines({ userId: "kim", questionId: "pods/phase", reviews, resets: [] });
  const items = convertCsvToFsrsItems(Buffer.from(csv), 4, "UTC", () => 0);
  expect(items.at(-1)?.reviews.map(({ rating, deltaT }) => [rating, deltaT])).toEqual([
    [3, 0],
    [3, 3],
    [3, 7],
  ]);
});
