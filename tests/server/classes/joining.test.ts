import { expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { archiveClass, closeDoor, renewDoor } from "@/lib/server/services/change-class";
import { leaveClass } from "@/lib/server/services/change-member";
import { createClass } from "@/lib/server/services/create-class";
import { joinByCode, joinByLink } from "@/lib/server/services/join-class";
import { viewJoin } from "@/lib/server/services/view-join";
import { aGuest, aPerson, START } from "@/tests/helpers/people";

async function anOpenClass(name = "K8s") {
  const instructor = await aPerson({ role: "instructor" });
  const draft = { name, description: "", timeZone: "Europe/Berlin" };
  const { id } = await createClass(instructor, draft, START);
  return { id, instructor, ...(await doorsOf(id)) };
}

async function doorsOf(id: string) {
  const { joinCode, inviteToken } = await database().class.findUniqueOrThrow({ where: { id } });
  return { code: joinCode ?? "", token: inviteToken ?? "" };
}

const roleOf = async (classId: string, { id: userId }: Actor) =>
  (await database().member.findFirst({ where: { classId, userId, removedAt: null } }))?.role;

test.each(["instructor", "admin"] as const)("a person of role %s opens a class", async (role) => {
  const person = await aPerson({ role });
  const { id } = await createClass(
    person,
    { name: "K8s", description: "", timeZone: "UTC" },
    START,
  );
  expect(await roleOf(id, person)).toBe("instructor");
});

test("to a learner there is no way to open a class", async () => {
  const learner = await aPerson();
  const draft = { name: "K8s", description: "", timeZone: "UTC" };
  await expect(createClass(learner, draft, START)).rejects.toMatchObject({ code: "not-found" });
});

test("the code lets somebody in as a student, twice as once", async () => {
  const { id, code } = await anOpenClass();
  const learner = await aPerson();
  await joinByCode(learner, { code }, START);
  expect(await joinByCode(learner, { code }, START)).toEqual({ classId: id });
  expect(await roleOf(id, learner)).toBe("student");
});

test("the link lets somebody in as a student", async () => {
  const { id, token } = await anOpenClass();
  const learner = await aPerson();
  await joinByLink(learner, { token }, START);
  expect(await roleOf(id, learner)).toBe("student");
});

test("an instructor who opens their own link stays an instructor", async () => {
  const { id, instructor, token } = await anOpenClass();
  await joinByLink(instructor, { token }, START);
  expect(await roleOf(id, instructor)).toBe("instructor");
});

test("a guest has to sign up before joining", async () => {
  const { code, token } = await anOpenClass();
  const guest = await aGuest();
  for (const refused of [
    () => joinByCode(guest, { code }, START),
    () => joinByLink(guest, { token }, START),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("a code that was replaced lets nobody in any more", async () => {
  const { id, instructor, code } = await anOpenClass();
  await renewDoor(instructor, { classId: id, door: "code" });
  await expect(joinByCode(await aPerson(), { code }, START)).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await doorsOf(id)).code).not.toBe(code);
});

test("a link that was closed lets nobody in any more", async () => {
  const { id, instructor, token } = await anOpenClass();
  await closeDoor(instructor, { classId: id, door: "link" });
  await expect(joinByLink(await aPerson(), { token }, START)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("nobody joins an archived class", async () => {
  const { id, instructor, code, token } = await anOpenClass();
  await archiveClass(instructor, { classId: id }, START);
  for (const refused of [
    async () => joinByCode(await aPerson(), { code }, START),
    async () => joinByLink(await aPerson(), { token }, START),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "not-found" });
  }
});

test("after ten wrong codes somebody has to wait", async () => {
  const { code } = await anOpenClass();
  const learner = await aPerson();
  for (let tries = 0; tries < 10; tries++) {
    await expect(joinByCode(learner, { code: "CCCCCCCC" }, START)).rejects.toMatchObject({
      code: "not-found",
    });
  }
  await expect(joinByCode(learner, { code }, START)).rejects.toMatchObject({ code: "throttled" });
});

test("whoever left comes back with what was granted to them", async () => {
  const { id, code } = await anOpenClass();
  const learner = await aPerson();
  await joinByCode(learner, { code }, START);
  await database().member.updateMany({
    where: { classId: id, userId: learner.id },
    data: { timeMultiplier: 1.5 },
  });
  await leaveClass(learner, { classId: id }, START);
  await joinByCode(learner, { code }, START);
  expect(
    await database().member.findFirst({ where: { classId: id, userId: learner.id } }),
  ).toMatchObject({ removedAt: null, timeMultiplier: 1.5, role: "student" });
});

test("a visitor with the link sees which class it is", async () => {
  const { token } = await anOpenClass("Clusters");
  expect(await viewJoin(null, token)).toMatchObject({ className: "Clusters", state: "open" });
});

test("a link that was made up leads nowhere", async () => {
  await expect(viewJoin(null, "made-up")).rejects.toMatchObject({ code: "not-found" });
});
