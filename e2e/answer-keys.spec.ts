import type { QueueResponse } from "@/lib/domain/study/queue-contract";
import { CANARY, CANARY_NUMBERS, canaryQuestions } from "@/tests/helpers/canary-questions";

import { expect, test } from "./support/journey";
import { LeakSearch } from "./support/leak-search";
import { plantBank } from "./support/planted-bank";

const BANK = "canaries";

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

  const found = new LeakSearch([CANARY, ...CANARY_NUMBERS]);
  found.listen(page);

  found.search("the queue", await queue());
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
    found.search(`${path} (RSC)`, (await rsc.text()).replaceAll(`text=${CANARY}`, ""));
  }
  await found.searchClientFiles();

  // What a session leaves on the device, once all of it is there.
  await page.goto(`/study?bank=${BANK}`);
  await expect
    .poll(async () => (await page.evaluate(keptSessions)).split('"ticket"').length - 1)
    .toBe(count);
  await expect.poll(async () => (await page.evaluate(keptPages, 1)).length).toBeGreaterThan(0);
  found.search("IndexedDB", await page.evaluate(keptSessions));
  for (const [address, text] of await page.evaluate(keptPages, 0)) {
    found.search(`${address} (kept)`, text);
    expect(new URL(address).pathname).toMatch(/^\/(study|offline|_next\/static\/.*)$/);
  }

  test.info().annotations.push({ type: "searched", description: `${found.size} characters` });
  expect(found.size).toBeGreaterThan(100_000);
  expect(found.leaks.filter((leak) => !leak.includes(`text=${CANARY}`))).toEqual([]);
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
