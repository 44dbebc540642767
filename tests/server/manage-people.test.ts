import { expect, test } from "vitest";

import type { Actor } from "@/lib/domain/access/actor";
import { database } from "@/lib/server/db/client";
import { findSessionPerson } from "@/lib/server/db/people";
import {
  changeRole,
  disablePerson,
  enablePerson,
  listPeople,
} from "@/lib/server/services/manage-people";
import { aGuest, aPerson, START } from "@/tests/helpers/people";

const everybody = { text: "", role: null, disabled: false, page: 1 } as const;

/** Leaves just this one admin who can sign in. */
async function theOnlyAdmin(): Promise<Actor> {
  const admin = await aPerson({ role: "admin" });
  await database().user.updateMany({
    where: { role: "admin", id: { not: admin.id } },
    data: { role: "learner" },
  });
  return admin;
}

test("an admin finds people by a part of their name or address", async () => {
  const admin = await aPerson({ role: "admin" });
  const person = await aPerson({ name: "Quentin Quux" });
  for (const text of ["quux", person.email.slice(0, 20).toUpperCase()]) {
    const { people } = await listPeople(admin, { ...everybody, text });
    expect(people).toMatchObject([{ id: person.id }]);
  }
});

test("guests are not among the people", async () => {
  const admin = await aPerson({ role: "admin" });
  const guest = await aGuest();
  const { people } = await listPeople(admin, { ...everybody, text: "Guest" });
  expect(people.map(({ id }) => id)).not.toContain(guest.id);
});

test("a new role acts at the person's next request", async () => {
  const [admin, person] = [await aPerson({ role: "admin" }), await aPerson()];
  await changeRole(admin, { userId: person.id, role: "instructor" });
  expect(await findSessionPerson({ userId: person.id, sessionVersion: 0 })).toMatchObject({
    role: "instructor",
  });
});

test("a disabled person's sessions are over, and stay so when they are enabled", async () => {
  const [admin, person] = [await aPerson({ role: "admin" }), await aPerson()];
  await disablePerson(admin, { userId: person.id }, START);
  expect(await findSessionPerson({ userId: person.id, sessionVersion: 0 })).toBeNull();
  await enablePerson(admin, { userId: person.id });
  expect(await findSessionPerson({ userId: person.id, sessionVersion: 0 })).toBeNull();
  expect(await findSessionPerson({ userId: person.id, sessionVersion: 1 })).not.toBeNull();
});

test("the last admin cannot give up the role or be disabled", async () => {
  const admin = await theOnlyAdmin();
  for (const refused of [
    () => changeRole(admin, { userId: admin.id, role: "learner" }),
    () => disablePerson(admin, { userId: admin.id }, START),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "conflict" });
  }
});

test("of two last admins who demote each other at once, one stays", async () => {
  const admin = await theOnlyAdmin();
  const other = await aPerson({ role: "admin" });
  const outcomes = await Promise.allSettled([
    changeRole(admin, { userId: other.id, role: "learner" }),
    changeRole(other, { userId: admin.id, role: "learner" }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("no statement leaves the server without an admin", async () => {
  await theOnlyAdmin();
  for (const statement of [
    () => database().$executeRaw`update "User" set role = 'learner' where role = 'admin'`,
    () => database().$executeRaw`update "User" set "disabledAt" = now() where role = 'admin'`,
    () => database().$executeRaw`delete from "User" where role = 'admin'`,
  ]) {
    await expect(statement()).rejects.toThrow(/keeps an admin/);
  }
});

test.each(["learner", "instructor"] as const)(
  "to a person of role %s there are no people",
  async (role) => {
    const [actor, person] = [await aPerson({ role }), await aPerson()];
    for (const refused of [
      () => listPeople(actor, everybody),
      () => changeRole(actor, { userId: actor.id, role: "admin" }),
      () => disablePerson(actor, { userId: person.id }, START),
      () => enablePerson(actor, { userId: person.id }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: "not-found" });
    }
  },
);
