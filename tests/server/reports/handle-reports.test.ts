import { v7 as uuidV7 } from "uuid";
import { beforeEach, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { closeReport, reopenReport } from "@/lib/server/services/close-report";
import { listReports, type ReportFilter } from "@/lib/server/services/list-reports";
import { reportProblem } from "@/lib/server/services/report-problem";
import { viewQuestion } from "@/lib/server/services/view-question";
import { viewNotices } from "@/lib/server/services/view-notices";
import { viewSettings } from "@/lib/server/services/view-settings";
import { aGuest, aPerson, START } from "@/tests/helpers/people";
import { studyAs, ticketFor, WRONG } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

const phase = ticketFor("pods/phase");
const node = ticketFor("pods/node");

beforeEach(async () => {
  await database().problemReport.deleteMany();
  await loadQuestions([aShortQuestion("pods/phase"), aShortQuestion("pods/node")]);
});

const anInstructor = () => aPerson({ role: "instructor", name: "Ina" });

/** Reports a problem and says which. */
async function aReport(reporter: Actor, ticket = phase, at = START) {
  const id = uuidV7();
  await reportProblem(
    reporter,
    { id, about: { ticket, answer: null }, kind: "unclear", text: "Which one?" },
    { now: at, address: reporter.id },
  );
  return { reporterId: reporter.id, id };
}

const ALL: ReportFilter = { open: true, questionId: null, page: 1 };

test.each(["instructor", "admin"] as const)("a person of role %s sees reports", async (role) => {
  const report = await aReport(await aGuest());
  const { questions } = await listReports(await aPerson({ role }), ALL);
  expect(questions[0]?.reports).toMatchObject([report]);
});

test("to a learner there are no reports, not even their own", async () => {
  const learner = await aPerson();
  const report = await aReport(learner);
  const closing = { ...report, note: "Done." };
  for (const refused of [
    () => listReports(learner, ALL),
    () => closeReport(learner, closing, START),
    () => reopenReport(learner, report),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "not-found" });
  }
});

test("reports are grouped by question, the most reported first", async () => {
  await aReport(await aGuest(), phase);
  await aReport(await aGuest(), node);
  await aReport(await aGuest(), node);
  const { questions, counts } = await listReports(await anInstructor(), ALL);
  expect(questions.map(({ questionId, total }) => [questionId, total])).toEqual([
    ["pods/node", 2],
    ["pods/phase", 1],
  ]);
  expect(counts).toEqual({ open: 3, closed: 0 });
});

test("reports on one question can be asked for", async () => {
  await aReport(await aGuest(), phase);
  await aReport(await aGuest(), node);
  const filter = { ...ALL, questionId: "pods/phase" };
  const { questions } = await listReports(await anInstructor(), filter);
  expect(questions.map(({ questionId }) => questionId)).toEqual(["pods/phase"]);
});

test("a report shows the answer as it was judged, and the key", async () => {
  const guest = await aGuest();
  const { body } = await (await studyAs(guest)).answer(phase, { answer: WRONG });
  await reportProblem(
    guest,
    { id: uuidV7(), about: { reviewId: body.review.id }, kind: "my-answer", text: "" },
    { now: START, address: guest.id },
  );
  const { questions } = await listReports(await anInstructor(), ALL);
  expect(questions[0]?.reports[0]).toMatchObject({
    version: 1,
    answered: true,
    given: { answer: WRONG, graded: { outcome: "wrong" } },
    reveal: { explanation: "Explanation of pods/phase." },
  });
});

test("a report shows the version that was on screen after the question has changed", async () => {
  await aReport(await aGuest());
  const changed = aShortQuestion("pods/phase", { prompt: "Now it asks something else." });
  await loadQuestions([changed, aShortQuestion("pods/node")], 2);
  const { questions } = await listReports(await anInstructor(), ALL);
  expect(questions[0]).toMatchObject({
    currentVersion: 2,
    reports: [{ version: 1, question: { prompt: "Which phase has a Pod that is not scheduled?" } }],
  });
});

test("a closed report is listed as closed, with who closed it and the note", async () => {
  const instructor = await anInstructor();
  const report = await aReport(await aGuest());
  await closeReport(instructor, { ...report, note: "Mended." }, START);
  expect((await listReports(instructor, ALL)).questions).toEqual([]);
  const { questions } = await listReports(instructor, { ...ALL, open: false });
  expect(questions[0]?.reports).toMatchObject([
    { note: "Mended.", closed: { by: "Ina", at: START.toISOString() } },
  ]);
});

test("of two who close a report at once, one is told", async () => {
  const report = await aReport(await aGuest());
  const closings = await Promise.allSettled(
    [await anInstructor(), await anInstructor()].map((actor, index) =>
      closeReport(actor, { ...report, note: `Note ${index}` }, START),
    ),
  );
  expect(closings.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a report that is opened again is open, and keeps its note for who handles it", async () => {
  const instructor = await anInstructor();
  const report = await aReport(await aGuest());
  await closeReport(instructor, { ...report, note: "Mended." }, START);
  await reopenReport(instructor, report);
  const { questions } = await listReports(instructor, ALL);
  expect(questions[0]?.reports).toMatchObject([{ note: "Mended.", closed: null }]);
});

test("an open report cannot be opened again", async () => {
  const report = await aReport(await aGuest());
  await expect(reopenReport(await anInstructor(), report)).rejects.toMatchObject({
    code: "conflict",
  });
});

test("its reporter reads on the question's page what became of a report", async () => {
  const guest = await aGuest();
  const report = await aReport(guest);
  await closeReport(await anInstructor(), { ...report, note: "Mended." }, START);
  const { reports } = await viewQuestion(guest, "pods/phase", START);
  expect(reports).toMatchObject([{ id: report.id, note: "Mended." }]);
});

test("its reporter is told in the app that a report was dealt with", async () => {
  const guest = await aGuest();
  const report = await aReport(guest);
  await closeReport(await anInstructor(), { ...report, note: "Mended." }, START);
  expect(await viewNotices(guest)).toMatchObject([
    { text: "Your report on pods/phase was dealt with: Mended.", link: "/banks/pods/phase" },
  ]);
});

test("its reporter does not read the note of a report that is open again", async () => {
  const guest = await aGuest();
  const instructor = await anInstructor();
  const report = await aReport(guest);
  await closeReport(instructor, { ...report, note: "Mended." }, START);
  await reopenReport(instructor, report);
  expect((await viewSettings(guest)).reports).toMatchObject([{ closedAt: null, note: null }]);
});

test("nobody reads another learner's reports in their settings", async () => {
  await aReport(await aGuest());
  expect((await viewSettings(await aGuest())).reports).toEqual([]);
});
