import { randomUUID } from "node:crypto";

import { expect, test } from "./support/journey";
import { aPerson, signIn, sql, type TestPerson } from "./support/people";

const tell = (person: TestPerson, title: string) =>
  sql(
    `insert into "Notice" ("userId", id, kind, key, facts, link, "createdAt")
     values ($1, $2, 'released', $3, $4, '/classes', now())`,
    [person.id, randomUUID(), `released ${randomUUID()}`, { title, className: "K8s" }],
  );

test("notices are counted, read one by one and all at once", async ({ page }) => {
  const person = await aPerson();
  await signIn(page.context().request, person);
  for (const title of ["Pods", "Services", "Ingress"]) await tell(person, title);

  await page.goto("/notices");
  await expect(page.getByRole("link", { name: "Notices, 3 unread" })).toBeVisible();
  await page.getByRole("button", { name: /^Mark as read: .*Pods/ }).click();
  await expect(page.getByRole("link", { name: "Notices, 2 unread" })).toBeVisible();
  await page.getByRole("link", { name: /results of “Services”/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Classes" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Notices, 1 unread" })).toBeVisible();
  await page.getByRole("link", { name: "Notices, 1 unread" }).click();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Mark/ })).toHaveCount(0);
});

test("what to be told is chosen in the settings and kept", async ({ page }) => {
  await signIn(page.context().request, await aPerson());
  await page.goto("/settings#notices");
  const released = page.getByRole("checkbox", { name: "Results are released: in the app" });
  const byEmail = page.getByRole("checkbox", { name: "Results are released: by email" });
  await expect(released).toBeChecked();
  await released.uncheck();
  await byEmail.check();
  const section = page.getByRole("region", { name: "Notices" });
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(released).not.toBeChecked();
  await expect(byEmail).toBeChecked();
});
