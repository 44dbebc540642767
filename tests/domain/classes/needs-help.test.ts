import { describe, expect, test } from "vitest";

import {
  byNeed,
  HelpRuleSchema,
  reasonsForHelp,
  type StudentFacts,
} from "@/lib/domain/classes/needs-help";

const NOW = new Date("2026-03-20T12:00:00Z");
const RULE = { inactiveDays: 7, below: 50 };
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const FINE: StudentFacts = {
  percent: 80,
  overdue: [],
  missing: [],
  joinedAt: daysAgo(30),
  activeAt: daysAgo(1),
  leeches: 0,
};

const kinds = (facts: Partial<StudentFacts>) =>
  reasonsForHelp({ ...FINE, ...facts }, RULE, NOW).map(({ kind }) => kind);

describe("somebody needs help", () => {
  test.each([
    { facts: {}, reasons: [] },
    { facts: { percent: 49.99 }, reasons: ["below"] },
    { facts: { percent: 50 }, reasons: [] },
    { facts: { percent: null }, reasons: [] },
    { facts: { activeAt: daysAgo(7) }, reasons: ["inactive"] },
    { facts: { activeAt: daysAgo(6.9) }, reasons: [] },
    { facts: { activeAt: null }, reasons: ["inactive"] },
    { facts: { activeAt: null, joinedAt: daysAgo(2) }, reasons: [] },
    { facts: { overdue: ["Pods"] }, reasons: ["overdue"] },
    { facts: { missing: ["Pods"], overdue: ["Exam"] }, reasons: ["missing", "overdue"] },
    { facts: { leeches: 2 }, reasons: [] },
    { facts: { leeches: 3 }, reasons: ["leeches"] },
    { facts: { leeches: null }, reasons: [] },
  ])("with $facts for $reasons", ({ facts, reasons }) => {
    expect(kinds(facts)).toEqual(reasons);
  });

  test("who has most reasons, or else the lowest grade, comes first", () => {
    const of = (name: string, percent: number | null, reasons: number) => ({
      name,
      percent,
      reasons: Array.from({ length: reasons }, () => ({ kind: "leeches" as const, count: 3 })),
    });
    const sorted = [of("a", 90, 1), of("b", 20, 1), of("c", null, 2)].sort(byNeed);
    expect(sorted.map(({ name }) => name)).toEqual(["c", "b", "a"]);
  });

  test("by a rule whose nonsense is as if it were not said", () => {
    expect(HelpRuleSchema.parse({ inactiveDays: "x", below: "-3" })).toEqual(RULE);
  });
});
