import { Refused, Unreachable } from "@/components/study/api-client";
import { sendAnswer } from "@/components/study/study-api";
import type { AnswerRequest, AnswerResponse } from "@/lib/domain/study/answer-contract";

/**
 * Answers on their way. Each is kept in the browser from the moment it is given until
 * the server has it, and is sent again under the same id until then: a dropped
 * connection or a closed tab loses none, and none is counted twice.
 */
export type Delivery =
  { status: "delivered"; response: AnswerResponse } | { status: "refused"; error: Refused };

export type OutboxEvents = {
  /** How many answers wait for a connection: 0 when all is well. */
  onWaiting: (count: number) => void;
  /** An answer that nobody was waiting for any more has arrived. */
  onLateDelivery: (delivery: Delivery) => void;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export class Outbox {
  readonly #key: string;
  readonly #events: OutboxEvents;
  readonly #waiting = new Set<string>();

  constructor(userId: string, events: OutboxEvents) {
    this.#key = `reconcile.outbox.${userId}`;
    this.#events = events;
  }

  /** Questions whose answers have not arrived: they must not be asked again. */
  pendingQuestionIds(): string[] {
    return this.#load().map((request) => request.ticket.questionId);
  }

  /** Resolves when the server has taken or refused the answer, however long that takes. */
  async send(request: AnswerRequest, answeredAt: string): Promise<Delivery> {
    // Kept with its time: by the time it arrives "now" may be another day.
    this.#save([...this.#load(), { ...request, answeredAt }]);
    const delivery = await this.#deliver(request, answeredAt);
    this.#forget(request.id);
    return delivery;
  }

  /** Sends what an earlier visit left behind. */
  resume(): void {
    for (const request of this.#load()) {
      void this.#deliver(request, request.answeredAt).then((delivery) => {
        this.#forget(request.id);
        this.#events.onLateDelivery(delivery);
      });
    }
  }

  async #deliver(request: AnswerRequest, answeredAt: string | undefined): Promise<Delivery> {
    let body = request;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const response = await sendAnswer(body);
        this.#setWaiting(request.id, false);
        return { status: "delivered", response };
      } catch (error) {
        if (error instanceof Refused) {
          this.#setWaiting(request.id, false);
          return { status: "refused", error };
        }
        if (!(error instanceof Unreachable)) throw error;
      }
      this.#setWaiting(request.id, true);
      await pauseOrOnline(pause);
      if (answeredAt !== undefined) body = { ...request, answeredAt };
    }
  }

  #setWaiting(id: string, waits: boolean): void {
    if (waits === this.#waiting.has(id)) return;
    if (waits) this.#waiting.add(id);
    else this.#waiting.delete(id);
    this.#events.onWaiting(this.#waiting.size);
  }

  #forget(id: string): void {
    this.#save(this.#load().filter((request) => request.id !== id));
  }

  #load(): AnswerRequest[] {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? "[]") as AnswerRequest[];
    } catch {
      return []; // Storage is blocked or was tampered with: sending still works without it.
    }
  }

  #save(requests: AnswerRequest[]): void {
    try {
      if (requests.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(requests));
    } catch {
      // Full or blocked storage costs the safety net for a closed tab, nothing else.
    }
  }
}

/** Waits for the pause to pass, or for the browser to say that it is online again. */
function pauseOrOnline(pauseMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, pauseMs);
    window.addEventListener("online", done);
  });
}
