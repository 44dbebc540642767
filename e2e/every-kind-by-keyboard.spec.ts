import type { Page } from "@playwright/test";

import { expect, openJourney, promptOf, test } from "./support/journey";

type Keys = (page: Page) => Promise<void>;

/** The digit that stands beside an option; it changes with the shuffle. */
async function digitOf(page: Page, role: "radio" | "checkbox" | "button", name: string) {
  const options = await page.getByRole(role).all();
  const names = await Promise.all(options.map((option) => option.evaluate(nameOf)));
  const listed = names.filter((text) => /\d$/.test(text));
  const own = listed.find((text) => text.includes(name));
  const digit = own?.slice(-1);
  if (!digit) throw new Error(`No option ${name} among ${listed.join(", ")}`);
  return digit;
}

const nameOf = (element: Element) =>
  ((element as HTMLInputElement).labels?.[0] ?? element).textContent.trim();

const press =
  (role: "radio" | "checkbox" | "button", ...names: string[]): Keys =>
  async (page) => {
    const digits: string[] = [];
    for (const name of names) digits.push(await digitOf(page, role, name));
    for (const digit of digits) await page.keyboard.press(digit);
    await page.keyboard.press("Enter");
  };

const type =
  (text: string, send = "Enter"): Keys =>
  async (page) => {
    await page.keyboard.type(text);
    await page.keyboard.press(send);
  };

/** In a closed list typing begins the name of a choice. */
const choose =
  (...wanted: (readonly [row: string, choice: string])[]): Keys =>
  async (page) => {
    const lists = page.getByRole("combobox");
    for (let index = 0; index < (await lists.count()); index++) {
      const list = lists.nth(index);
      await expect(list).toBeFocused();
      const row = await page
        .getByRole("list", { name: /^Journey/ })
        .getByRole("listitem")
        .nth(index)
        .innerText();
      const choice = wanted.find(([name]) => row.includes(name))?.[1] ?? "";
      const options = await list.getByRole("option").allInnerTexts();
      const digit = options.find((text) => text.includes(choice))?.charAt(0) ?? "";
      await page.keyboard.type(digit);
      if (index < (await lists.count()) - 1) await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Control+Enter");
  };

type Case = { right: Keys; wrong: Keys; wrongVerdict?: RegExp };

const CASES: Record<string, Case> = {
  "which component stores": {
    right: press("radio", "etcd stores it"),
    wrong: press("radio", "kubelet stores it"),
  },
  "which of these run": {
    right: press("checkbox", "kubelet runs there", "a container runtime"),
    wrong: press("checkbox", "kube-scheduler runs there"),
  },
  "a Pod may span": {
    right: async (page) => {
      await page.keyboard.press("f");
      await press("radio", "A Pod is bound")(page);
    },
    wrong: async (page) => {
      await page.keyboard.press("t");
      await press("radio", "Pods have no nodes")(page);
    },
  },
  "match each object": {
    right: choose(["ConfigMap", "plain settings"], ["Secret", "passwords"]),
    wrong: choose(["ConfigMap", "running containers"], ["Secret", "running containers"]),
  },
  "put these in the order": {
    right: press("button", "First:", "Second:", "Third:"),
    wrong: press("button", "Third:", "Second:", "First:"),
  },
  "which word names": { right: type("kubelet"), wrong: type("kube-proxy") },
  "on which port": { right: type("6443"), wrong: type("80") },
  "complete the manifest": { right: type("Pod"), wrong: type("Deployment") },
  "scale the Deployment": {
    right: type("kubectl scale deployment web --replicas=4"),
    wrong: type("kubectl scale deployment web --replicas=3"),
  },
  "in your own words": {
    right: type("It compares the desired state with the actual one.", "Control+Enter"),
    wrong: async (page) => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("d");
    },
    wrongVerdict: /Here is the answer/,
  },
};

const OWN_MARK = /mark it yourself/;

async function answerAll(page: Page, way: "right" | "wrong") {
  let left = Object.keys(CASES).length;
  while (left-- > 0) {
    const prompt = (await promptOf(page).innerText()).trim();
    const [name, keys] = Object.entries(CASES).find(([start]) => prompt.includes(start)) ?? [];
    if (!name || !keys) throw new Error(`No keys for ${prompt}`);
    await test.step(`${way}: ${name}`, async () => {
      await keys[way](page);
      const open = name === "in your own words";
      const words =
        way === "right" ? (open ? OWN_MARK : /^Right/) : (keys.wrongVerdict ?? /Not right/);
      await expect(page.getByRole("heading", { level: 2, name: words })).toBeFocused();
      await expect(page.getByText("This is explained here.")).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(page.getByText("This is explained here.")).toBeHidden();
    });
  }
}

for (const way of ["right", "wrong"] as const) {
  test(`a guest gets one question of each kind ${way}, by keyboard only`, async ({
    page,
    guest: _guest,
  }) => {
    await openJourney(page);
    await answerAll(page, way);
    await expect(page.getByRole("heading", { name: "Done for now" })).toBeFocused();
    const right = way === "right" ? 9 : 0;
    await expect(page.getByText(`10 answered, ${right} right.`)).toBeVisible();
  });
}
