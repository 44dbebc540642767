/**
 * What this browser keeps of a learner's study: answers on their way, and the questions
 * of sessions that were begun. IndexedDB, wrapped once; every call is a transaction.
 */
const NAME = "reconcile";
const VERSION = 1;

export const ANSWERS = "answers";
export const SESSIONS = "sessions";
type StoreName = typeof ANSWERS | typeof SESSIONS;

let opened: Promise<IDBDatabase> | null = null;

/** Rejects where the browser keeps nothing, as some private windows do. */
export async function transact<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  opened ??= open();
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => {
      resolve(request.result);
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error("The transaction was aborted"));
    };
  });
}

/** Changes one entry in one step, so that no other change comes in between. Returns what is stored then; undefined when there is no entry. */
export async function update<T>(
  name: StoreName,
  key: IDBValidKey,
  change: (entry: T) => T,
): Promise<T | undefined> {
  let result: T | undefined;
  await transact(name, "readwrite", (store) => {
    const request = store.get(key) as IDBRequest<T | undefined>;
    request.onsuccess = () => {
      if (request.result === undefined) return;
      result = change(request.result);
      store.put(result);
    };
    return request;
  });
  return result;
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ANSWERS, { keyPath: "id" }).createIndex("userId", "userId");
    request.result.createObjectStore(SESSIONS, { keyPath: ["userId", "address"] });
  };
  return new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => {
      const database = request.result;
      // A newer tab may have to change the stores; the next call opens them again.
      database.onversionchange = () => {
        database.close();
        opened = null;
      };
      database.onclose = () => {
        opened = null;
      };
      resolve(database);
    };
    request.onerror = () => {
      opened = null;
      reject(request.error ?? new Error("The database did not open"));
    };
  });
}
