import { beforeAll, expect, test } from "vitest";

import { StudySettingsSchema, type StudySettingsInput } from "@/lib/domain/study/study-settings";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";
import { aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

const input: StudySettingsInput = {
  timeZone: "Asia/Kolkata",
  dayStartHour: 3,
  newPerDay: 20,
  reviewsPerDay: 80,
  daysOff: [{ from: "2026-12-01", to: "2026-12-02" }],
  desiredRetention: 0.85,
  maximumIntervalDays: 365,
  exam: "cka",
  examDate: "2026-12-24",
};

test("a change of settings is a new version, in force at once", async () => {
  const learner = await aPerson();
  const { settings: changed } = await updateStudySettings(learner, input, START);
  expect(changed).toEqual({ ...input, version: 2, fuzz: true, learningSteps: true, weights: [] });
  expect(await getStudySettings(database(), learner.id)).toEqual(changed);
});

test("a change of settings keeps what it leaves out, fitted weights included", async () => {
  const learner = await aPerson();
  const weights = Array.from({ length: 21 }, (_, n) => (n + 10) / 100);
  await database().studySettings.update({
    where: { userId_version: { userId: learner.id, version: 1 } },
    data: { fuzz: false, learningSteps: false, weights },
  });
  const { daysOff, ...rest } = input;
  await updateStudySettings(learner, { ...rest, daysOff }, START);
  const { settings: changed } = await updateStudySettings(learner, rest, START);
  expect(changed).toMatchObject({ fuzz: false, learningSteps: false, weights, daysOff });
});

test("two changes at once make two versions", async () => {
  const learner = await aPerson();
  const versions = await Promise.all(
    [5, 6].map(async (newPerDay) => {
      const { settings: changed } = await updateStudySettings(
        learner,
        { ...input, newPerDay },
        START,
      );
      return changed.version;
    }),
  );
  expect(versions.sort()).toEqual([2, 3]);
});

test.each([
  [{ timeZone: "Mars/Olympus" }, "timeZone"],
  [{ dayStartHour: 24 }, "dayStartHour"],
  [{ desiredRetention: 0.5 }, "desiredRetention"],
  [{ desiredRetention: 0.99 }, "desiredRetention"],
  [{ maximumIntervalDays: 0 }, "maximumIntervalDays"],
  [{ exam: "cks" }, "exam"],
  [{ examDate: "tomorrow" }, "examDate"],
  [{ reviewsPerDay: 0 }, "reviewsPerDay"],
  [{ daysOff: [{ from: "2026-12-02", to: "2026-12-01" }] }, "daysOff.0.to"],
])("settings with %j are refused", (change, field) => {
  const checked = StudySettingsSchema.safeParse({ ...input, ...change });
  expect(checked.error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
});
