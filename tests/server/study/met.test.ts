/** Which questions a learner has met: read when it changes, whoever changed it. */
import { beforeAll, expect, test, vi } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database, databasePool } from "@/lib/server/db/client";
import { lockLog } from "@/lib/server/db/review-log";
import { hours } from "@/tests/helpers/classes";
import { aPerson } from "@/tests/helpers/people";
import { aPrivateBank } from "@/tests/helpers/private-banks";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const PHASE = "pods/phase";
const READY = "nodes/ready";
const questions = [aShortQuestion(PHASE), aShortQuestion(READY)];

beforeAll(() => loadQuestions(questions));

type Api = Awaited<ReturnType<typeof studyAs>>;

const newIds = async (api: Api, now = hours(1)): Promise<string[]> =>
  (await api.queue({}, { now })).body.items
    .filter(({ reason }) => reason === "new")
    .map(({ question }) => question.id)
    .sort();

/** Whether the database sent the questions met when the queue was asked for. */
async function isSent(api: Api, now = hours(1)): Promise<boolean> {
  const query = vi.spyOn(databasePool(), "query");
  await api.queue({}, { now });
  const replies = (await Promise.all(query.mock.results.map(({ value }) => value as unknown))) as {
    rows: { met?: string | null }[];
  }[];
  query.mockRestore();
  const [row] = replies.flatMap(({ rows }) => rows.filter((each) => "met" in each));
  if (!row) throw new Error("The queue did not ask which questions were met");
  return row.met !== null;
}

const aCard = ({ id: userId }: Actor, questionId: string) => ({
  userId,
  questionId,
  state: "review",
  dueAt: hours(24 * 9),
  stability: 9,
  difficulty: 5,
  scheduledDays: 9,
  learningSteps: 0,
  reps: 1,
  lapses: 0,
  lastReviewAt: hours(0),
  firstReviewAt: hours(0),
});

test("the questions met are sent again after a first answer or its undo, not after a review", async () => {
  const api = await studyAs(await aPerson());
  expect([await isSent(api), await isSent(api)]).toEqual([true, false]);
  await api.answer(ticketFor(PHASE), {}, { now: hours(2) });
  expect([await isSent(api, hours(2)), await isSent(api, hours(2))]).toEqual([true, false]);
  await api.answer(ticketFor(PHASE, { occurrence: 1 }), {}, { now: hours(3) });
  expect(await isSent(api, hours(3))).toBe(false);
  expect(await newIds(api, hours(3))).toEqual([READY]);
  await api.undo({}, { now: hours(3) });
  await api.undo({}, { now: hours(3) });
  expect(await isSent(api, hours(3))).toBe(true);
  expect(await newIds(api, hours(3))).toEqual([READY, PHASE]);
});

test("cards that another process makes or deletes are known at the next queue", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  expect(await newIds(api)).toEqual([READY, PHASE]);
  await database().card.createMany({ data: [aCard(learner, PHASE), aCard(learner, READY)] });
  expect(await newIds(api)).toEqual([]);
  await database().card.deleteMany({ where: { userId: learner.id, questionId: PHASE } });
  expect(await newIds(api)).toEqual([PHASE]);
});

test("what others meet changes nothing for a learner", async () => {
  const [one, other] = [await aPerson(), await aPerson()];
  const api = await studyAs(one);
  expect(await isSent(api)).toBe(true);
  await database().card.create({ data: aCard(other, PHASE) });
  expect(await isSent(api)).toBe(false);
  expect(await newIds(api)).toEqual([READY, PHASE]);
});

test("a question that comes back is not new to who has met it", async () => {
  const learner = await aPerson();
  await database().card.create({ data: aCard(learner, PHASE) });
  const api = await studyAs(learner);
  await loadQuestions(questions.filter(({ id }) => id !== PHASE));
  expect(await newIds(api)).toEqual([READY]);
  await loadQuestions(questions);
  expect(await newIds(api)).toEqual([READY]);
});

test("a question that is added is new to who had met all there were", async () => {
  const learner = await aPerson();
  await database().card.createMany({ data: [aCard(learner, PHASE), aCard(learner, READY)] });
  const api = await studyAs(learner);
  expect(await newIds(api)).toEqual([]);
  await loadQuestions([...questions, aShortQuestion("pods/added")]);
  const added = await newIds(api);
  await loadQuestions(questions);
  expect(added).toEqual(["pods/added"]);
});

test("questions of a bank that opens again are not new to who has met them", async () => {
  const author = await aPerson({ role: "instructor" });
  const bank = await aPrivateBank(author, ["first", "second"]);
  const retire = (retiredAt: Date | null) =>
    database().bank.update({ where: { id: bank }, data: { retiredAt } });
  await retire(hours(0));
  await database().card.create({ data: aCard(author, `${bank}/first`) });
  const api = await studyAs(author);
  expect(await newIds(api)).toEqual([READY, PHASE]);
  await retire(null);
  expect(await newIds(api)).toEqual([`${bank}/second`, READY, PHASE].sort());
});

/** Until some session of this test's database waits for another one. */
async function untilSomeoneWaits(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await databasePool().query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows[0]?.waiting).toBeGreaterThan(0);
    },
    { timeout: 5_000, interval: 10 },
  );
}

test("a first answer waits for a change of the log that makes its card, and comes after it", async () => {
  const learner = await aPerson();
  const api = await studyAs(learner);
  await api.queue({}, { now: hours(1) });
  const answered: Promise<{ status: number }>[] = [];
  await database().$transaction(async (db) => {
    await lockLog(db, learner.id);
    answered.push(api.answer(ticketFor(PHASE), {}, { now: hours(2) }));
    await untilSomeoneWaits();
    await db.card.create({ data: aCard(learner, PHASE) });
  });
  expect((await answered[0])?.status).toBe(200);
  const { reps, lastReviewAt } = await database().card.findUniqueOrThrow({
    where: { userId_questionId: { userId: learner.id, questionId: PHASE } },
  });
  expect({ reps, lastReviewAt }).toEqual({ reps: 2, lastReviewAt: hours(2) });
});
