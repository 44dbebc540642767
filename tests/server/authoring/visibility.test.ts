import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { poolQuestions } from "@/lib/server/quizzes/pool-questions";
import { archiveBank, shareBank, unshareBank } from "@/lib/server/services/change-bank";
import { exportAnki } from "@/lib/server/services/export-anki";
import { findQuestions } from "@/lib/server/services/find-questions";
import { listBanks } from "@/lib/server/services/list-banks";
import { pickQuestions } from "@/lib/server/services/pick-questions";
import { startAttempt } from "@/lib/server/services/start-attempt";
import { studyAct } from "@/lib/server/services/study-act";
import { viewBank } from "@/lib/server/services/view-bank";
import { viewBrowseChoices } from "@/lib/server/services/view-browse-choices";
import { viewCoverage } from "@/lib/server/services/view-coverage";
import { viewQuestion } from "@/lib/server/services/view-question";
import { reportProblem } from "@/lib/server/services/report-problem";
import { listReports } from "@/lib/server/services/list-reports";
import { DEVICE } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  join,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { aGuest, aPerson, START } from "@/tests/helpers/people";
import { aPrivateBank, aPrivateQuestion, saveQuestions } from "@/tests/helpers/private-banks";
import { statementsOf } from "@/tests/helpers/statements-of";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";
import { v7 as uuidV7 } from "uuid";

beforeAll(() => loadQuestions([aShortQuestion("pods/phase", { concept: "public" })]));

const ALL = {
  text: null,
  bank: null,
  exam: null,
  domain: null,
  kind: null,
  difficulty: null,
  mark: null,
};
const PICK = { text: "", bank: "", domain: "", kind: "", difficulty: "", page: 1 };
const LATER = new Date(START.getTime() + 3_600_000);
const NOT_FOUND = { code: "not-found" };

let course: TestClass;
let bankId: string;
let id: string;

/** People by what the bank is to them; the bank is shared with the class. */
type People = Record<"owner" | "member" | "removed" | "stranger" | "admin" | "guest", Actor>;
let people: People;

beforeEach(async () => {
  course = await aClass();
  bankId = await aPrivateBank(course.instructor, ["drill"]);
  id = `${bankId}/drill`;
  await shareBank(course.instructor, { bankId, classId: course.id });
  const removed = await aStudent(course.id);
  await database().member.updateMany({
    where: { userId: removed.id },
    data: { removedAt: START },
  });
  people = {
    owner: course.instructor,
    member: await aStudent(course.id),
    removed,
    stranger: await aPerson({ role: "instructor" }),
    admin: await aPerson({ role: "admin" }),
    guest: await aGuest(),
  };
});

const OPEN_TO = ["owner", "member"] as const;
const HIDDEN_FROM = ["removed", "stranger", "admin", "guest"] as const;

const idsIn = (reply: { body: { items: { question: { id: string } }[] } }) =>
  reply.body.items.map(({ question }) => question.id);

const answersTo = (actor: Actor) => studyAs(actor).then((study) => study.answer(ticketFor(id)));

describe.each(OPEN_TO)("to its %s a private bank", (who) => {
  test("is a bank among the others", async () => {
    const banks = await listBanks(people[who], START);
    expect(banks.find((bank) => bank.id === bankId)).toMatchObject({
      title: "Exam drills",
      questions: 1,
    });
  });

  test("is asked in study and answered there", async () => {
    const study = await studyAs(people[who]);
    expect(idsIn(await study.queue({}, { now: START }))).toContain(id);
    expect(idsIn(await study.queue({ banks: [bankId] }, { now: START }))).toEqual([id]);
    expect((await study.answer(ticketFor(id), {}, { now: START })).status).toBe(200);
  });

  test("is found, opened and acted on", async () => {
    const found = await findQuestions(people[who], { ...ALL, bank: bankId }, 1, START);
    expect(found.questions.map((question) => question.id)).toEqual([id]);
    expect((await viewQuestion(people[who], id, START)).bankTitle).toBe("Exam drills");
    const flag = { id: uuidV7(), questionId: id, kind: "flag" } as const;
    expect((await studyAct(people[who], flag, START)).recorded).toBe(true);
  });

  test("can be drilled", async () => {
    const study = await studyAs(people[who]);
    await study.answer(ticketFor(id), {}, { now: START });
    const drill = { mode: "today", drill: true, banks: [bankId] };
    expect(idsIn(await study.queue(drill, { now: LATER }))).toEqual([id]);
  });
});

describe.each(HIDDEN_FROM)("to a %s a private bank does not exist", (who) => {
  test("in lists, choices and search", async () => {
    const actor = people[who];
    const banks = await listBanks(actor, START);
    expect(banks.map((bank) => bank.id)).not.toContain(bankId);
    expect((await viewBrowseChoices(actor)).banks.map((bank) => bank.id)).not.toContain(bankId);
    expect((await findQuestions(actor, { ...ALL, text: "drill" }, 1, START)).total).toBe(0);
    await expect(viewBank(actor, bankId, START)).rejects.toMatchObject(NOT_FOUND);
    await expect(viewQuestion(actor, id, START)).rejects.toMatchObject(NOT_FOUND);
  });

  test("in study, though its id were known", async () => {
    const study = await studyAs(people[who]);
    expect(idsIn(await study.queue({ limit: 50 }, { now: START }))).not.toContain(id);
    const drill = { mode: "today", drill: true, banks: [bankId] };
    expect(idsIn(await study.queue(drill, { now: START }))).toEqual([]);
    expect((await answersTo(people[who])).status).toBe(404);
    expect((await study.history(id)).status).toBe(404);
    const flag = { id: uuidV7(), questionId: id, kind: "flag" } as const;
    await expect(studyAct(people[who], flag, START)).rejects.toMatchObject(NOT_FOUND);
    const about = { ticket: ticketFor(id), answer: null };
    const report = { id: uuidV7(), about, kind: "unclear", text: "" } as const;
    await expect(
      reportProblem(people[who], report, { now: START, address: "192.0.2.1" }),
    ).rejects.toMatchObject(NOT_FOUND);
  });
});

test.each(["owner", "stranger"] as const)(
  "an instructor who is its %s builds with it or not",
  async (who) => {
    const isOwner = who === "owner";
    const picked = await pickQuestions(people[who], { ...PICK, bank: bankId });
    expect(picked.total).toBe(isOwner ? 1 : 0);
    expect((await poolQuestions(people[who].id)).has(id)).toBe(isOwner);
  },
);

test("public counts of what is covered leave private banks out", async () => {
  const coverage = await viewCoverage(people.owner);
  expect(JSON.stringify(coverage)).not.toContain(bankId);
});

test("a student who is removed is not asked it any more, and its answer is refused", async () => {
  const study = await studyAs(people.member);
  await study.answer(ticketFor(id), { answer: { kind: "short", text: "no" } }, { now: START });
  await database().member.updateMany({
    where: { userId: people.member.id },
    data: { removedAt: START },
  });
  expect(idsIn(await study.queue({}, { now: LATER }))).not.toContain(id);
  expect((await study.answer(ticketFor(id, { occurrence: 1 }), {}, { now: LATER })).status).toBe(
    404,
  );
  expect((await study.history(id)).status).toBe(404);
  for await (const note of (await exportAnki(people.member, [bankId], START)).pieces) {
    expect(note).not.toContain("Explanation of");
  }
});

test("it is gone when sharing ends and back when it is shared again, with its memory", async () => {
  const study = await studyAs(people.member);
  await study.answer(ticketFor(id), {}, { now: START });
  await unshareBank(people.owner, { bankId, classId: course.id });
  await expect(viewQuestion(people.member, id, START)).rejects.toMatchObject(NOT_FOUND);
  await shareBank(people.owner, { bankId, classId: course.id });
  expect((await viewQuestion(people.member, id, START)).history.card?.reps).toBe(1);
});

test("an archived bank is nobody's to study, its owner's neither", async () => {
  await archiveBank(people.owner, { bankId, archived: true }, START);
  for (const who of OPEN_TO) {
    expect(idsIn(await (await studyAs(people[who])).queue({}, { now: START }))).not.toContain(id);
  }
});

test("a new version is asked at once", async () => {
  const study = await studyAs(people.member);
  await study.queue({}, { now: START });
  const changed = aPrivateQuestion(bankId, "drill", { prompt: "Anew?" });
  await saveQuestions(bankId, [changed]);
  const { body } = await study.queue({ banks: [bankId] }, { now: START });
  expect(body.items[0]?.question).toMatchObject({ prompt: "Anew?", version: 2 });
});

test("what learners report of it is read by its owner only", async () => {
  const about = { ticket: ticketFor(id), answer: null };
  const report = { id: uuidV7(), about, kind: "unclear", text: "Hm" } as const;
  await reportProblem(people.member, report, { now: START, address: "192.0.2.2" });
  const filter = { open: true, questionId: id, page: 1 };
  expect((await listReports(people.owner, filter)).questions).toHaveLength(1);
  expect((await listReports(people.stranger, filter)).questions).toEqual([]);
  expect((await listReports(people.admin, filter)).questions).toEqual([]);
});

test("a quiz of its owner asks it in a class that it is not shared with", async () => {
  await unshareBank(people.owner, { bankId, classId: course.id });
  const assignmentId = await aQuizAssignment(course, quizOf(id));
  const start = { id: uuidV7(), assignmentId, accessCode: "" };
  const view = await startAttempt(people.member, start, START, DEVICE);
  expect(view.questions.map(({ question }) => question.id)).toEqual([id]);
});

test("somebody else's quiz cannot ask it, though its id were written into it", async () => {
  const other = await aClass();
  const student = await aStudent(other.id);
  const assignmentId = await aQuizAssignment(other, quizOf(id, "pods/phase"));
  const start = { id: uuidV7(), assignmentId, accessCode: "" };
  const shown = await startAttempt(student, start, START, DEVICE).then(
    ({ questions }) => questions.map(({ question }) => question.id),
    () => [],
  );
  expect(shown).not.toContain(id);
});

test("knowing whose banks are open costs the queue and an answer no statement more", async () => {
  const study = await studyAs(people.member);
  await study.queue({}, { now: START });
  expect(await statementsOf(() => study.queue({}, { now: START }))).toBe(1);
  expect(await statementsOf(() => study.answer(ticketFor(id), {}, { now: START }))).toBe(1);
});

test("an assistant of the class studies it as a student does, and does not take it out", async () => {
  const assistant = await aPerson({ role: "instructor" });
  await join(course.id, assistant, { role: "assistant" });
  expect(await viewBank(assistant, bankId, START)).toMatchObject({
    questions: 1,
    mayExport: false,
  });
});
