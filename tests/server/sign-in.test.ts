import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";

import { database } from "@/lib/server/db/client";
import { findSessionPerson } from "@/lib/server/db/people";
import { administerPerson } from "@/lib/server/services/administer-person";
import { changePassword } from "@/lib/server/services/change-password";
import { signInWithPassword } from "@/lib/server/services/sign-in";
import { anEmail, aPerson, START } from "@/tests/helpers/people";

const password = "a long enough phrase";
const address = () => randomUUID();

describe("signing in", () => {
  test("gives the person and the generation of their sessions", async () => {
    const { id, email } = await aPerson({ password });
    const claims = await signInWithPassword({ email, password, address: address() });
    expect(claims).toEqual({ userId: id, sessionVersion: 0 });
  });

  test("says the same of an unknown email, a wrong password and a disabled account", async () => {
    const known = await aPerson({ password });
    const disabled = await aPerson({ password });
    await administerPerson({ email: disabled.email, disabled: true }, START);

    const tries = [
      { email: anEmail(), password },
      { email: known.email, password: "another phrase" },
      { email: disabled.email, password },
    ];
    for (const one of tries) {
      expect(await signInWithPassword({ ...one, address: address() })).toBeNull();
    }
  });

  test("is refused after ten wrong tries at one account, even with the right password", async () => {
    const { email } = await aPerson({ password });
    for (let wrong = 0; wrong < 10; wrong++) {
      expect(await signInWithPassword({ email, password: "no", address: address() })).toBeNull();
    }
    const refused = signInWithPassword({ email, password, address: address() });
    await expect(refused).rejects.toMatchObject({ code: "throttled" });
  });

  test("is refused in the same way for an email nobody has", async () => {
    const email = anEmail();
    for (let wrong = 0; wrong < 10; wrong++) {
      await signInWithPassword({ email, password, address: address() });
    }
    const refused = signInWithPassword({ email, password, address: address() });
    await expect(refused).rejects.toMatchObject({ code: "throttled" });
  });

  test("lets no more than ten of forty tries at once through", async () => {
    const { email } = await aPerson({ password });
    const tries = Array.from({ length: 40 }, () =>
      signInWithPassword({ email, password: "no", address: address() }),
    );
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  });

  test("by hundreds behind one address is refused to nobody", async () => {
    const { email } = await aPerson({ password });
    const oneAddress = address();
    for (let turn = 0; turn < 410; turn++) {
      const claims = await signInWithPassword({ email, password, address: oneAddress });
      expect(claims).not.toBeNull();
    }
  });

  test("forgets the wrong tries after a right one", async () => {
    const { email } = await aPerson({ password });
    for (let round = 0; round < 3; round++) {
      for (let wrong = 0; wrong < 5; wrong++) {
        await signInWithPassword({ email, password: "no", address: address() });
      }
      const claims = await signInWithPassword({ email, password, address: address() });
      expect(claims).not.toBeNull();
    }
  });
});

describe("a session ends at the next request", () => {
  const session = async () => {
    const person = await aPerson({ password });
    return { person, claims: { userId: person.id, sessionVersion: 0 } };
  };

  test("when the password changes", async () => {
    const { person, claims } = await session();
    expect(await findSessionPerson(claims)).not.toBeNull();
    await changePassword(person, { currentPassword: password, newPassword: "a newer long phrase" });
    expect(await findSessionPerson(claims)).toBeNull();
  });

  test("when the account is disabled, and stays ended when it is enabled again", async () => {
    const { person, claims } = await session();
    await administerPerson({ email: person.email, disabled: true }, START);
    expect(await findSessionPerson(claims)).toBeNull();
    await administerPerson({ email: person.email, disabled: false }, START);
    expect(await findSessionPerson(claims)).toBeNull();
  });

  test("when the account is gone", async () => {
    const { person, claims } = await session();
    await database().user.delete({ where: { id: person.id } });
    expect(await findSessionPerson(claims)).toBeNull();
  });

  test("but a new role acts without ending it", async () => {
    const { person, claims } = await session();
    await administerPerson({ email: person.email, role: "instructor" }, START);
    expect(await findSessionPerson(claims)).toMatchObject({ role: "instructor" });
  });
});
