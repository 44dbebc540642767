import type { Db } from "@/lib/server/db/client";

/** Locks a guest's row. False when there is no such guest: gone already, or signed up. */
export async function lockGuest(db: Db, guestId: string): Promise<boolean> {
  const locked = await db.$queryRaw<unknown[]>`
    select 1 from "User" where id = ${guestId}::uuid and email is null for update`;
  return locked.length > 0;
}

/**
 * Hands a guest's review log over to an account, together with the settings each
 * review was made under. The account's own settings stay in force. Returns the ids
 * of the questions whose cards have to be replayed.
 */
export async function moveGuestLog(
  db: Db,
  guestId: string,
  userId: string,
  now: Date,
): Promise<string[]> {
  const questions = await db.review.findMany({
    where: { userId: guestId },
    distinct: ["questionId"],
    select: { questionId: true },
  });
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
    await db.studySettings.create({ data: { ...settings, userId, version } });
    await db.review.updateMany({
      where: { userId: guestId, settingsVersion: settings.version },
      data: { userId, settingsVersion: version },
    });
  }
  await db.reviewEdit.updateMany({ where: { userId: guestId }, data: { userId } });
  const version = own.version + 1 + guestSettings.length;
  await db.studySettings.create({ data: { ...own, version, createdAt: now } });
  await db.user.update({ where: { id: userId }, data: { settingsVersion: version } });
  await db.user.delete({ where: { id: guestId } });
  return questions.map(({ questionId }) => questionId);
}
