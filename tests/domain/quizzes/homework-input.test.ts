import { expect, test } from "vitest";

import { NewHomeworkSchema, scopeText, studyRuleOf } from "@/lib/domain/quizzes/homework-input";
import { homeworkSentence, reachedWords } from "@/lib/domain/quizzes/homework-words";

const form = (rest: object = {}) => ({
  classId: "0190a000-0000-7000-8000-000000000000",
  title: "Daily study",
  opensAt: "2026-11-02T00:00",
  dueAt: "2026-11-15T23:59",
  ruleKind: "reviews",
  scope: "domain:cka/storage",
  perDay: "20",
  missedDays: "2",
  credit: "proportional",
  points: "10",
  ...rest,
});
const ruleOf = (rest: object = {}) => studyRuleOf(NewHomeworkSchema.parse(form(rest)));

test("days that may be missed are taken off those there are", () => {
  expect(ruleOf()).toEqual({
    ok: true,
    value: {
      kind: "reviews",
      scope: { by: "domain", id: "cka/storage" },
      perDay: 20,
      days: 12,
      credit: "proportional",
      points: 10,
    },
  });
});

test("one day has to be left", () => {
  expect(ruleOf({ missedDays: "14" }).ok).toBe(false);
  expect(ruleOf({ missedDays: "13" }).ok).toBe(true);
});

test("readiness is asked for in percent", () => {
  const { perDay: _perDay, missedDays: _missedDays, ...shared } = form();
  const input = NewHomeworkSchema.parse({
    ...shared,
    ruleKind: "readiness",
    targetPercent: "70",
    scope: "all",
  });
  expect(studyRuleOf(input)).toMatchObject({
    value: { kind: "readiness", target: 0.7, scope: { by: "all" } },
  });
});

test.each([{ perDay: "0" }, { perDay: "x" }, { points: "-1" }, { scope: "deck:1" }, { more: "1" }])(
  "%j is refused",
  (rest) => {
    expect(NewHomeworkSchema.safeParse(form(rest)).success).toBe(false);
  },
);

test("a scope is written as it is read", () => {
  const rule = ruleOf({ scope: "bank:pod-phases" });
  expect(rule.ok && scopeText(rule.value.scope)).toBe("bank:pod-phases");
});

test.each([
  [{ kind: "reviews", perDay: 20, days: 12 }, "Storage", "20 answers a day on 12 days, in Storage"],
  [{ kind: "reviews", perDay: 1, days: 1 }, null, "1 answer a day on 1 day"],
  [{ kind: "readiness", target: 0.7 }, null, "Readiness of 70 % when it is due"],
] as const)("%j is said in a sentence", (rule, place, sentence) => {
  expect(homeworkSentence(rule, place)).toBe(sentence);
});

test("a readiness just below its target is never said to be the target", () => {
  expect(reachedWords("readiness", { reached: 0.6999, wanted: 0.7 })).toBe("69 % of 70 %");
});
