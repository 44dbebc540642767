import { ANSWERS, SESSIONS, transact } from "@/components/offline/device-database";

/** As public/sw.js names its caches of pages. */
const PAGES = "reconcile-pages-";

/** Pages and questions of whoever was signed in; what waits to be sent stays for its owner. */
export async function forgetSessions(): Promise<void> {
  await quietly(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
    await Promise.all(names.map((name) => caches.delete(name)));
  });
  await quietly(() => transact(SESSIONS, "readwrite", (store) => store.clear()));
}

/** Everything, answers that were not sent included. */
export async function forgetDevice(): Promise<void> {
  await forgetSessions();
  await quietly(() => transact(ANSWERS, "readwrite", (store) => store.clear()));
}

/** A browser that keeps nothing has nothing to forget. */
async function quietly(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // See above.
  }
}
