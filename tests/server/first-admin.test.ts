import { expect, test } from "vitest";

import { database } from "@/lib/server/db/client";
import { becomeFirstAdmin, issueFirstAdminToken } from "@/lib/server/services/first-admin";
import { aGuest, aPerson, START } from "@/tests/helpers/people";

/** As on a new server: one that has an admin keeps one. */
const withoutAdmins = () =>
  database().$transaction([
    database().$executeRaw`set local session_replication_role = replica`,
    database().$executeRaw`update "User" set role = 'learner' where role = 'admin'`,
  ]);

const aToken = async () => {
  await withoutAdmins();
  const token = await issueFirstAdminToken(START);
  if (!token) throw new Error("there is an admin already");
  return token;
};

test("of two people who open the link at once, one becomes the admin", async () => {
  const token = await aToken();
  const people = await Promise.all([aPerson(), aPerson()]);
  const outcomes = await Promise.allSettled(
    people.map((person) => becomeFirstAdmin(person, { token }, START)),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await database().user.count({ where: { role: "admin" } })).toBe(1);
});

test("a newer link replaces the older one", async () => {
  const older = await aToken();
  await aToken();
  const person = await aPerson();
  await expect(becomeFirstAdmin(person, { token: older }, START)).rejects.toMatchObject({
    code: "not-found",
  });
});

test("there is no link once there is an admin", async () => {
  await aPerson({ role: "admin" });
  expect(await issueFirstAdminToken(START)).toBeNull();
});

test("a guest has to sign up before using the link", async () => {
  const token = await aToken();
  const guest = await aGuest();
  await expect(becomeFirstAdmin(guest, { token }, START)).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a made-up link does nothing", async () => {
  await aToken();
  const person = await aPerson();
  await expect(becomeFirstAdmin(person, { token: "made up" }, START)).rejects.toMatchObject({
    code: "not-found",
  });
});
