/** An attempt from its start to its result as a browser takes it: what replies hold, and what is recorded. */
import { encode } from "next-auth/jwt";
import { v7 as uuidV7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";

import { PATCH } from "@/app/api/v1/attempts/[id]/answers/[position]/route";
import { GET as getAttempt } from "@/app/api/v1/attempts/[id]/route";
import { GET as getStatus } from "@/app/api/v1/attempts/[id]/status/route";
import { POST as postSubmit } from "@/app/api/v1/attempts/[id]/submit/route";
import { POST as postStart } from "@/app/api/v1/attempts/route";
import { sessionCookieName, sessionSecret } from "@/lib/server/auth/session-cookie";
import { database } from "@/lib/server/db/client";
import { drawSeed, questionSeed } from "@/lib/server/quizzes/attempt-seed";
import { openAttempt } from "@/lib/server/services/open-attempt";
import { RIGHT } from "@/tests/helpers/attempts";
import { aClass, aQuizAssignment, aStudent, hours, quizOf } from "@/tests/helpers/classes";
import { aShortQuestion, loadQuestions } from "@/tests/helpers/study-content";

process.env["RECONCILE_TEST_CLOCK"] = "1";

const SESSION = "5e5510a0-0000-4000-8000-00000000abcd";
const AGENT = "Mozilla/5.0 (test)";
const ADDRESS = "198.51.100.7";

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** Everything that a student's browser sends and gets, at an hour's distance each. */
async function takeQuiz() {
  const group = await aClass();
  const student = await aStudent(group.id);
  const assignmentId = await aQuizAssignment(group, quizOf("pods/phase"), {
    feedback: {
      score: "at-submit",
      answers: "at-submit",
      verdicts: "at-submit",
      solutions: "at-submit",
    },
  });
  const token = await encode({
    token: { sub: student.id, sessionVersion: 0, sessionId: SESSION },
    secret: sessionSecret(),
  });
  const replies: string[] = [];
  let hour = 0;
  const send = async (handler: Handler, params: Record<string, string>, body?: object) => {
    hour += 1;
    const request = new Request("http://localhost:3000/api/v1/attempts", {
      method: body ? "POST" : "GET",
      headers: {
        cookie: `${sessionCookieName()}=${token}`,
        origin: "http://localhost:3000",
        host: "localhost:3000",
        "content-type": "application/json",
        "user-agent": AGENT,
        "x-forwarded-for": ADDRESS,
        "x-test-now": hours(hour).toISOString(),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    const text = await response.text();
    replies.push(text);
    expect(response.status, text).toBe(200);
  };
  const id = uuidV7();
  await send(postStart, {}, { id, assignmentId });
  await send(postStart, {}, { id, assignmentId });
  await send(getAttempt, { id });
  await send(getStatus, { id });
  await send(PATCH, { id, position: "0" }, { revision: 0, answer: RIGHT, flagged: false });
  await send(postSubmit, { id }, {});
  replies.push(JSON.stringify(await openAttempt(student, id, hours(8))));
  return { id, student, assignmentId, replies };
}

describe("an attempt", () => {
  let taken: Awaited<ReturnType<typeof takeQuiz>>;

  beforeAll(async () => {
    await loadQuestions([aShortQuestion("pods/phase")]);
    taken = await takeQuiz();
  });

  test("records its start, saves and handing in, from where and in which session", async () => {
    const events = await database().attemptEvent.findMany({
      where: { attemptId: taken.id },
      orderBy: { at: "asc" },
    });
    expect(events.map(({ kind }) => kind)).toEqual(["started", "resumed", "saved", "submitted"]);
    for (const event of events) {
      expect(event).toMatchObject({ address: ADDRESS, agent: AGENT, session: SESSION });
    }
  });

  test("never tells a seed, in no reply", async () => {
    const { id, student, assignmentId, replies } = taken;
    const { seed } = await database().attemptAnswer.findFirstOrThrow({ where: { attemptId: id } });
    expect(seed).toBe(questionSeed(id, 0));
    for (const secret of [seed, drawSeed(assignmentId, student.id, 1)]) {
      expect(replies.filter((reply) => reply.includes(secret))).toEqual([]);
    }
    expect(replies.filter((reply) => reply.includes('"seed"'))).toEqual([]);
  });
});
