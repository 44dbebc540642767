import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { Rating } from "@/lib/domain/study/rating";
import { findCard } from "@/lib/server/db/cards";
import { database } from "@/lib/server/db/client";
import { getReviewLog } from "@/lib/server/db/review-log";
import { createReview, type NewReview } from "@/lib/server/db/reviews";
import { replay } from "@/lib/domain/scheduling/replay";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { joinGuest } from "@/lib/server/services/join-guest";
import { updateStudySettings } from "@/lib/server/services/update-study-settings";
import { changeLog } from "@/lib/server/study/replay-cards";
import { aGuest, aPerson, START } from "@/tests/helpers/people";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

const day = (number: number) => new Date(START.getTime() + number * 86_400_000);
const questionId = "pod-phases/some-question";

async function aReview(actor: Actor, at: Date, rating: Rating) {
  const { version } = await getStudySettings(database(), actor.id);
  const review: NewReview = {
    userId: actor.id,
    id: randomUUID(),
    questionId,
    questionVersion: 1,
    seed: "seed",
    settingsVersion: version,
    answer: {},
    graded: {},
    outcome: "right",
    score: 1,
    suggestedRating: rating,
    rating,
    usedHint: false,
    tries: 1,
    reviewedAt: at,
    recordedAt: at,
    durationMs: 1_000,
    purpose: "study",
    selfMarks: null,
  };
  await changeLog(database(), actor.id, [questionId], () => createReview(database(), review));
}

async function aGuestWithAnAccount() {
  const [guest, person] = await Promise.all([aGuest(), aPerson()]);
  await aReview(person, day(0), 3);
  await aReview(guest, day(2), 3);
  await aReview(person, day(4), 1);
  return { guest, person };
}

test("both logs become one, and the card is what replaying it gives", async () => {
  const { guest, person } = await aGuestWithAnAccount();
  await joinGuest(guest, person.id, day(5));

  const log = await getReviewLog(database(), person.id, questionId);
  expect(log.reviews).toHaveLength(3);
  const { revision: _revision, ...stored } =
    (await findCard(database(), { userId: person.id, questionId })) ?? {};
  expect(stored).toEqual(replay(log));
});

test("reviews keep the settings they were made under, the account keeps its own", async () => {
  const { guest, person } = await aGuestWithAnAccount();
  const before = await getStudySettings(database(), person.id);
  await updateStudySettings(guest, { ...before, timeZone: "Asia/Kolkata" }, day(3));
  await aReview(guest, day(3), 3);
  await joinGuest(guest, person.id, day(5));

  const log = await getReviewLog(database(), person.id, questionId);
  const zones = log.reviews.map(
    ({ settingsVersion }) => log.settings.get(settingsVersion)?.timeZone,
  );
  expect(zones.sort()).toEqual(["Asia/Kolkata", "UTC", "UTC", "UTC"]);
  const after = await getStudySettings(database(), person.id);
  expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
});

test("the guest is gone afterwards, and joining again changes nothing", async () => {
  const { guest, person } = await aGuestWithAnAccount();
  await Promise.all([joinGuest(guest, person.id, day(5)), joinGuest(guest, person.id, day(5))]);
  expect(await database().user.count({ where: { id: guest.id } })).toBe(0);
  expect(await database().review.count({ where: { userId: person.id } })).toBe(3);
});

test("someone with an account of their own is never joined to another", async () => {
  const [one, other] = await Promise.all([aPerson(), aPerson()]);
  await aReview(one, day(0), 3);
  await joinGuest(one, other.id, day(1));
  expect(await database().review.count({ where: { userId: one.id } })).toBe(1);
});
