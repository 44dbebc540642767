import { Refused, Unreachable } from "@/components/study/api-client";
import {
  acknowledged,
  edited,
  foundNewer,
  isUnsaved,
  keptMine,
  loaded,
  nextToSend,
  sent,
  tookTheirs,
  unanswered,
  upToDate,
  type AnswerSync,
  type Kept,
  type Stored,
} from "@/lib/domain/quizzes/answer-sync";
import type { AttemptView, SaveAnswer, SavedAnswer } from "@/lib/domain/quizzes/attempt-contract";
import type { UnsavedAnswers } from "@/components/quizzes/attempt/unsaved-answers";

/** Where answers go: the server, or nowhere in a preview. */
export type AttemptPort = {
  save: (
    position: number,
    body: SaveAnswer,
    options: { keepalive: boolean },
  ) => Promise<SavedAnswer>;
  load: () => Promise<AttemptView>;
};

export type SaverState = {
  answers: ReadonlyMap<number, AnswerSync>;
  /** Some answer waits for a connection. */
  isOffline: boolean;
  /** The server takes nothing more, and why. */
  refusal: string | null;
};

/** Typing pauses for so long before an answer is sent; whoever never pauses is saved in between. */
const PAUSE_MS = 800;
const LONGEST_WAIT_MS = 1_800;
/** After lost connections; also how soon a server that is back is noticed. */
const RETRY_MS = 2_000;
const LONGEST_SPENT_MS = 3_600_000;

type Timers = { pause: ReturnType<typeof setTimeout>; dirtySince: number };

/**
 * Saves the answers of an attempt as they change: soon after the last key, in order for
 * each question, again until the server has them. Subscribers see a new state for each
 * change.
 */
export class AnswerSaver {
  #state: SaverState;
  readonly #port: AttemptPort;
  readonly #device: UnsavedAnswers | null;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<number, Timers>();
  readonly #spent = new Map<number, number>();
  readonly #onSaved: (saved: SavedAnswer, askedAt: number) => void;

  constructor(
    view: AttemptView,
    port: AttemptPort,
    /** What this device keeps; a preview keeps nothing. */
    device: UnsavedAnswers | null,
    onSaved: (saved: SavedAnswer, askedAt: number) => void,
  ) {
    this.#port = port;
    this.#device = device;
    this.#onSaved = onSaved;
    const answers = view.questions.map((question): [number, AnswerSync] => [
      question.position,
      upToDate(toStored(question)),
    ]);
    this.#state = { answers: new Map(answers), isOffline: false, refusal: null };
  }

  /** Takes up what an earlier visit could not save. */
  restore(): void {
    for (const [position, { revision, saved }] of this.#state.answers) {
      const unsaved = this.#device?.find(position) ?? null;
      if (unsaved) this.#update(position, () => loaded({ revision, kept: saved }, unsaved));
    }
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SaverState => this.#state;

  edit(position: number, change: Partial<Kept>): void {
    this.#update(position, (sync) => edited(sync, change));
    const timers = this.#timers.get(position);
    clearTimeout(timers?.pause);
    const dirtySince = timers?.dirtySince ?? performance.now();
    const waited = performance.now() - dirtySince;
    const pause = setTimeout(
      () => void this.#send(position),
      Math.max(0, Math.min(PAUSE_MS, LONGEST_WAIT_MS - waited)),
    );
    this.#timers.set(position, { pause, dirtySince });
  }

  /** Time that somebody looked at a question; sent with its next save. */
  spend(position: number, spentMs: number): void {
    this.#spent.set(position, (this.#spent.get(position) ?? 0) + Math.max(0, spentMs));
  }

  choose(position: number, choice: "mine" | "theirs"): void {
    this.#update(position, choice === "mine" ? keptMine : tookTheirs);
    void this.#send(position);
  }

  /** Sends what has not been sent; true once everything is saved. */
  async flush(options: { keepalive?: boolean } = {}): Promise<boolean> {
    await Promise.all([...this.#state.answers.keys()].map((each) => this.#send(each, options)));
    await this.#settled();
    return [...this.#state.answers.values()].every((sync) => !isUnsaved(sync));
  }

  /** Until nothing is on its way. */
  #settled(): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if ([...this.#state.answers.values()].some(({ sending }) => sending !== null)) return;
        this.#listeners.delete(check);
        resolve();
      };
      this.#listeners.add(check);
      check();
    });
  }

  /** The server takes nothing of this person or attempt any more. */
  refuse(reason: string): void {
    this.#set({ refusal: reason });
  }

  /** The attempt is over: nothing is sent or kept any more. */
  close(): void {
    for (const { pause } of this.#timers.values()) clearTimeout(pause);
    this.#timers.clear();
    this.#device?.forgetAll();
  }

  async #send(position: number, { keepalive = false } = {}): Promise<void> {
    clearTimeout(this.#timers.get(position)?.pause);
    this.#timers.delete(position);
    const sync = this.#state.answers.get(position);
    const kept = sync && nextToSend(sync);
    if (!sync || !kept || this.#state.refusal !== null) return;
    this.#update(position, sent);
    const spentMs = Math.min(LONGEST_SPENT_MS, Math.round(this.#spent.get(position) ?? 0));
    this.#spent.set(position, 0);
    const askedAt = performance.now();
    try {
      const body = { revision: sync.revision, ...kept, spentMs };
      const saved = await this.#port.save(position, body, { keepalive });
      this.#onSaved(saved, askedAt);
      this.#update(position, (now) => acknowledged(now, saved.revision), { isOffline: false });
      // What was typed meanwhile goes next.
      await this.#send(position);
    } catch (error) {
      this.spend(position, spentMs);
      await this.#recover(position, error);
    }
  }

  async #recover(position: number, error: unknown): Promise<void> {
    if (error instanceof Unreachable) {
      this.#update(position, unanswered, { isOffline: true });
      this.#retryLater(position);
      return;
    }
    if (!(error instanceof Refused)) throw error;
    this.#update(position, (sync) => ({ ...sync, sending: null }));
    if (error.code === "conflict") await this.#reload(position, error.message);
    else if (error.status >= 500) this.#retryLater(position);
    else this.#set({ refusal: error.message });
  }

  /** A conflict: either somebody saved something newer, or nothing can be saved any more. */
  async #reload(position: number, message: string): Promise<void> {
    try {
      const view = await this.#port.load();
      const newer = view.questions.find((question) => question.position === position);
      const sync = this.#state.answers.get(position);
      if (view.state !== "open" || !newer || !sync || newer.revision <= sync.revision) {
        this.#set({ refusal: message });
        return;
      }
      this.#update(position, (now) => foundNewer(now, toStored(newer)));
      await this.#send(position);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.#update(position, unanswered, { isOffline: true });
      this.#retryLater(position);
    }
  }

  #retryLater(position: number): void {
    const known = this.#timers.get(position);
    clearTimeout(known?.pause);
    const pause = setTimeout(() => void this.#send(position), RETRY_MS);
    this.#timers.set(position, { pause, dirtySince: known?.dirtySince ?? performance.now() });
  }

  #update(
    position: number,
    change: (sync: AnswerSync) => AnswerSync,
    rest: Partial<SaverState> = {},
  ): void {
    const sync = this.#state.answers.get(position);
    if (!sync) return;
    const next = change(sync);
    if (isUnsaved(next)) {
      const { revision, current, unconfirmed, sending } = next;
      this.#device?.keep(position, {
        revision,
        kept: current,
        unconfirmed: sending ?? unconfirmed,
      });
    } else this.#device?.forget(position);
    this.#set({ answers: new Map(this.#state.answers).set(position, next), ...rest });
  }

  #set(change: Partial<SaverState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const toStored = ({ revision, answer, flagged }: AttemptView["questions"][number]): Stored => ({
  revision,
  kept: { answer, flagged },
});
