import { expect, test } from "vitest";

import { dueInShort, dueInWords } from "@/components/study/due-words";

const NOW = new Date("2026-03-02T12:00:00Z");
const due = (minutes: number, intervalDays = 0) => ({
  dueAt: new Date(NOW.getTime() + minutes * 60_000).toISOString(),
  intervalDays,
});

test.each([
  [due(0.2), "in 1 minute", "1 min"],
  [due(10), "in 10 minutes", "10 min"],
  [due(60), "in 1 hour", "1 h"],
  [due(900, 1), "tomorrow", "1 d"],
  [due(0, 8), "in 8 days", "8 d"],
  [due(0, 30), "in 4 weeks", "1 mo"],
  [due(0, 70), "in 2 months", "2.3 mo"],
  [due(0, 365), "in 1 year", "1 y"],
  [due(0, 900), "in 2.5 years", "2.5 y"],
])("%j is said as %s, and in short as %s", (next, words, short) => {
  expect(dueInWords(next, NOW)).toBe(words);
  expect(dueInShort(next, NOW)).toBe(short);
});
