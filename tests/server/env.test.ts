import { expect, test } from "vitest";

import { readEnv } from "@/lib/server/env";

const usable = {
  DATABASE_URL: "postgresql://reconcile:hunter2@db:5432/reconcile",
  NEXTAUTH_SECRET: "0123456789abcdef",
  NEXTAUTH_URL: "https://study.example",
};

const MAIL = { SMTP_URL: "smtps://user:hunter2@mail.example", MAIL_FROM: "r@study.example" };

test.each(["r@study.example", "Reconcile <r@study.example>", "Réconcile 1.0 <r@study.example>"])(
  "email may come from %s",
  (MAIL_FROM) => {
    expect(readEnv({ ...usable, ...MAIL, MAIL_FROM }).MAIL_FROM).toBe(MAIL_FROM);
  },
);

test("email that is not filled in is off", () => {
  expect(readEnv({ ...usable, SMTP_URL: "", MAIL_FROM: "" }).SMTP_URL).toBe(undefined);
});

test("what is not set gets its default", () => {
  expect(readEnv(usable)).toMatchObject({ DATABASE_POOL_MAX: 10, RECONCILE_TEST_CLOCK: "0" });
});

test.each([
  { fault: { DATABASE_URL: undefined }, name: "DATABASE_URL" },
  { fault: { DATABASE_URL: "mysql://db/reconcile" }, name: "DATABASE_URL" },
  { fault: { DATABASE_POOL_MAX: "none" }, name: "DATABASE_POOL_MAX" },
  { fault: { NEXTAUTH_SECRET: "short" }, name: "NEXTAUTH_SECRET" },
  { fault: { NEXTAUTH_URL: "study.example" }, name: "NEXTAUTH_URL" },
  { fault: { RECONCILE_TEST_CLOCK: "yes" }, name: "RECONCILE_TEST_CLOCK" },
  { fault: { GITHUB_CLIENT_ID: "id" }, name: "GITHUB_CLIENT_SECRET" },
  { fault: { GOOGLE_CLIENT_SECRET: "secret" }, name: "GOOGLE_CLIENT_SECRET" },
  { fault: { SMTP_URL: "https://mail.example" }, name: "SMTP_URL" },
  { fault: { SMTP_URL: "smtp://mail.example" }, name: "MAIL_FROM" },
  { fault: { MAIL_FROM: "reconcile@study.example" }, name: "MAIL_FROM" },
  { fault: { ...MAIL, MAIL_FROM: "Reconcile" }, name: "MAIL_FROM" },
  { fault: { ...MAIL, MAIL_FROM: "a@study.example\r\nBcc: b@study.example" }, name: "MAIL_FROM" },
])("$fault is refused by the name $name", ({ fault, name }) => {
  expect(() => readEnv({ ...usable, ...fault })).toThrow(`${name}: `);
});

test("a refusal does not repeat the values, which may be secrets", () => {
  const attempt = () => readEnv({ ...usable, DATABASE_URL: "mysql://user:hunter2@db/reconcile" });
  expect(attempt).toThrow(expect.not.stringContaining("hunter2") as string);
});
