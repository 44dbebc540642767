import { beforeAll, expect, test } from "vitest";

import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { adoptPlan } from "@/lib/server/services/adopt-plan";
import { simulatePlan } from "@/lib/server/services/simulate-plan";
import { simulateWorkload } from "@/lib/server/services/simulate-workload";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";
import { viewFitting } from "@/lib/server/services/view-fitting";
import { viewPlan } from "@/lib/server/services/view-plan";
import { aPerson } from "@/tests/helpers/people";
import { addAnswers, aLearnerWith, inputOf } from "@/tests/helpers/planned-learner";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const NOW = new Date("2026-11-02T12:00:00Z");
const IDS = Array.from({ length: 60 }, (_, index) => `pods/q${index}`);

beforeAll(() => loadQuestions(IDS.map((id) => aShortQuestion(id))));

async function aLearnerBefore(examDate: string | null, seen = 20) {
  const answers = IDS.slice(0, seen).map((questionId) => ({ questionId, daysAgo: 5 }));
  const learner = await aLearnerWith(answers, NOW);
  const settings = inputOf(await getStudySettings(database(), learner.id));
  await updateStudySettings(learner, { ...settings, exam: examDate ? "cka" : null, examDate }, NOW);
  return learner;
}

test("more minutes a day lead to more readiness, from what is known already", async () => {
  const curve = await simulatePlan(await aLearnerBefore("2026-12-02"), NOW);
  const readiness = curve?.points.map((point) => point.readiness) ?? [];
  expect(readiness[0]).toBeGreaterThan(0.1);
  expect(readiness.at(-1)).toBeGreaterThan(0.9);
  expect(curve?.points[0]).toMatchObject({ minutes: 0, seen: 20, questions: 60, newPerDay: 0 });
});

test("the curve is remembered until the learner answers", async () => {
  const learner = await aLearnerBefore("2026-12-02");
  const first = await simulatePlan(learner, NOW);
  expect(await simulatePlan(learner, NOW)).toBe(first);
  await addAnswers(learner, [{ questionId: "pods/q30", daysAgo: 0 }], NOW);
  expect(await simulatePlan(learner, NOW)).not.toBe(first);
});

test.each([
  ["without an exam date", null],
  ["on the day of the exam", "2026-11-02"],
  ["after the exam", "2026-10-02"],
])("there is no curve %s", async (_name, date) => {
  expect(await simulatePlan(await aLearnerBefore(date), NOW)).toBeNull();
});

test("more wanted recall costs more reviews a day", async () => {
  const workloads = await simulateWorkload(await aLearnerBefore(null), NOW);
  const [first, last] = [workloads[0], workloads.at(-1)];
  expect([first?.retention, last?.retention]).toEqual([0.7, 0.97]);
  expect(last?.reviewsPerDay).toBeGreaterThan((first?.reviewsPerDay ?? 0) * 2);
});

test("using a plan sets what a day holds, and nothing else", async () => {
  const learner = await aLearnerBefore("2026-12-02");
  const before = await getStudySettings(database(), learner.id);
  await adoptPlan(learner, { newPerDay: 7, reviewsPerDay: 35 }, NOW);
  expect(await getStudySettings(database(), learner.id)).toEqual({
    ...before,
    version: before.version + 1,
    newPerDay: 7,
    reviewsPerDay: 35,
  });
});

test("the plan counts down to the exam and shows the fortnight before it", async () => {
  const view = await viewPlan(await aLearnerBefore("2026-12-02"), NOW);
  expect(view.exam).toMatchObject({ id: "cka", daysLeft: 30 });
  expect(view.fortnight.map(({ date }) => date)).toHaveLength(14);
  expect(view.fortnight.at(-1)?.date).toBe("2026-12-01");
});

test("somebody new sees how many answers a fit takes", async () => {
  expect(await viewFitting(await aPerson())).toEqual({ reviews: 0, fewestReviews: 400, fits: [] });
});
