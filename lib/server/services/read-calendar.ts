import { createHash } from "node:crypto";

import { studiable } from "@/lib/domain/access/question-access";
import { toICalendar, type Calendar } from "@/lib/domain/calendar/icalendar";
import {
  CALENDAR_DAYS,
  dueByDay,
  studyEvents,
  type AssignedWork,
} from "@/lib/domain/calendar/study-calendar";
import { dayNumber, dayStart } from "@/lib/domain/scheduling/learner-day";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { CALENDAR_MISSES, CALENDAR_PER_PERSON, countTry } from "@/lib/server/auth/throttle";
import { hashToken, linkTo } from "@/lib/server/classes/secrets";
import { getCatalogue } from "@/lib/server/content/catalogue";
import { findDueTimes, findFeedOwner, noteFeedRead } from "@/lib/server/db/calendar-feeds";
import { database } from "@/lib/server/db/client";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { listGivenWork } from "@/lib/server/quizzes/given-work";
import { findWithheld } from "@/lib/server/db/withheld";
import { AppError } from "@/lib/server/errors";
import { secondsOf } from "@/lib/server/study/answer-time";
import { studyIndexFor } from "@/lib/server/study/study-index";

export type CalendarFile = { text: string; /** Changes with the events only. */ etag: string };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What was due lately is still worth seeing. */
const PAST_DAYS = 30;
const TOKEN = /^[\w-]{43}$/;

/**
 * The calendar at a secret address. Throws "not-found" for one that was never made or
 * works no longer, "throttled" for a program that asks too often.
 */
export async function readCalendar(
  token: string,
  { now, address }: { now: Date; address: string },
): Promise<CalendarFile> {
  const tokenHash = hashToken(token);
  const owner = TOKEN.test(token) ? await findFeedOwner(tokenHash) : null;
  if (!owner) {
    await countTry(CALENDAR_MISSES, address);
    throw new AppError("not-found", "There is no calendar at this address.");
  }
  await countTry(CALENDAR_PER_PERSON, owner.userId);
  const [calendar] = await Promise.all([
    calendarOf(owner.userId, now),
    noteFeedRead(tokenHash, now, new Date(now.getTime() - HOUR_MS)),
  ]);
  const lasting = toICalendar({ ...calendar, madeAt: new Date(0) });
  const etag = createHash("sha256").update(lasting).digest("base64url").slice(0, 27);
  return { text: toICalendar(calendar), etag: `W/"${etag}"` };
}

async function calendarOf(userId: string, now: Date): Promise<Calendar> {
  const settings = await getStudySettings(database(), userId);
  const [{ curriculum }, due, assigned] = await Promise.all([
    getCatalogue(),
    dueDays(userId, settings, now),
    listGivenWork(userId, new Date(now.getTime() - PAST_DAYS * DAY_MS), now),
  ]);
  const exam = curriculum.exams.find(({ id }) => id === settings.exam);
  return {
    name: "Reconcile",
    productId: "-//Reconcile//Study calendar//EN",
    madeAt: now,
    refreshHours: 1,
    events: studyEvents({
      owner: createHash("sha256").update(`calendar ${userId}`).digest("hex").slice(0, 16),
      ...due,
      exam: exam && settings.examDate ? { title: exam.title, date: settings.examDate } : null,
      assigned: assigned.map((given): AssignedWork => ({
        id: given.id,
        title: given.title,
        className: given.className,
        dueAt: given.ownDueAt,
        isStudy: given.kind === "study",
        isHandedIn: given.isHandedIn,
        url: linkTo(`/classes/${given.classId}/assignments/${given.id}`),
      })),
      studyUrl: linkTo("/today"),
    }),
  };
}

/** What the learner may not meet now, and what is asked no longer, is not due. */
async function dueDays(userId: string, settings: StudySettings, now: Date) {
  const today = dayNumber(now, settings);
  const [{ questions }, withheld, { cards, secondsPerAnswer }] = await Promise.all([
    studyIndexFor(userId),
    findWithheld(database(), userId, now),
    findDueTimes(userId, dayStart(today + CALENDAR_DAYS, settings)),
  ]);
  const asked = studiable(questions, withheld);
  const days = cards
    .filter(({ questionId }) => asked.has(questionId))
    .map(({ dueAt }) => dayNumber(dueAt, settings));
  return { today, due: dueByDay(days, today), secondsPerAnswer: secondsOf(secondsPerAnswer) };
}
