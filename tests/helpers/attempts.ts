/** Taking quizzes in tests: short questions whose key is "Pending". */
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import type { AttemptView } from "@/lib/domain/quizzes/attempt-contract";
import { database } from "@/lib/server/db/client";
import { saveAttemptAnswer } from "@/lib/server/services/save-attempt-answer";
import { startAttempt } from "@/lib/server/services/start-attempt";
import { submitAttempt } from "@/lib/server/services/submit-attempt";
import { hours } from "@/tests/helpers/classes";
import { START } from "@/tests/helpers/people";

export const DEVICE = {
  address: "192.0.2.1",
  agent: "test",
  session: "5e5510a0-0000-4000-8000-000000000000",
};
export const RIGHT = { kind: "short", text: "pending" } as const;
export const WRONG = { kind: "short", text: "Running" } as const;

type Started = Pick<AttemptView, "id">;

export const start = (
  actor: Actor,
  assignmentId: string,
  now = START,
  rest: { accessCode?: string } = {},
) => startAttempt(actor, { id: uuidV7(), assignmentId, accessCode: "", ...rest }, now, DEVICE);

type Given = typeof RIGHT | typeof WRONG | { kind: "open"; text: string } | null;

/** By default an hour after `START`, as the first answer to the first question. */
export const save = (
  actor: Actor,
  { id }: Started,
  answer: Given,
  { position = 0, revision = 0, now = hours(1), sessionVersion = 0 } = {},
) =>
  saveAttemptAnswer(
    { userId: actor.id, sessionVersion },
    { id, position, revision, answer, flagged: false, spentMs: 1_000 },
    now,
    DEVICE,
  );

/** By default two hours after `START`. */
export const submit = (actor: Actor, { id }: Started, now = hours(2)) =>
  submitAttempt(actor, { id }, now, DEVICE);

export const gradeOf = (actor: Actor, assignmentId: string) =>
  database().assignmentGrade.findUnique({
    where: { userId_assignmentId: { userId: actor.id, assignmentId } },
  });

/** Of the first question. */
export async function savedAnswer(actor: Actor, { id }: Started) {
  const { revision, answer } = await database().attemptAnswer.findFirstOrThrow({
    where: { userId: actor.id, attemptId: id, position: 0 },
  });
  return { revision, answer };
}
