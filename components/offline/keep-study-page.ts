type StudyPage = {
  build: string;
  address: string;
  /** Loads what the page's session may still open. */
  loadScreens: () => Promise<unknown>;
};

/**
 * Has the service worker keep the study page as it is at this address, with all that it
 * may still load: what opens only when it is wanted could not be fetched offline.
 */
export async function keepStudyPage({ build, address, loadScreens }: StudyPage): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(`/sw.js?build=${build}`);
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) return;
  await Promise.all([isActive(worker), loadScreens()]);
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

const loadedFiles = (): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname, search }) => pathname + search);
