import { expect, test } from "vitest";

import { homeworkProgress, StudyRuleSchema } from "@/lib/domain/quizzes/study-homework";

const reviews = (credit: string) =>
  StudyRuleSchema.parse({
    kind: "reviews",
    scope: { by: "all" },
    perDay: 20,
    days: 4,
    credit,
    points: 10,
  });
const readiness = (credit: string) =>
  StudyRuleSchema.parse({
    kind: "readiness",
    scope: { by: "bank", id: "service-types" },
    target: 0.7,
    credit,
    points: 10,
  });

const days = (...answers: number[]) => ({
  answersByDay: new Map(answers.entries()),
  daysThere: 14,
  readiness: 0,
});
const ready = (share: number) => ({ ...days(), readiness: share });

test.each([
  ["days with enough answers count", reviews("proportional"), days(20, 19, 25), 2, 5],
  ["more days than wanted give no more", reviews("proportional"), days(20, 20, 20, 20, 20), 5, 10],
  ["all or nothing gives nothing before", reviews("all-or-nothing"), days(20, 20, 20), 3, 0],
  ["all or nothing gives all then", reviews("all-or-nothing"), days(20, 20, 20, 20), 4, 10],
  ["readiness counts in proportion", readiness("proportional"), ready(0.35), 0.35, 5],
  ["readiness above the target gives all", readiness("all-or-nothing"), ready(0.8), 0.8, 10],
  ["readiness just below gives nothing", readiness("all-or-nothing"), ready(0.699), 0.699, 0],
])("%s", (_fact, rule, figures, reached, points) => {
  expect(homeworkProgress(rule, figures)).toMatchObject({ reached, points });
});

test("nobody is asked for more days than there are for them", () => {
  const figures = { ...days(20, 20, 20), daysThere: 3 };
  expect(homeworkProgress(reviews("all-or-nothing"), figures)).toMatchObject({
    wanted: 3,
    points: 10,
  });
});
