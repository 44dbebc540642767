import { expect, test } from "./support/journey";

test("anyone sees how kubectl reads a line, without signing in", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Try kubectl" }).click();
  const field = page.getByRole("textbox", { name: "A kubectl line, or several" });
  await field.fill("k create deployment shop --image=nginx --replicas=2 -n web");

  await expect(page.getByText("Creates Deployment shop in namespace web.")).toBeVisible();
  await expect(page.getByText("POST /apis/apps/v1/namespaces/web/deployments")).toBeVisible();
  await expect(page.getByRole("region", { name: "YAML" })).toContainText("replicas: 2");

  await field.fill("kubectl create deployment shop --imag=nginx");
  await expect(page.getByText("error: unknown flag: --imag")).toBeVisible();
});

test("Tab completes a command, and the address keeps the line", async ({ page }) => {
  await page.goto("/kubectl");
  const field = page.getByRole("textbox", { name: "A kubectl line, or several" });
  await expect(page.getByText("Creates Deployment web in namespace shop.")).toBeVisible();
  await field.fill("");
  await field.pressSequentially("kubectl descr");
  await expect(page.getByRole("listbox", { name: "Completions" })).toBeVisible();
  await field.press("Tab");
  await expect(field).toHaveValue("kubectl describe ");
  await field.pressSequentially("pod web");
  await field.press("Escape");
  await expect(page.getByText("Describes Pod web in namespace default.")).toBeVisible();

  await page.reload();
  await expect(field).toHaveValue("kubectl describe pod web");
});
