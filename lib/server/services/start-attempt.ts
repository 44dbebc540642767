import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import { canAttempt } from "@/lib/domain/access/class-access";
import type { AttemptView, StartAttempt } from "@/lib/domain/quizzes/attempt-contract";
import { deadlineOf, windowState } from "@/lib/domain/quizzes/attempt-window";
import { drawAttempt, fixedQuestions, type PoolQuestion } from "@/lib/domain/quizzes/draw-attempt";
import { QuizContentSchema, type QuizContent } from "@/lib/domain/quizzes/quiz-content";
import { verifyPassword } from "@/lib/server/auth/password";
import { catalogueFor, type Catalogue } from "@/lib/server/content/catalogue";
import {
  createAttempt,
  createAttemptEvent,
  findAssignmentForMember,
  findAttempt,
  listAttempts,
  listCurrentVersions,
  listSeenQuestions,
  type AssignmentForMember,
  type NewAttemptQuestion,
  type StoredAttempt,
} from "@/lib/server/db/attempts";
import { database, type Db } from "@/lib/server/db/client";
import { AppError } from "@/lib/server/errors";
import { datesForMember } from "@/lib/server/quizzes/assignment-dates";
import type { Device } from "@/lib/server/quizzes/device";
import { drawSeed, questionSeed } from "@/lib/server/quizzes/attempt-seed";
import { poolQuestions } from "@/lib/server/quizzes/pool-questions";
import { scheduleDeadline } from "@/lib/server/quizzes/schedule-deadline";
import { viewOpenAttempt } from "@/lib/server/quizzes/view-open-attempt";

/**
 * Starts an attempt, or goes on with the one that is open: however many starts race,
 * there is one. Questions, their versions, variants and points are settled now.
 */
export async function startAttempt(
  actor: Actor,
  input: StartAttempt,
  now: Date,
  device: Device,
): Promise<AttemptView> {
  const found = await findAssignmentForMember(database(), input.assignmentId, actor.id);
  if (!found) throw noSuchAssignment();
  await checkAccessCode(found, input.accessCode, actor);
  // Read before: a transaction that waits for another connection can wait for itself.
  const [{ questions: published }, questions] = await Promise.all([
    catalogueFor(found.quiz.ownerId),
    poolQuestions(found.quiz.ownerId),
  ]);
  const request = { ...input, now, device, published, questions };
  const attempt = await database().$transaction((db) => findOrStart(db, actor, request));
  if (attempt.isNew) await scheduleDeadline(attempt.row);
  const { assignment, quiz } = found;
  return viewOpenAttempt(attempt.row, now, { assignment, quiz });
}

type Request = StartAttempt & {
  now: Date;
  device: Device;
  published: Catalogue["questions"];
  questions: ReadonlyMap<string, PoolQuestion>;
};

async function findOrStart(
  db: Db,
  actor: Actor,
  request: Request,
): Promise<{ row: StoredAttempt; isNew: boolean }> {
  const { id, assignmentId, now, device } = request;
  const found = await findAssignmentForMember(db, assignmentId, actor.id, { lock: true });
  if (!found) throw noSuchAssignment();
  const event = { userId: actor.id, id: uuidV7(), at: now, ...device };
  const known = await findAttempt(db, { userId: actor.id, id });
  const earlier = await listAttempts(db, assignmentId, actor.id);
  const open = known ?? earlier.find(({ state }) => state === "open");
  if (open) {
    if (open.assignmentId !== assignmentId) throw otherAttempt();
    await createAttemptEvent(db, { ...event, attemptId: open.id, kind: "resumed" });
    return { row: open, isNew: false };
  }
  refuseUnlessOpen(found, actor, earlier.length, now);
  const row = await draw(db, found, { userId: actor.id, number: earlier.length + 1 }, request);
  await createAttemptEvent(db, { ...event, attemptId: id, kind: "started" });
  return { row, isNew: true };
}

/** What is not for this person does not exist; what is, but not now, says why. */
function refuseUnlessOpen(found: AssignmentForMember, actor: Actor, made: number, now: Date): void {
  if (!canAttempt(actor, found.place) || !isGiven(found)) throw noSuchAssignment();
  const dates = datesForMember(found);
  const state = windowState(dates, now);
  if (state === "not-open") throw new AppError("conflict", "This quiz is not open yet.");
  if (state === "closed") throw new AppError("conflict", "This quiz is closed.");
  const { attemptsAllowed: most } = dates;
  if (most !== null && made >= most) {
    const all = most === 1 ? "your attempt" : `your ${most} attempts`;
    throw new AppError("conflict", `You have used ${all} at this quiz.`);
  }
}

/** Published, in a living class, and for the person's section. */
function isGiven({ assignment, place, class: group }: AssignmentForMember): boolean {
  const { sectionIds, publishedAt, archivedAt } = assignment;
  const isForSection =
    sectionIds.length === 0 || (place.sectionId !== null && sectionIds.includes(place.sectionId));
  return isForSection && publishedAt !== null && archivedAt === null && group.archivedAt === null;
}

async function draw(
  db: Db,
  found: AssignmentForMember,
  { userId, number }: { userId: string; number: number },
  { id, now, published, questions }: Request,
): Promise<StoredAttempt> {
  const { assignment, quiz } = found;
  const content = QuizContentSchema.parse(quiz.content);
  const gone = fixedQuestions(content).filter((each) => !questions.has(each));
  const versions = await listCurrentVersions(db, gone, quiz.ownerId);
  const seen = asksForUnseen(content) ? await listSeenQuestions(db, userId) : new Set<string>();
  const seed = drawSeed(assignment.id, userId, number);
  const withdrawn = new Set(versions.keys());
  const drawn = drawAttempt({ content, seed, questions, seen, withdrawn });
  if (drawn.items.length === 0) throw nothingToAsk();
  const pinned = drawn.items.map((item, position): NewAttemptQuestion => ({
    ...item,
    position,
    questionVersion: published.get(item.questionId)?.version ?? versions.get(item.questionId) ?? 1,
    seed: questionSeed(id, position),
  }));
  const row = {
    userId,
    id,
    assignmentId: assignment.id,
    number,
    quizVersion: quiz.version,
    startedAt: now,
    deadlineAt: deadlineOf(now, datesForMember(found)),
  };
  await createAttempt(db, row, pinned);
  return { ...row, state: "open", submittedAt: null, submittedBy: null };
}

const asksForUnseen = ({ sections }: QuizContent): boolean =>
  sections.some(({ items }) => items.some((item) => item.type === "pool" && item.notSeenBefore));

async function checkAccessCode(
  { assignment, place }: AssignmentForMember,
  code: string,
  actor: Actor,
): Promise<void> {
  if (assignment.accessCodeHash === null) return;
  const open = await listAttempts(database(), assignment.id, actor.id);
  if (open.some(({ state }) => state === "open")) return; // they had the code when they started
  if (place.role === "student" && !(await verifyPassword(assignment.accessCodeHash, code))) {
    const message = "That is not the access code of this quiz.";
    throw new AppError("invalid", message, { fields: { accessCode: [message] } });
  }
}

const noSuchAssignment = () => new AppError("not-found", "There is no such quiz.");
const nothingToAsk = () =>
  new AppError(
    "conflict",
    "None of this quiz's questions can be asked any more. Tell your instructor.",
  );
const otherAttempt = () =>
  new AppError("conflict", "This id belongs to an attempt at another quiz. Start with a new one.");
