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

  // What a session leaves on the device, once all of it is there.
  await page.goto(`/study?bank=${BANK}`);
  await expect
    .poll(async () => (await page.evaluate(keptSessions)).split('"ticket"').length - 1)
    .toBe(count);
  await expect.poll(async () => (await page.evaluate(keptPages, 1)).length).toBeGreaterThan(0);
  search("IndexedDB", await page.evaluate(keptSessions));
  for (const [address, text] of await page.evaluate(keptPages, 0)) {
    search(`${address} (kept)`, text);
    expect(new URL(address).pathname).toMatch(/^\/(study|offline|_next\/static\/.*)$/);
  }

  test.info().annotations.push({ type: "searched", description: `${bytes} characters` });
  expect(bytes).toBeGreaterThan(100_000);
  expect(leaks.filter((leak) => !leak.includes(`text=${CANARY}`))).toEqual([]);
});

/** All stores of the product's database, as JSON. */
const keptSessions = () =>
  new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open("reconcile");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames];
      const transaction = opening.result.transaction(names);
      const all = names.map((name) => transaction.objectStore(name).getAll());
      transaction.onabort = reject;
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(JSON.stringify(all.map(({ result }) => result as unknown)));
      };
    };
  });

/** Addresses and texts of everything in the service worker's caches; only study pages when asked so. */
async function keptPages(onlyStudy: number): Promise<[string, string][]> {
  const kept: [string, string][] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (onlyStudy === 1 && new URL(request.url).pathname !== "/study") continue;
      const response = await cache.match(request, { ignoreVary: true });
      if (response) kept.push([request.url, await response.text()]);
    }
  }
  return kept;
}

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
