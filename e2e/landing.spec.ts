import { expect, test } from "./support/journey";

test("a visitor's kubectl line is graded before anything is asked of them", async ({ page }) => {
  await page.goto("/");
  const task = await page.getByText("Scale the Deployment").innerText();
  const [, name, namespace, replicas] =
    /Deployment (\S+) in namespace (\S+) to (\d+) replicas/.exec(task) ?? [];
  const field = page.getByRole("textbox");
  await field.fill(`kubectl scale deployment ${name} --replicas=${replicas}`);
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "Not right" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Findings" })).toContainText("namespace");

  await field.fill(`kubectl -n ${namespace} scale deploy/${name} --replicas ${replicas}`);
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "Right", exact: true })).toBeVisible();
});

test("a visitor starts studying as a guest with one press", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Start studying" }).press("Enter");
  await expect(page).toHaveURL("/study");
  await expect(page.getByRole("button", { name: "Check" })).toBeVisible();
});

test("a chosen theme is there from the first byte", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /Change to Light/ }).click();
  await page.getByRole("button", { name: /Change to Dark/ }).click();
  const html = await (await page.request.get("/")).text();
  expect(html).toMatch(/<html[^>]*data-theme="dark"/);
});
