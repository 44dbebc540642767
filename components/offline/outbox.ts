import { v7 as uuidV7 } from "uuid";

import {
  changeKeptAnswer,
  dropKeptAnswer,
  keepAnswer,
  listKeptAnswers,
  type KeptAnswer,
} from "@/components/offline/kept-answers";
import { pauseOrOnline } from "@/components/offline/pause-or-online";
import { tellTabs, type Delivery, type TabNews } from "@/components/offline/tab-news";
import { withLock } from "@/components/offline/with-lock";
import { Refused } from "@/components/study/api-client";
import { sendAnswer, undoLast } from "@/components/study/study-api";

/**
 * Answers on their way. Each is kept on the device from the moment it is given until
 * its verdict was seen, and sent under the same id until the server has it: a dropped
 * connection or a closed tab loses none, and none is counted twice. All tabs share one
 * queue; whoever holds its lock sends, oldest first, one at a time.
 */
export type OutboxView = {
  /** The last attempt to reach the server failed. */
  offline: boolean;
  /** The server wants to know who this is before it takes more. */
  signedOut: boolean;
  /** Answers that have not arrived, those that were taken back left out. */
  waiting: readonly string[];
  /** Graded or refused while nobody was looking. */
  settled: readonly KeptAnswer[];
};

type Waiter = { onKept: () => void; onDelivery: (delivery: Delivery) => void };

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** An answer that takes longer need not be waited for. */
const PATIENCE_MS = 4_000;
/** Faults of the server are mostly over soon; one that is not must not hold up the others. */
const TRIES_AT_A_FAULT = 3;
const NEWS_DELAY_MS = 500;

export const NOTHING_KEPT: OutboxView = {
  offline: false,
  signedOut: false,
  waiting: [],
  settled: [],
};

export class Outbox {
  readonly #userId: string;
  readonly #waiters = new Map<string, Waiter>();
  readonly #listeners = new Set<() => void>();
  readonly #faults = new Map<string, number>();
  #tell: (news: TabNews) => void = () => undefined;
  #view: OutboxView = NOTHING_KEPT;
  #started = false;
  #sending: Promise<void> | null = null;

  constructor(userId: string) {
    this.#userId = userId;
  }

  readonly view = (): OutboxView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#start();
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#tell = tellTabs(this.#userId, (news) => {
      if (news.settled) this.#deliver(news.settled.id, news.settled.delivery);
      // A moment later: most verdicts are seen, and forgotten, by the tab that waited for them.
      setTimeout(() => void this.#refresh({}), NEWS_DELAY_MS);
    });
    window.addEventListener("offline", () => void this.#refresh({ offline: true }));
    window.addEventListener("online", () => {
      void this.#refresh({ offline: false }).then(() => this.send());
    });
    void this.#refresh({ offline: !navigator.onLine });
  }

  /** Questions whose answers have not arrived: they must not be asked again. */
  async pendingQuestionIds(): Promise<string[]> {
    const answers = await this.#waitingAnswers();
    return answers.filter(stands).map(({ question }) => question.id);
  }

  /**
   * Resolves when the server has taken or refused the answer, however long that takes.
   * `onKept` is called once it is clear that it takes long.
   */
  async give(answer: Pick<KeptAnswer, "request" | "question" | "item">, onKept: () => void) {
    const { id } = answer.request;
    const patience = setTimeout(onKept, PATIENCE_MS);
    const delivery = new Promise<Delivery>((onDelivery) => {
      this.#waiters.set(id, { onKept, onDelivery });
    });
    const rest = { status: "waiting", takenBack: null, outcome: null, reason: null } as const;
    await keepAnswer({ ...answer, ...rest, id, userId: this.#userId });
    this.#tell({});
    void this.send();
    const result = await delivery;
    clearTimeout(patience);
    return result;
  }

  /**
   * Takes back the newest answer that has not arrived; null when there is none. It may be
   * on its way for all that is known here: it is sent, and taken back as soon as it is there.
   */
  async takeBackLast(): Promise<KeptAnswer | null> {
    const last = (await this.#waitingAnswers()).findLast(stands);
    const takenBack = uuidV7();
    const answer =
      last &&
      (await changeKeptAnswer(last.id, (now) =>
        now.status === "waiting" ? { ...now, takenBack } : now,
      ));
    if (answer?.takenBack !== takenBack) return null;
    await this.#changed();
    void this.send();
    return answer;
  }

  /** The verdict was seen, or the learner wants no more of it. */
  async forget(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map(dropKeptAnswer));
    await this.#changed();
  }

  /** A refused answer once more. */
  async sendAgain(answer: KeptAnswer): Promise<void> {
    this.#faults.delete(answer.id);
    await keepAnswer({ ...answer, status: "waiting", reason: null });
    await this.#changed();
    await this.send();
  }

  /** Sends all that waits, and goes on trying until it is sent. */
  send(): Promise<void> {
    this.#sending ??= this.#sendUntilNoneWaits().finally(() => {
      this.#sending = null;
      void this.#refresh({});
    });
    return this.#sending;
  }

  async #sendUntilNoneWaits(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while ((await this.#waitingAnswers()).length > 0) {
      const isReached = await withLock(`reconcile.answers.${this.#userId}`, () => this.#drain());
      if (isReached) continue;
      for (const { onKept } of this.#waiters.values()) onKept();
      await pauseOrOnline(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** False when the server cannot be reached. */
  async #drain(): Promise<boolean> {
    for (;;) {
      const [answer] = await this.#waitingAnswers();
      if (!answer) return true;
      const delivery = await this.#attempt(answer);
      if (!delivery) return false;
      const after = await changeKeptAnswer(answer.id, (now) =>
        stands(now) ? settle(now, delivery) : now,
      );
      if (after?.takenBack && !(await this.#takeBack(after, delivery))) return false;
      this.#tell({ settled: { id: answer.id, delivery } });
      this.#deliver(answer.id, delivery);
    }
  }

  /** Null when it has to be tried later. */
  async #attempt(answer: KeptAnswer): Promise<Delivery | null> {
    try {
      const response = await sendAnswer(answer.request);
      await this.#refresh({ offline: false, signedOut: false });
      return { status: "delivered", response };
    } catch (error) {
      // What is no answer of the API was given by something in between, such as a hotel's portal.
      if (!(error instanceof Refused)) {
        await this.#refresh({ offline: true });
        return null;
      }
      const isSignedOut = error.status === 401;
      await this.#refresh({ offline: false, signedOut: isSignedOut });
      if (isSignedOut || (isFault(error) && this.#mayTryAgain(answer.id))) return null;
      return { status: "refused", reason: error.message };
    }
  }

  /** What has arrived is taken back; where something newer was done meanwhile it stands. False: later. */
  async #takeBack(answer: KeptAnswer, delivery: Delivery): Promise<boolean> {
    if (delivery.status === "delivered" && answer.takenBack !== null) {
      try {
        await undoLast(answer.takenBack, answer.id);
      } catch (error) {
        if (!(error instanceof Refused)) return false;
        await keepAnswer(settle({ ...answer, takenBack: null }, delivery));
        return true;
      }
    }
    await dropKeptAnswer(answer.id);
    return true;
  }

  #mayTryAgain(id: string): boolean {
    const faults = (this.#faults.get(id) ?? 0) + 1;
    this.#faults.set(id, faults);
    return faults < TRIES_AT_A_FAULT;
  }

  #deliver(id: string, delivery: Delivery): void {
    this.#waiters.get(id)?.onDelivery(delivery);
    this.#waiters.delete(id);
  }

  async #waitingAnswers(): Promise<KeptAnswer[]> {
    const answers = await listKeptAnswers(this.#userId);
    return answers.filter(({ status }) => status === "waiting");
  }

  async #changed(): Promise<void> {
    this.#tell({});
    await this.#refresh({});
  }

  async #refresh(change: Partial<Pick<OutboxView, "offline" | "signedOut">>): Promise<void> {
    this.#view = { ...this.#view, ...change };
    const answers = await listKeptAnswers(this.#userId);
    const waiting = answers.filter(({ status }) => status === "waiting");
    const settled = answers.filter(({ status }) => status !== "waiting");
    this.#view = { ...this.#view, waiting: waiting.filter(stands).map(({ id }) => id), settled };
    for (const listener of this.#listeners) listener();
  }
}

/** Answers of before there was a way to take them back say nothing of it. */
const stands = ({ takenBack }: Partial<Pick<KeptAnswer, "takenBack">>): boolean =>
  takenBack === null || takenBack === undefined;

const isFault = ({ status, code }: Refused): boolean => status >= 500 || code === "unknown";

const settle = (answer: KeptAnswer, delivery: Delivery): KeptAnswer =>
  delivery.status === "delivered"
    ? { ...answer, status: "graded", outcome: delivery.response.review.outcome }
    : { ...answer, status: "refused", reason: delivery.reason };

const outboxes = new Map<string, Outbox>();

/** One per tab; a server renders with one that keeps nothing and is kept by nobody. */
export function outboxOf(userId: string): Outbox {
  const outbox = outboxes.get(userId) ?? new Outbox(userId);
  if (typeof window !== "undefined") outboxes.set(userId, outbox);
  return outbox;
}
