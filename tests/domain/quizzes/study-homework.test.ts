import { expect, test } from "vitest";

import { homeworkProgress, StudyRuleSchema } from "@/lib/domain/quizzes/study-homework";

const reviews = (credit: string) =>
  StudyRuleSchema.parse({ kind: "reviews", perDay: 20, days: 4, credit, points: 10 });
const readiness = (credit: string) =>
  StudyRuleSchema.parse({
    kind: "readiness",
    scope: { by: "bank", id: "service-types" },
    target: 0.7,
    credit,
    points: 10,
  });

const days = (...answers: number[]) => ({ answersByDay: new Map(answers.entries()), readiness: 0 });
const ready = (share: number) => ({ answersByDay: new Map<number, number>(), readiness: share });

test.each([
  ["days with enough answers count", reviews("per-day"), days(20, 19, 25), 2, 5],
  ["more days than wanted give no more", reviews("per-day"), days(20, 20, 20, 20, 20), 5, 10],
  ["all or nothing gives nothing before", reviews("all-or-nothing"), days(20, 20, 20), 3, 0],
  ["all or nothing gives all then", reviews("all-or-nothing"), days(20, 20, 20, 20), 4, 10],
  ["readiness counts in proportion", readiness("proportional"), ready(0.35), 0.35, 5],
  ["readiness above the target gives all", readiness("all-or-nothing"), ready(0.8), 0.8, 10],
  ["readiness just below gives nothing", readiness("all-or-nothing"), ready(0.699), 0.699, 0],
])("%s", (_fact, rule, figures, reached, points) => {
  expect(homeworkProgress(rule, figures)).toMatchObject({ reached, points });
});
