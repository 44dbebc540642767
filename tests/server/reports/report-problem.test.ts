import { v7 as uuidV7 } from "uuid";
import { beforeAll, expect, test } from "vitest";

import { POST } from "@/app/api/v1/reports/route";
import type { Actor } from "@/lib/domain/access/actor";
import type { ErrorBody } from "@/lib/server/error-response";
import { database } from "@/lib/server/db/client";
import { joinGuest } from "@/lib/server/services/join-guest";
import { aGuest, aPerson, START } from "@/tests/helpers/people";
import { sessionCookie, studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const phase = ticketFor("pods/phase");
const KEY_WORDS = ["Pending", "Explanation of pods/phase"];

beforeAll(() => loadQuestions([aShortQuestion("pods/phase")]));

const aReport = (rest: object = {}) => ({
  id: uuidV7(),
  about: { ticket: phase, answer: null },
  kind: "typo",
  text: "A letter is missing.",
  ...rest,
});

async function send(actor: Actor | null, body: object) {
  const cookie = actor ? await sessionCookie(actor.id) : "";
  const headers = { cookie, "content-type": "application/json" };
  const response = await POST(
    new Request("http://localhost:3000/api/v1/reports", {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    }),
  );
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Partial<ErrorBody> };
}

const storedOf = (actor: Actor) =>
  database().problemReport.findMany({ where: { userId: actor.id } });

async function anAnswer(actor: Actor): Promise<string> {
  const { body } = await (await studyAs(actor)).answer(phase, { answer: WRONG });
  return body.review.id;
}

test("a report before the answer keeps the version, the variant and what was typed", async () => {
  const guest = await aGuest();
  const typed = { kind: "short", text: "Pen" };
  await send(guest, aReport({ about: { ticket: phase, answer: typed } }));
  const [report] = await storedOf(guest);
  expect(report).toMatchObject({
    questionId: "pods/phase",
    questionVersion: 1,
    reviewId: null,
    answer: typed,
    kind: "typo",
    text: "A letter is missing.",
    closedAt: null,
  });
  expect(report?.seed).toHaveLength(43);
});

test("a report after the answer keeps the answer and the variant of the review", async () => {
  const guest = await aGuest();
  const reviewId = await anAnswer(guest);
  await send(guest, aReport({ about: { reviewId }, kind: "my-answer", text: "" }));
  const review = await database().review.findFirstOrThrow({ where: { userId: guest.id } });
  expect(await storedOf(guest)).toMatchObject([
    { reviewId, answer: WRONG, seed: review.seed, questionVersion: review.questionVersion },
  ]);
});

test("the same report sent twice is one report", async () => {
  const guest = await aGuest();
  const report = aReport();
  const replies = await Promise.all([send(guest, report), send(guest, report)]);
  const again = await send(guest, report);
  expect([...replies, again].map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await storedOf(guest)).toHaveLength(1);
});

test("an id that belongs to another report is refused", async () => {
  const guest = await aGuest();
  const report = aReport();
  await send(guest, report);
  expect((await send(guest, { ...report, text: "Something else." })).status).toBe(409);
});

test("two people may send the same id", async () => {
  const [one, other] = await Promise.all([aGuest(), aGuest()]);
  const report = aReport();
  await send(one, report);
  expect((await send(other, { ...report, text: "Mine." })).status).toBe(200);
  expect(await storedOf(one)).toMatchObject([{ text: "A letter is missing." }]);
});

test("the reply to a report holds nothing of the key", async () => {
  const guest = await aGuest();
  const { text } = await send(guest, aReport());
  for (const word of KEY_WORDS) expect(text).not.toContain(word);
});

test("nobody can report by another learner's answer", async () => {
  const [mine, theirs] = await Promise.all([aGuest(), aGuest()]);
  const reviewId = await anAnswer(theirs);
  expect((await send(mine, aReport({ about: { reviewId } }))).status).toBe(404);
});

test.each([
  ["an id that is no UUID v7", { id: "1" }, 400],
  ["a kind that does not exist", { kind: "rude" }, 400],
  ["another problem without words", { kind: "other", text: "  " }, 400],
  ["a text of 2,001 characters", { text: "x".repeat(2_001) }, 400],
  [
    "an answer of another kind",
    { about: { ticket: phase, answer: { kind: "single", pick: 0 } } },
    400,
  ],
  [
    "a question that does not exist",
    { about: { ticket: ticketFor("pods/none"), answer: null } },
    404,
  ],
  [
    "a version that does not exist",
    { about: { ticket: { ...phase, version: 9 }, answer: null } },
    404,
  ],
])("a report with %s is refused", async (_, rest, status) => {
  expect((await send(await aGuest(), aReport(rest))).status).toBe(status);
});

test("a text of 2,000 characters is kept whole", async () => {
  const guest = await aGuest();
  await send(guest, aReport({ text: "x".repeat(2_000) }));
  expect((await storedOf(guest))[0]?.text).toHaveLength(2_000);
});

test("someone who is signed out cannot report", async () => {
  expect((await send(null, aReport())).status).toBe(401);
});

test("the thirty-first report of an hour is refused", async () => {
  const guest = await aGuest();
  for (let sent = 0; sent < 30; sent++) await send(guest, aReport());
  const { status, body } = await send(guest, aReport());
  expect([status, body.error?.code]).toEqual([429, "throttled"]);
});

test("a guest's reports go along into the account they sign in to", async () => {
  const [guest, person] = await Promise.all([aGuest(), aPerson()]);
  await send(guest, aReport());
  await joinGuest(guest, person.id, START);
  expect(await storedOf(person)).toHaveLength(1);
});
