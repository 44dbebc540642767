import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { ImportReport } from "@/lib/domain/learner-data/data-contract";
import { database } from "@/lib/server/db/client";
import type { Download } from "@/lib/server/download";
import { exportAnki } from "@/lib/server/services/export-anki";
import { exportEverything } from "@/lib/server/services/export-everything";
import { exportReviews } from "@/lib/server/services/export-reviews";
import { importReviews } from "@/lib/server/services/import-reviews";
import { viewImport } from "@/lib/server/services/view-import";
import { aGuest } from "@/tests/helpers/people";
import { studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const MONDAY = new Date("2026-03-02T12:00:00Z");
const after = (days: number) => new Date(MONDAY.getTime() + days * 86_400_000);
const LATER = after(100);

beforeAll(() =>
  loadQuestions([
    aShortQuestion("pods/phase"),
    aShortQuestion("pods/other"),
    aShortQuestion("nodes/one"),
  ]),
);

async function textOf(download: Promise<Download>): Promise<string> {
  let text = "";
  for await (const piece of (await download).pieces) {
    text += typeof piece === "string" ? piece : Buffer.from(piece).toString();
  }
  return text;
}

/** Two answers to one question, one to another, one of them taken back. */
async function aLearner(): Promise<Actor> {
  const actor = await aGuest();
  const api = await studyAs(actor);
  await api.answer(ticketFor("pods/phase"), {}, { now: MONDAY });
  await api.answer(
    ticketFor("pods/phase", { occurrence: 1 }),
    { answer: WRONG },
    { now: after(3) },
  );
  await api.answer(ticketFor("nodes/one"), {}, { now: after(4) });
  await api.answer(ticketFor("pods/other"), {}, { now: after(5) });
  await api.undo({}, { now: after(5) });
  return actor;
}

const cardsOf = (actor: Actor) =>
  database().card.findMany({
    where: { userId: actor.id },
    orderBy: { questionId: "asc" },
    select: {
      questionId: true,
      state: true,
      stability: true,
      difficulty: true,
      reps: true,
      lapses: true,
    },
  });

test("everything is one JSON document that holds the log and no secret of the service", async () => {
  const text = await textOf(exportEverything(await aLearner(), LATER));
  const document = JSON.parse(text) as { reviews: Record<string, unknown>[]; cards: unknown[] };
  expect(document.reviews).toHaveLength(4);
  expect(document.cards).toHaveLength(2);
  expect(text).not.toMatch(/"(seed|passwordHash|tokenHash)"/);
});

test("reviews as CSV are those that count, with the state before each", async () => {
  const lines = (await textOf(exportReviews(await aLearner(), LATER))).trim().split("\r\n");
  expect(lines[0]).toBe(
    "card_id,review_time,review_rating,review_state,review_duration,review_id,purpose",
  );
  expect(lines.slice(1).map((line) => line.split(",").slice(0, 4))).toEqual([
    ["nodes/one", String(after(4).getTime()), "3", "0"],
    ["pods/phase", String(MONDAY.getTime()), "3", "0"],
    ["pods/phase", String(after(3).getTime()), "1", "1"],
  ]);
});

test.each([
  ["JSON", exportEverything],
  ["CSV", exportReviews],
])("another account that reads the %s back gets the same memory", async (_name, save) => {
  const actor = await aLearner();
  const text = await textOf(save(actor, LATER));
  const other = await aGuest();
  const report = await importReviews(other, { text, save: true }, LATER);
  expect(report).toMatchObject({ saved: true, added: 3, problemCount: 0 });
  expect(await cardsOf(other)).toEqual(await cardsOf(actor));
});

test("reading a file back twice, or into the account it came from, adds nothing", async () => {
  const actor = await aLearner();
  const text = await textOf(exportReviews(actor, LATER));
  expect(await importReviews(actor, { text, save: true }, LATER)).toMatchObject({
    added: 0,
    known: 3,
  });
  const other = await aGuest();
  await importReviews(other, { text, save: true }, LATER);
  expect(await importReviews(other, { text, save: true }, LATER)).toMatchObject({
    added: 0,
    known: 3,
  });
  expect(await database().review.count({ where: { userId: other.id } })).toBe(3);
});

test("an import is taken back as one action, and can be made anew", async () => {
  const text = await textOf(exportReviews(await aLearner(), LATER));
  const other = await aGuest();
  const api = await studyAs(other);
  await api.answer(ticketFor("nodes/one"), {}, { now: after(10) });
  const before = await cardsOf(other);
  await importReviews(other, { text, save: true }, LATER);
  const imported = await cardsOf(other);

  const { body } = await api.undo({}, { now: after(101) });
  expect(body.undone?.kind).toBe("import");
  expect(await cardsOf(other)).toEqual(before);
  const counting = { userId: other.id, undoneAt: null };
  expect(await database().review.count({ where: counting })).toBe(1);

  const again = await importReviews(other, { text, save: true }, after(102));
  expect(again).toMatchObject({ added: 3, known: 0 });
  expect(await cardsOf(other)).toEqual(imported);
  expect(await importReviews(other, { text, save: true }, after(103))).toMatchObject({ added: 0 });
});

test("how far an import has come is told of the newest one, and of one's own", async () => {
  const text = await textOf(exportReviews(await aLearner(), LATER));
  const other = await aGuest();
  expect(await viewImport(other)).toEqual({ startedAt: null, added: 0 });
  const [head = "", first = ""] = text.split("\r\n");
  await importReviews(other, { text: `${head}\n${first}`, save: true }, LATER);
  await importReviews(other, { text, save: true }, after(102));
  expect(await viewImport(other)).toEqual({ startedAt: after(102).toISOString(), added: 2 });
  expect(await viewImport(await aGuest())).toEqual({ startedAt: null, added: 0 });
});

test("a look at a file saves nothing", async () => {
  const text = await textOf(exportReviews(await aLearner(), LATER));
  const other = await aGuest();
  expect(await importReviews(other, { text, save: false }, LATER)).toMatchObject({
    saved: false,
    added: 3,
  });
  expect(await database().review.count({ where: { userId: other.id } })).toBe(0);
});

const importCsv = async (...lines: string[]): Promise<ImportReport> =>
  importReviews(
    await aGuest(),
    { text: ["card_id,review_time,review_rating", ...lines].join("\n"), save: true },
    LATER,
  );

test("every problem is named with its line, and nothing is saved while there is one", async () => {
  const good = `pods/phase,${MONDAY.getTime()},3`;
  const report = await importCsv(
    good,
    `pods/phase,${MONDAY.getTime()},7`,
    "pods/phase,yesterday,3",
    `pods/phase,${after(200).getTime()},3`,
    "pods/phase",
  );
  expect(report.saved).toBe(false);
  expect(report.problems.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
});

test("a CSV of another tool, without ids, is read once however often it is sent", async () => {
  const actor = await aGuest();
  const text = `card_id,review_time,review_rating\npods/phase,${MONDAY.getTime()},3\n`;
  await importReviews(actor, { text, save: true }, LATER);
  expect(await importReviews(actor, { text, save: true }, LATER)).toMatchObject({
    added: 0,
    known: 1,
  });
});

test("reviews of questions that are not here are left out and counted", async () => {
  expect(await importCsv(`gone/question,${MONDAY.getTime()},3`)).toMatchObject({
    saved: true,
    added: 0,
    leftOut: 1,
  });
});

test("a file of another kind is refused", async () => {
  const actor = await aGuest();
  await expect(importReviews(actor, { text: "hello\n", save: false }, LATER)).rejects.toMatchObject(
    {
      code: "invalid",
    },
  );
});

test("notes for Anki have our id in field 1 and only questions that were answered", async () => {
  const text = await textOf(exportAnki(await aLearner(), ["pods"], LATER));
  const [, , , , ...notes] = text.split("\n");
  expect(text.startsWith("#separator:tab\n#html:true\n")).toBe(true);
  expect(notes.filter((line) => line.startsWith('"')).map((line) => line.split("\t")[0])).toEqual([
    '"pods/phase"',
  ]);
  expect(text).toContain("Pending");
});
