import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { database } from "@/lib/server/db/client";
import { signInWithPassword } from "@/lib/server/services/sign-in";
import { signInWithIdentity } from "@/lib/server/services/sign-in-with-identity";
import { signUp } from "@/lib/server/services/sign-up";
import { aGuest, anEmail, aPerson, START } from "@/tests/helpers/people";

const anAccount = () => ({
  name: "Kim",
  email: anEmail(),
  password: "a long enough phrase",
  address: randomUUID(),
});

test("a visitor who signs up can sign in", async () => {
  const account = anAccount();
  const { userId } = await signUp(null, account, START);
  const claims = await signInWithPassword({ ...account, address: randomUUID() });
  expect(claims?.userId).toBe(userId);
});

test("a guest who signs up stays the same person", async () => {
  const guest = await aGuest();
  const { userId } = await signUp(guest, anAccount(), START);
  expect(userId).toBe(guest.id);
});

test("an email has one account, however many sign up with it at once", async () => {
  const account = anAccount();
  const tries = Array.from({ length: 5 }, () => signUp(null, account, START));
  const outcomes = await Promise.allSettled(tries);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await database().user.count({ where: { email: account.email } })).toBe(1);
});

test("a taken email is refused by its field, and the guest stays a guest", async () => {
  const { email } = await aPerson();
  const guest = await aGuest();
  await expect(signUp(guest, { ...anAccount(), email }, START)).rejects.toMatchObject({
    code: "conflict",
    fields: { email: [expect.stringContaining("Sign in instead")] },
  });
  const row = await database().user.findUniqueOrThrow({ where: { id: guest.id } });
  expect(row.email).toBeNull();
});

test("a password that is guessed first is refused", async () => {
  const account = { ...anAccount(), password: "Password123" };
  await expect(signUp(null, account, START)).rejects.toMatchObject({
    code: "invalid",
    fields: { password: [expect.any(String)] },
  });
});

test("someone who is signed in cannot sign up again", async () => {
  const person = await aPerson();
  await expect(signUp(person, anAccount(), START)).rejects.toMatchObject({ code: "conflict" });
});

const anIdentity = () => ({
  provider: "github",
  providerAccountId: randomUUID(),
  verifiedEmail: anEmail(),
  name: "Kim",
});

test("the first sign-in with a provider turns a guest into the account, the next finds it", async () => {
  const guest = await aGuest();
  const identity = anIdentity();
  const first = await signInWithIdentity(guest, identity, START);
  const next = await signInWithIdentity(null, identity, START);
  expect([first?.userId, next?.userId]).toEqual([guest.id, guest.id]);
});

test("a provider's email never opens an account that somebody else may have prepared", async () => {
  const { email } = await aPerson();
  const claims = await signInWithIdentity(null, { ...anIdentity(), verifiedEmail: email }, START);
  expect(claims).toBeNull();
});

test("a provider that vouches for no email signs nobody in", async () => {
  const claims = await signInWithIdentity(null, { ...anIdentity(), verifiedEmail: null }, START);
  expect(claims).toBeNull();
});
