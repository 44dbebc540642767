import { createHash } from "node:crypto";
import { v7 as uuidV7 } from "uuid";

import type { Actor } from "@/lib/domain/access/actor";
import type { ImportReport } from "@/lib/domain/learner-data/data-contract";
import {
  lineReader,
  type LineProblem,
  type LineReader,
  type ReadReview,
} from "@/lib/domain/learner-data/read-reviews";
import { groupBy } from "@/lib/domain/progress/group-by";
import { isEvidence } from "@/lib/domain/study/purpose";
import { countTry, IMPORTS_PER_PERSON } from "@/lib/server/auth/throttle";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { database, type Db } from "@/lib/server/db/client";
import {
  createImported,
  findLogged,
  type ImportedReview,
  type Logged,
} from "@/lib/server/db/import-reviews";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { lockLog } from "@/lib/server/db/review-log";
import { createStudyAction } from "@/lib/server/db/study-actions";
import { AppError } from "@/lib/server/errors";
import { changeAnswers } from "@/lib/server/study/change-answers";

const MOST_REVIEWS = 100_000;
const MOST_PROBLEMS = 100;
/** Lines read, and reviews written, before others get their turn. */
const LINES_AT_ONCE = 2_000;
const REVIEWS_AT_ONCE = 1_000;

type ImportRequest = { text: string; save: boolean };

/**
 * Reads reviews back from a file, or says what that would do. Nothing is saved while a
 * line has a problem. A review that is in the log already, by its id or by its question
 * and time, is not added again; so the same file twice is as once. Questions that are
 * not here are left out. What was added can be taken back as one action.
 */
export async function importReviews(
  actor: Actor,
  { text, save }: ImportRequest,
  now: Date,
): Promise<ImportReport> {
  await countTry(IMPORTS_PER_PERSON, actor.id);
  const { reviews, problems } = await readFile(text, now);
  const fresh = await findFresh(actor, reviews);
  const report: ImportReport = {
    saved: false,
    reviews: reviews.length,
    added: fresh.added.length,
    known: fresh.known,
    leftOut: fresh.leftOut,
    questions: new Set(fresh.added.map(({ questionId }) => questionId)).size,
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
  };
  if (!save || problems.length > 0) return report;
  await saveAll(actor, fresh.added, now);
  return { ...report, saved: true };
}

async function readFile(text: string, now: Date) {
  const lines = text.split("\n");
  const read = lineReader(lines[0] ?? "");
  if (!read) {
    throw new AppError(
      "invalid",
      "This is neither a file that was exported here nor a CSV with the columns card_id, review_time and review_rating.",
    );
  }
  const reviews: ReadReview[] = [];
  const problems: LineProblem[] = [];
  for (let start = 0; start < lines.length; start += LINES_AT_ONCE) {
    for (const row of readPage(lines, start, read)) {
      if ("message" in row) problems.push(row);
      else if (row.reviewedAt > now) {
        problems.push({ line: row.line, message: "The time has not come yet." });
      } else reviews.push(row);
    }
    if (reviews.length > MOST_REVIEWS) {
      throw new AppError("too-large", `A file may have at most ${MOST_REVIEWS} reviews.`);
    }
    await new Promise(setImmediate);
  }
  return { reviews, problems };
}

const readPage = (lines: readonly string[], start: number, read: LineReader) =>
  lines.slice(start, start + LINES_AT_ONCE).flatMap((line, index) => {
    const row = read(line, start + index + 1);
    return row ? [row] : [];
  });

type Fresh = { added: ImportedReview[]; known: number; leftOut: number };

async function findFresh(actor: Actor, reviews: readonly ReadReview[]): Promise<Fresh> {
  const [{ questions }, logged, settings] = await Promise.all([
    catalogueFor(actor.id),
    findLogged(actor.id),
    getStudySettings(database(), actor.id),
  ]);
  const fresh: Fresh = { added: [], known: 0, leftOut: 0 };
  for (const [index, { line: _line, ...review }] of reviews.entries()) {
    if (index % LINES_AT_ONCE === 0) await new Promise(setImmediate);
    const question = questions.get(review.questionId);
    if (!question) {
      fresh.leftOut += 1;
      continue;
    }
    const id = notTakenBack(review.id ?? idOf(placeOf(review)), logged);
    if (isNew(id, placeOf(review), logged)) {
      fresh.added.push({
        ...review,
        id,
        kind: question.content.kind,
        questionVersion: question.version,
        settingsVersion: settings.version,
        // A quiz of another place is no quiz here; practice stays practice.
        purpose: isEvidence(review.purpose) ? "import" : review.purpose,
      });
    } else fresh.known += 1;
  }
  return fresh;
}

/** Whether neither the log nor the file before it has this review; from then on it has. */
function isNew(id: string, place: string, { ids, places }: Logged): boolean {
  if (ids.has(id) || places.has(place)) return false;
  ids.add(id);
  places.add(place);
  return true;
}

type Placed = Pick<ReadReview, "questionId" | "reviewedAt">;

const placeOf = ({ questionId, reviewedAt }: Placed): string =>
  `${questionId} ${reviewedAt.getTime()}`;

/** The first of a row of ids, always the same one, that no import has used that was taken back. */
const notTakenBack = (id: string, { takenBack }: Pick<Logged, "takenBack">): string =>
  takenBack.has(id) ? notTakenBack(idOf(id), { takenBack }) : id;

/** Always the same for a review that came without one: a UUID of version 8, made from a hash. */
function idOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Question by question: each is replayed as a whole, and a break-off leaves none by half. */
async function saveAll(actor: Actor, reviews: readonly ImportedReview[], now: Date): Promise<void> {
  if (reviews.length === 0) return;
  await createAction(actor, now);
  let page: ImportedReview[] = [];
  for (const own of groupBy(reviews, ({ questionId }) => questionId).values()) {
    page = page.concat(own);
    if (page.length < REVIEWS_AT_ONCE) continue;
    await savePage(actor, page, now);
    page = [];
  }
  await savePage(actor, page, now);
}

/** First, so that what a break-off leaves can be taken back too. */
const createAction = ({ id: userId }: Actor, now: Date) =>
  createStudyAction(database(), {
    userId,
    id: uuidV7({ msecs: now.getTime() }),
    kind: "import",
    questionId: null,
    before: {},
    after: { importedAt: now.toISOString() },
    at: now,
  });

/** Not by Math.min: a page may hold more reviews, of one question, than a call takes arguments. */
const earliest = (page: readonly ImportedReview[]): Date =>
  page.reduce((first, { reviewedAt }) => (reviewedAt < first ? reviewedAt : first), LATEST);

const LATEST = new Date(8.64e15);

async function savePage(actor: Actor, page: readonly ImportedReview[], now: Date): Promise<void> {
  if (page.length === 0) return;
  const questionIds = [...new Set(page.map(({ questionId }) => questionId))];
  const since = earliest(page);
  await database().$transaction(
    async (db: Db) => {
      await lockLog(db, actor.id);
      await changeAnswers(db, { userId: actor.id, at: now, since }, questionIds, () =>
        createImported(db, actor.id, page, now),
      );
    },
    { timeout: 60_000 },
  );
}
