import type { Kind } from "@/lib/domain/questions/registry";

type StudyPage = {
  build: string;
  address: string;
  /** Of the session's questions. */
  kinds: readonly Kind[];
};

/**
 * Has the service worker keep the study page as it is at this address, with all that it
 * may still load: what opens only when it is wanted could not be fetched offline.
 */
export async function keepStudyPage({ build, address, kinds }: StudyPage): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(`/sw.js?build=${build}`);
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) return;
  await Promise.all([isActive(worker), loadScreens(kinds)]);
  worker.postMessage({ type: "keep", address, files: loadedFiles() });
}

const isActive = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve, reject) => {
    const check = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("Another build took over"));
    };
    worker.addEventListener("statechange", check);
    check();
  });

const loadScreens = (kinds: readonly Kind[]) =>
  Promise.all([
    kinds.includes("kubectl") ? import("@/lib/domain/kubectl/complete") : null,
    import("@/components/study/study-panel"),
    import("@/components/study/study-summary"),
    import("@/components/study/lesson-screen"),
    import("@/components/reports/report-dialog"),
    import("@/components/offline/settled-answers"),
  ]);

const loadedFiles = (): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname, search }) => pathname + search);
