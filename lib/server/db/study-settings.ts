import type { DaysOff, StudySettings, StudySettingsInput } from "@/lib/domain/study/study-settings";
import type { Db } from "@/lib/server/db/client";
import type { StudySettings as StudySettingsRow } from "@/lib/server/db/generated/client";

export function toStudySettings(row: StudySettingsRow): StudySettings {
  const { userId: _userId, createdAt: _createdAt, exam, examDate, daysOff, ...rest } = row;
  return {
    ...rest,
    daysOff: daysOff as DaysOff[],
    exam: exam === "cka" || exam === "ckad" ? exam : null,
    examDate: examDate?.toISOString().slice(0, 10) ?? null,
  };
}

/** The settings in force for a learner. */
export async function getStudySettings(db: Db, userId: string): Promise<StudySettings> {
  const row = await db.studySettings.findFirstOrThrow({
    where: { userId },
    orderBy: { version: "desc" },
  });
  return toStudySettings(row);
}

/** The settings in force for each of these people, by id. */
export async function listSettingsInForce(
  db: Db,
  userIds: readonly string[],
): Promise<Map<string, StudySettings>> {
  const rows = await db.studySettings.findMany({
    where: { userId: { in: [...userIds] } },
    orderBy: [{ userId: "asc" }, { version: "desc" }],
    distinct: ["userId"],
  });
  return new Map(rows.map((row) => [row.userId, toStudySettings(row)]));
}

export async function getSettingsVersion(
  db: Db,
  userId: string,
  version: number,
): Promise<StudySettings> {
  const row = await db.studySettings.findUniqueOrThrow({
    where: { userId_version: { userId, version } },
  });
  return toStudySettings(row);
}

/**
 * Adds the next version; what the input leaves out stays as it was. Raising the number
 * on the person's row first locks it, so that two changes at once get two versions, in order.
 */
export async function appendStudySettings(
  db: Db,
  userId: string,
  input: StudySettingsInput & { weights?: readonly number[] },
  createdAt: Date,
): Promise<StudySettings> {
  const { settingsVersion: version } = await db.user.update({
    where: { id: userId },
    data: { settingsVersion: { increment: 1 } },
    select: { settingsVersion: true },
  });
  const before = await getStudySettings(db, userId);
  const row = await db.studySettings.create({
    data: {
      ...input,
      fuzz: input.fuzz ?? before.fuzz,
      learningSteps: input.learningSteps ?? before.learningSteps,
      weights: [...(input.weights ?? before.weights)],
      daysOff: [...(input.daysOff ?? before.daysOff)],
      examDate: input.examDate === null ? null : new Date(`${input.examDate}T00:00:00Z`),
      userId,
      version,
      createdAt,
    },
  });
  return toStudySettings(row);
}
