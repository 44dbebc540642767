import { randomUUID } from "node:crypto";
import pg from "pg";

import { hashPassword } from "@/lib/server/auth/password";

import { expect, test } from "./support/journey";

const PASSWORD = "carriage wednesday lantern";

async function aPerson(): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  const id = randomUUID();
  await client.query(
    `insert into "User" (id, email, name, "passwordHash", "createdAt") values ($1, $2, 'Kim', $3, now())`,
    [id, email, await hashPassword(PASSWORD)],
  );
  await client.query(
    `insert into "StudySettings" ("userId", version, "createdAt") values ($1, 1, now())`,
    [id],
  );
  await client.end();
  return email;
}

test("a visitor who opens a private page signs in and comes back to it", async ({ page }) => {
  const email = await aPerson();
  await page.goto("/banks/kubectl");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "kubectl" })).toBeVisible();
});

for (const path of ["/today", "/study", "/banks", "/settings"]) {
  test(`${path} asks a visitor to sign in`, async ({ page }) => {
    await page.goto(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
  });
}

test.describe("a wrong password", () => {
  test.use({ expectedErrors: [/401/] });

  test("is told in the same words as an unknown email", async ({ page }) => {
    const known = await aPerson();
    for (const email of [known, `${randomUUID()}@example.org`]) {
      await page.goto("/sign-in");
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Password").fill("not the password");
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page.getByText("Email or password is wrong.")).toBeVisible();
      await expect(page.getByLabel("Email")).toHaveValue(email);
    }
  });
});
