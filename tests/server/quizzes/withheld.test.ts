import { beforeAll, describe, expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { findWithheld } from "@/lib/server/db/withheld";
import { database } from "@/lib/server/db/client";
import { findQuestions } from "@/lib/server/services/find-questions";
import { listBanks } from "@/lib/server/services/list-banks";
import { studyHistory } from "@/lib/server/services/study-history";
import { viewLandingQuestion } from "@/lib/server/services/view-landing-question";
import { viewQuestion } from "@/lib/server/services/view-question";
import { start, submit } from "@/tests/helpers/attempts";
import {
  aClass,
  aQuizAssignment,
  aStudent,
  hours,
  quizOf,
  type TestClass,
} from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";
import { statementsOf } from "@/tests/helpers/statements-of";
import { studyAs, ticketFor } from "@/tests/helpers/study-api";
import {
  aKubectlQuestion,
  anOpenQuestion,
  aShortQuestion,
  loadQuestions,
} from "@/tests/helpers/study-content";

const QUESTIONS = [
  aShortQuestion("pods/phase"),
  aShortQuestion("pods/other", { concept: "phase" }),
  anOpenQuestion("pods/open"),
  aKubectlQuestion("kubectl/scale-deployment", "kubectl scale deployment web --replicas=3"),
  aKubectlQuestion("kubectl/other", "kubectl get pods"),
];

const NOBODYS_FILTER = {
  text: null,
  bank: null,
  exam: null,
  domain: null,
  kind: null,
  difficulty: null,
  mark: null,
};

let group: TestClass;

beforeAll(async () => {
  await loadQuestions(QUESTIONS);
});

const withheldFrom = async (actor: Actor, at: Date) => [
  ...(await findWithheld(database(), actor.id, at)),
];

describe("what is withheld", () => {
  beforeAll(async () => {
    group = await aClass();
    await aQuizAssignment(group, quizOf("pods/phase"));
  });

  test.each([
    { name: "before it opens nothing is", at: hours(-1), place: {}, is: [] },
    { name: "while it is open its questions are", at: hours(1), place: {}, is: ["pods/phase"] },
    { name: "after it has closed nothing is", at: hours(10), place: {}, is: [] },
    {
      name: "a student with a day more waits a day longer",
      at: hours(33),
      place: { extraDays: 1 },
      is: ["pods/phase"],
    },
    {
      name: "staff study as ever",
      at: hours(1),
      place: { role: "assistant" as const },
      is: [],
    },
  ])("$name", async ({ at, place, is }) => {
    expect(await withheldFrom(await aStudent(group.id, place), at)).toEqual(is);
  });

  test("from somebody of another class nothing is", async () => {
    const other = await aClass();
    expect(await withheldFrom(await aStudent(other.id), hours(1))).toEqual([]);
  });

  test("of an assignment that is not published, or for another section, nothing is", async () => {
    const other = await aClass();
    await aQuizAssignment(other, quizOf("pods/phase"), { publishedAt: null });
    await aQuizAssignment(other, quizOf("pods/other"), {
      sectionIds: ["00000000-0000-4000-8000-000000000000"],
    });
    expect(await withheldFrom(await aStudent(other.id), hours(1))).toEqual([]);
  });

  test("every question that a pool lists is; of a filter those that were drawn for the student", async () => {
    const other = await aClass();
    const pool = (from: object) => ({ type: "pool", pick: 1, points: 1, from });
    const assignment = await aQuizAssignment(other, {
      sections: [
        {
          items: [
            pool({ by: "list", questionIds: ["pods/phase", "pods/other"] }),
            pool({ by: "filter", filter: { kinds: ["open"] } }),
          ],
        },
      ],
    });
    const [taker, reader] = [await aStudent(other.id), await aStudent(other.id)];
    const attempt = await start(taker, assignment);
    expect((await withheldFrom(reader, hours(1))).toSorted()).toEqual(["pods/other", "pods/phase"]);
    const all = ["pods/open", "pods/other", "pods/phase"];
    expect((await withheldFrom(taker, hours(1))).toSorted()).toEqual(all);
    await submit(taker, attempt);
    expect((await withheldFrom(taker, hours(3))).toSorted()).toEqual(all);
    expect(await withheldFrom(taker, hours(11))).toEqual([]);
  });

  test("an open attempt withholds its questions past closing", async () => {
    const other = await aClass();
    const assignment = await aQuizAssignment(other, quizOf("pods/phase"), {
      timeLimitSeconds: 7_200,
    });
    const student = await aStudent(other.id, { timeMultiplier: 2 });
    await start(student, assignment, hours(9));
    expect(await withheldFrom(student, hours(10.5))).toEqual(["pods/phase"]);
  });
});

describe("while a quiz is open its question", () => {
  let student: Actor;
  const at = hours(1);

  beforeAll(async () => {
    group = await aClass();
    student = await aStudent(group.id);
    await aQuizAssignment(group, quizOf("pods/phase", "kubectl/scale-deployment"));
  });

  test("is not in the queue", async () => {
    const queue = await (await studyAs(student)).queue({ limit: 50 }, { now: at });
    const ids = queue.body.items.map(({ question }) => question.id);
    expect(ids).toContain("pods/open");
    expect(ids).not.toContain("pods/phase");
  });

  test("is not graded, so that its answer is not told", async () => {
    const reply = await (await studyAs(student)).answer(ticketFor("pods/phase"), {}, { now: at });
    expect(reply.status).toBe(404);
    expect(JSON.stringify(reply.body)).not.toMatch(/Pending|Explanation/u);
  });

  test("is in no list, search or bank", async () => {
    const found = await findQuestions(student, { ...NOBODYS_FILTER, text: "phase" }, 1, at);
    expect(found.questions.map(({ id }) => id)).toEqual(["pods/other"]);
    const banks = await listBanks(student, at);
    expect(banks.find(({ id }) => id === "pods")?.questions).toBe(2);
  });

  test("has no page and no history", async () => {
    await expect(viewQuestion(student, "pods/phase", at)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(studyHistory(student, { questionId: "pods/phase" }, at)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("is not tried by visitors", async () => {
    expect((await viewLandingQuestion(at))?.id).toBe("kubectl/other");
    expect((await viewLandingQuestion(hours(10)))?.id).toBe("kubectl/scale-deployment");
  });

  test("is there for everybody else", async () => {
    const learner = await aPerson();
    expect((await viewQuestion(learner, "pods/phase", at)).question.id).toBe("pods/phase");
  });
});

test("knowing what is withheld costs the queue no statement more", async () => {
  const learner = await aPerson();
  const study = await studyAs(learner);
  await study.queue({}, { now: START });
  expect(await statementsOf(() => study.queue({}, { now: START }))).toBe(1);
});
