import type { Actor } from "@/lib/domain/access/actor";
import { hashPassword } from "@/lib/server/auth/password";
import { createSection } from "@/lib/server/db/classes";
import { database } from "@/lib/server/db/client";
import { joinClass } from "@/lib/server/db/members";
import { createPerson } from "@/lib/server/db/people";
import { createClass } from "@/lib/server/services/create-class";
import { daysFrom, DEMO_DAYS, DEMO_STAFF } from "@/scripts/demo/demo-people";
import { demoId, type DemoStudent } from "@/scripts/demo/demo-study";

export type DemoClass = {
  classId: string;
  timeZone: string;
  instructor: Actor;
  assistant: Actor;
};

const TIME_ZONE = "Europe/Berlin";

/** The people, and the class that they have been in for sixty days. */
export async function makeClass(
  students: readonly DemoStudent[],
  { now, seed, password }: { now: Date; seed: string; password: string },
): Promise<DemoClass> {
  const at = daysFrom(now, -DEMO_DAYS - 1);
  // One for all: hashing is slow on purpose.
  const passwordHash = await hashPassword(password);
  const [instructor, assistant] = await Promise.all(
    DEMO_STAFF.map(async ({ name, email, role }): Promise<Actor> => {
      const id = demoId(seed, email);
      const serverRole = role === "instructor" ? "instructor" : "learner";
      await createPerson(database(), {
        id,
        email,
        name,
        role: serverRole,
        passwordHash,
        createdAt: at,
      });
      return { id, email, name, role: serverRole, isGuest: false };
    }),
  );
  if (!instructor || !assistant) throw new Error("A class needs staff");
  const { id: classId } = await createClass(
    instructor,
    {
      name: "Kubernetes, autumn course",
      description: "Sixty days towards CKA and CKAD: a little study each day, a quiz now and then.",
      timeZone: TIME_ZONE,
    },
    at,
  );
  const place = { sectionId: null, studentNumber: null, joinedAt: at };
  await joinClass(database(), { classId, userId: assistant.id }, { ...place, role: "assistant" });
  await admit(students, { classId, passwordHash, at, seed });
  return { classId, timeZone: TIME_ZONE, instructor, assistant };
}

async function admit(
  students: readonly DemoStudent[],
  {
    classId,
    passwordHash,
    at,
    seed,
  }: { classId: string; passwordHash: string; at: Date; seed: string },
): Promise<void> {
  const db = database();
  const sections = new Map(
    [...new Set(students.map(({ section }) => section))].map((name) => [name, demoId(seed, name)]),
  );
  for (const [name, id] of sections) await createSection(db, { id, classId, name });
  for (const [index, { id, email, name, section, settings, accommodation }] of students.entries()) {
    await createPerson(db, { id, email, name, passwordHash, createdAt: at });
    const { version, examDate, daysOff, weights, ...chosen } = settings;
    await db.studySettings.update({
      where: { userId_version: { userId: id, version } },
      data: {
        ...chosen,
        daysOff: [...daysOff],
        weights: [...weights],
        examDate: examDate === null ? null : new Date(`${examDate}T00:00:00Z`),
      },
    });
    await joinClass(
      db,
      { classId, userId: id },
      {
        role: "student",
        sectionId: sections.get(section) ?? null,
        studentNumber: String(1_001 + index),
        joinedAt: at,
      },
    );
    await db.member.update({
      where: { userId_classId: { userId: id, classId } },
      data: { ...(accommodation ?? {}), sharesStudy: index % 6 !== 5 },
    });
  }
}
