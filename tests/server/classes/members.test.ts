import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import type { ClassRole } from "@/lib/domain/access/class-access";
import { database } from "@/lib/server/db/client";
import { changeMember, leaveClass, removeFromClass } from "@/lib/server/services/change-member";
import { listClasses } from "@/lib/server/services/list-classes";
import { viewClass } from "@/lib/server/services/view-class";
import { viewRoster } from "@/lib/server/services/view-roster";
import { aClass, aStudent, join } from "@/tests/helpers/classes";
import { aPerson, START } from "@/tests/helpers/people";

const asRole = (classId: string, { id: userId }: Actor, role: ClassRole) => ({
  classId,
  userId,
  role,
  sectionId: null,
  studentNumber: null,
});

const instructorsOf = (classId: string) =>
  database().member.count({ where: { classId, role: "instructor", removedAt: null } });

test("an instructor makes a student an assistant", async () => {
  const { id, instructor } = await aClass();
  const student = await aStudent(id);
  await changeMember(instructor, asRole(id, student, "assistant"));
  const { members } = await viewRoster(instructor, id);
  expect(members.find(({ userId }) => userId === student.id)?.role).toBe("assistant");
});

test("the last instructor of a class cannot leave", async () => {
  const { id, instructor } = await aClass();
  await expect(leaveClass(instructor, { classId: id }, START)).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await instructorsOf(id)).toBe(1);
});

test("the last instructor of a class cannot become something else", async () => {
  const { id, instructor } = await aClass();
  const demotion = changeMember(instructor, asRole(id, instructor, "student"));
  await expect(demotion).rejects.toMatchObject({ code: "conflict" });
  expect(await instructorsOf(id)).toBe(1);
});

test("of two instructors who leave at once, one stays", async () => {
  const { id, instructor } = await aClass();
  const other = await aPerson({ role: "instructor" });
  await join(id, other, { role: "instructor" });
  const leavings = await Promise.allSettled(
    [instructor, other].map((one) => leaveClass(one, { classId: id }, START)),
  );
  expect(leavings.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await instructorsOf(id)).toBe(1);
});

test("no statement leaves a class without an instructor", async () => {
  const { id, instructor } = await aClass();
  for (const statement of [
    () =>
      database()
        .$executeRaw`update "Member" set role = 'student' where "userId" = ${instructor.id}::uuid`,
    () => database().$executeRaw`delete from "Member" where "userId" = ${instructor.id}::uuid`,
  ]) {
    await expect(statement()).rejects.toThrow(/keeps an instructor/);
  }
  expect(await instructorsOf(id)).toBe(1);
});

test("the account of a last instructor can be deleted", async () => {
  const { id, instructor } = await aClass();
  await database().user.delete({ where: { id: instructor.id } });
  expect(await instructorsOf(id)).toBe(0);
});

test("an admin appoints an instructor of a class that has none left", async () => {
  const { id, instructor } = await aClass();
  const assistant = await aPerson();
  await join(id, assistant, { role: "assistant" });
  await database().user.delete({ where: { id: instructor.id } });
  await changeMember(await aPerson({ role: "admin" }), asRole(id, assistant, "instructor"));
  expect(await instructorsOf(id)).toBe(1);
});

test("a person who was removed is in the class no more, and their attempts stay", async () => {
  const { id, instructor } = await aClass();
  const student = await aStudent(id);
  await removeFromClass(instructor, { classId: id, userId: student.id }, START);
  expect((await listClasses(student)).classes).toEqual([]);
  expect(await database().member.findFirst({ where: { userId: student.id } })).toMatchObject({
    removedAt: START,
  });
});

test.each(["student", "assistant"] as const)("a %s changes nobody's role", async (role) => {
  const { id } = await aClass();
  const person = await aPerson();
  await join(id, person, { role });
  await expect(changeMember(person, asRole(id, person, "instructor"))).rejects.toMatchObject({
    code: "not-found",
  });
});

test("an instructor of another class finds neither the class nor its people", async () => {
  const { id } = await aClass();
  const student = await aStudent(id);
  const { instructor: stranger } = await aClass();
  for (const refused of [
    () => viewClass(stranger, id),
    () => viewRoster(stranger, id),
    () => changeMember(stranger, asRole(id, student, "assistant")),
    () => removeFromClass(stranger, { classId: id, userId: student.id }, START),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "not-found" });
  }
});

test("nobody is moved into a section of another class", async () => {
  const { id, instructor } = await aClass();
  const { id: otherId } = await aClass();
  const section = await database().section.create({
    data: { id: randomUUID(), classId: otherId, name: "A" },
  });
  const student = await aStudent(id);
  const move = { ...asRole(id, student, "student"), sectionId: section.id };
  await expect(changeMember(instructor, move)).rejects.toMatchObject({ code: "not-found" });
});

test.each(["not-a-uuid", randomUUID()])("there is no class %s", async (id) => {
  await expect(viewClass(await aPerson({ role: "admin" }), id)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("a student sees who teaches, and neither the code nor other students", async () => {
  const { id } = await aClass();
  const student = await aStudent(id, { timeMultiplier: 1.5 });
  await aStudent(id);
  const view = await viewClass(student, id);
  expect(view).toMatchObject({
    doors: null,
    maySeeStudents: false,
    staff: [{ name: "Ada", role: "instructor" }],
    own: { accommodation: { timeMultiplier: 1.5, extraDays: 0, extraAttempts: 0 } },
  });
  await expect(viewRoster(student, id)).rejects.toMatchObject({ code: "not-found" });
});
