import type { Unsaved } from "@/lib/domain/quizzes/answer-sync";

/**
 * Answers of one attempt that the server does not have yet, kept on this device so that
 * closing the tab or losing the connection costs nothing. Each tab keeps its own: two
 * that work on the same question do not overwrite each other.
 */
export class UnsavedAnswers {
  readonly #prefix: string;
  readonly #tab: string;
  /** Keys of other tabs whose answers this one has taken over. */
  readonly #adopted = new Map<number, string[]>();

  constructor(attemptId: string) {
    this.#prefix = `reconcile.attempt.${attemptId}.`;
    this.#tab = tabName();
  }

  /** What this tab, or one that was closed, has left for a question. */
  find(position: number): Unsaved | null {
    const own = read(this.#key(position, this.#tab));
    if (own) return own;
    const start = `${this.#prefix}${position}.`;
    const keys = storedKeys().filter((key) => key.startsWith(start));
    const left = keys.flatMap((key) => read(key) ?? []);
    const newest = left.toSorted((a, b) => b.revision - a.revision)[0] ?? null;
    if (newest) this.#adopted.set(position, keys);
    return newest;
  }

  /** False when this browser keeps nothing. */
  keep(position: number, unsaved: Unsaved): boolean {
    try {
      localStorage.setItem(this.#key(position, this.#tab), JSON.stringify(unsaved));
      return true;
    } catch {
      return false;
    }
  }

  forget(position: number): void {
    for (const key of [this.#key(position, this.#tab), ...(this.#adopted.get(position) ?? [])]) {
      remove(key);
    }
    this.#adopted.delete(position);
  }

  /** Once the attempt is handed in nothing of it can be saved any more. */
  forgetAll(): void {
    for (const key of storedKeys().filter((each) => each.startsWith(this.#prefix))) remove(key);
  }

  #key(position: number, tab: string): string {
    return `${this.#prefix}${position}.${tab}`;
  }
}

const TAB = "reconcile.tab";

/** Stays the same when the tab is loaded again. */
function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB) ?? crypto.randomUUID();
    sessionStorage.setItem(TAB, known);
    return known;
  } catch {
    return "tab";
  }
}

function storedKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string): Unsaved | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Unsaved | null;
  } catch {
    return null;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Blocked storage kept nothing.
  }
}
