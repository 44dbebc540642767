import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import type { QueueResponse } from "@/lib/domain/study/queue-contract";
import { CANARY, CANARY_NUMBERS, canaryQuestions } from "@/tests/helpers/canary-questions";

import { expect, test } from "./support/journey";
import { plantBank } from "./support/planted-bank";

const BANK = "canaries";
const SECRETS = [CANARY, ...CANARY_NUMBERS];

const leaksIn = (text: string) => SECRETS.filter((secret) => text.includes(secret));

test("no answer key reaches a browser before the answer does", async ({ page, guest: _guest }) => {
  await plantBank({ id: BANK, title: "Canaries", questions: canaryQuestions() });
  const count = canaryQuestions().length;
  const queue = async () => {
    const response = await page.request.post("/api/v1/study/queue", {
      data: { limit: 50, banks: [BANK] },
    });
    return response.text();
  };
  await expect
    .poll(async () => (JSON.parse(await queue()) as QueueResponse).items.length)
    .toBe(count);

  let bytes = 0;
  const leaks: string[] = [];
  const search = (where: string, text: string) => {
    bytes += text.length;
    leaks.push(...leaksIn(text).map((secret) => `${secret} in ${where}`));
  };
  // Everything that pages load by themselves: documents, RSC payloads, JSON, scripts.
  page.on("response", (response) => {
    void response.text().then(
      (text) => {
        search(response.url(), text);
      },
      () => undefined,
    );
  });

  search("the queue", await queue());
  const paths = [
    `/study?bank=${BANK}`,
    "/today",
    "/banks",
    `/banks/${BANK}`,
    `/banks?text=${CANARY}`,
    ...canaryQuestions().map(({ id }) => `/banks/${id}`),
  ];
  for (const path of paths) {
    await page.goto(path, { waitUntil: "networkidle" });
    const rsc = await page.request.get(path, { headers: { rsc: "1" } });
    search(`${path} (RSC)`, (await rsc.text()).replaceAll(`text=${CANARY}`, ""));
  }
  for (const [name, text] of await clientFiles()) search(name, text);

  test.info().annotations.push({ type: "searched", description: `${bytes} characters` });
  expect(bytes).toBeGreaterThan(100_000);
  expect(leaks.filter((leak) => !leak.includes(`text=${CANARY}`))).toEqual([]);
});

/** What the build hands to browsers, source maps included, if there are any. */
async function clientFiles(): Promise<[string, string][]> {
  const folder = join(process.env["RECONCILE_DIST_DIR"] ?? ".next", "static");
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => /\.(js|map|css|json)$/.test(name));
  return Promise.all(
    files.map(async (name): Promise<[string, string]> => [
      name,
      await readFile(join(folder, name), "utf8"),
    ]),
  );
}
