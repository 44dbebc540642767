/**
 * Lets a study session that was begun go on without a connection. Kept are, by the build
 * that made them: static files, a page that says "offline", and the study pages of
 * sessions that were begun, whole answers with their headers, so that the policy's nonce
 * and the markup's stay the same. Never kept: answers of the API and all other pages.
 */
const BUILD = new URL(self.location.href).searchParams.get("build") ?? "unknown";
const PREFIX = "reconcile-";
const FILES = `${PREFIX}files-${BUILD}`;
/** components/offline/forget-device.ts empties these at sign-out. */
const PAGES = `${PREFIX}pages-${BUILD}`;
const OFFLINE_PAGE = "/offline";
const MOST_PAGES = 5;
const STATIC_FILE = /\/_next\/static\/[^"'\\\s)<>?]+/g;

/** Files of a development build change under the same name. */
const isLasting = BUILD !== "development";
/** Next lets answers vary by headers of its own, which a page opened by hand does not send. */
const MATCH = { ignoreVary: true };
const HTML = { accept: "text/html" };
/** A page for later: without the questions that are due now, which are answered by then. */
const FOR_LATER = { ...HTML, "x-kept-page": "1" };

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(event, url));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(openFile(request));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keepStudyPage(event.data).catch(notNow));
});

async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== FILES && name !== PAGES);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** Network first: what is kept is for when there is none. */
async function openPage(event, url) {
  const isStudy = url.pathname === "/study";
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (isStudy) event.waitUntil(noteStudyPage(response));
    return response;
  } catch {
    return (isStudy && (await findStudyPage(url))) || (await offlinePage());
  }
}

/** A page that sends elsewhere, to sign in for example, says that what is kept is nobody's now. */
async function noteStudyPage(response) {
  if (response.type === "opaqueredirect" || response.redirected) await caches.delete(PAGES);
}

async function findStudyPage(url) {
  const pages = await caches.open(PAGES);
  const page = await pages.match(url.href, MATCH);
  if (page) return page;
  const [last] = (await pages.keys()).reverse();
  return last && Response.redirect(last.url, 302);
}

async function offlinePage() {
  const page = await caches.match(OFFLINE_PAGE, MATCH);
  return page ?? Response.error();
}

/** The last one begun is the last of the keys; only a few are kept. */
async function putPage(address, response) {
  const pages = await caches.open(PAGES);
  await pages.delete(address, MATCH);
  await pages.put(address, response);
  const keys = await pages.keys();
  await Promise.all(keys.slice(0, -MOST_PAGES).map((key) => pages.delete(key, MATCH)));
}

async function openFile(request) {
  const files = await caches.open(FILES);
  if (isLasting) {
    const kept = await files.match(request, MATCH);
    if (kept) return kept;
  }
  try {
    const response = await fetch(request);
    if (response.ok) await files.put(request, response.clone());
    return response;
  } catch (error) {
    const kept = await files.match(request, MATCH);
    if (kept) return kept;
    throw error;
  }
}

/** `files` are those that the page has loaded besides the ones its markup names. */
async function keepStudyPage({ address, files }) {
  const url = new URL(address, self.location.origin);
  if (url.pathname !== "/study") return;
  const response = await fetch(url, { redirect: "manual", headers: FOR_LATER });
  if (!isPage(response)) return;
  const named = await filesNamedBy(response.clone());
  await keepFiles([...named, ...files.filter((file) => file.startsWith("/_next/static/"))]);
  await putPage(url.href, response);
}

async function keepOfflinePage() {
  const response = await fetch(OFFLINE_PAGE, { headers: HTML });
  if (!isPage(response)) throw new Error("The offline page did not come");
  await keepFiles(await filesNamedBy(response.clone()));
  const files = await caches.open(FILES);
  await files.put(OFFLINE_PAGE, response);
}

const filesNamedBy = async (page) => (await page.text()).match(STATIC_FILE) ?? [];

async function keepFiles(paths) {
  const files = await caches.open(FILES);
  for (const path of new Set(paths)) {
    if (isLasting && (await files.match(path, MATCH))) continue;
    const response = await fetch(path);
    if (response.ok) await files.put(path, response);
  }
}

/** Without a connection nothing more is kept; the next visit tries again. */
const notNow = () => undefined;

const isPage = (response) =>
  response.ok &&
  !response.redirected &&
  (response.headers.get("content-type") ?? "").startsWith("text/html");
