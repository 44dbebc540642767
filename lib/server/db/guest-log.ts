import type { Db } from "@/lib/server/db/client";

/** Locks a guest's row. False when there is no such guest: gone already, or signed up. */
export async function lockGuest(db: Db, guestId: string): Promise<boolean> {
  const locked = await db.$queryRaw<unknown[]>`
    select 1 from "User" where id = ${guestId}::uuid and email is null for update`;
  return locked.length > 0;
}

/** The questions whose cards have to be replayed once the log has moved. */
export async function listQuestionsInLog(db: Db, userId: string): Promise<string[]> {
  const questions = await db.review.findMany({
    where: { userId },
    distinct: ["questionId"],
    select: { questionId: true },
  });
  return questions.map(({ questionId }) => questionId);
}

/**
 * Hands a guest's log and reports over to an account, together with the settings each review was
 * made under. The account's own settings and marks stay in force.
 */
export async function moveGuestLog(
  db: Db,
  guestId: string,
  userId: string,
  now: Date,
): Promise<void> {
  const guestSettings = await db.studySettings.findMany({
    where: { userId: guestId },
    orderBy: { version: "asc" },
  });
  const own = await db.studySettings.findFirstOrThrow({
    where: { userId },
    orderBy: { version: "desc" },
  });
  await db.card.deleteMany({ where: { userId: guestId } });
  for (const [index, settings] of guestSettings.entries()) {
    const version = own.version + 1 + index;
    await db.studySettings.create({
      data: { ...settings, daysOff: settings.daysOff ?? [], userId, version },
    });
    await db.review.updateMany({
      where: { userId: guestId, settingsVersion: settings.version },
      data: { userId, settingsVersion: version },
    });
  }
  const toAccount = { where: { userId: guestId }, data: { userId } };
  await db.reviewEdit.updateMany(toAccount);
  await db.cardEvent.updateMany(toAccount);
  await db.studyAction.updateMany(toAccount);
  await db.undo.updateMany(toAccount);
  await db.problemReport.updateMany(toAccount);
  await moveMarks(db, guestId, userId);
  const version = own.version + 1 + guestSettings.length;
  await db.studySettings.create({
    data: { ...own, daysOff: own.daysOff ?? [], version, createdAt: now },
  });
  await db.user.update({ where: { id: userId }, data: { settingsVersion: version } });
  await db.user.delete({ where: { id: guestId } });
}

/** A question that both have marked keeps the account's marks. */
const moveMarks = (db: Db, guestId: string, userId: string): Promise<number> =>
  db.$executeRaw`
    insert into "QuestionMark" ("userId", "questionId", "suspendedAt", "buriedUntil", "flaggedAt", "lessonAtLapse")
    select ${userId}::uuid, "questionId", "suspendedAt", "buriedUntil", "flaggedAt", "lessonAtLapse"
      from "QuestionMark" where "userId" = ${guestId}::uuid
    on conflict do nothing`;
