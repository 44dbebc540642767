/**
 * What one tab knows of one answer while somebody else, or the same person elsewhere,
 * may be saving it too. A save names the revision that it was made on; when the server
 * has a newer one, both versions stay until the person has chosen.
 */
import type { Answer } from "@/lib/domain/questions/grade-answer";

export type Kept = { answer: Answer | null; flagged: boolean };

export type AnswerSync = {
  /** Of what the server has, as far as this tab knows. */
  revision: number;
  saved: Kept;
  /** What is on screen. */
  current: Kept;
  /** What is on its way. */
  sending: Kept | null;
  /** What was sent without a reply: the server may have it as the next revision. */
  unconfirmed: Kept | null;
  /** Saved from elsewhere, where this tab has something else. */
  conflict: Stored | null;
};

/** As the server has it. */
export type Stored = { revision: number; kept: Kept };

/** What a device keeps of an answer that is not saved yet. */
export type Unsaved = Stored & { unconfirmed: Kept | null };

/** An answer as it is loaded, with what this device had not saved of it. */
export function loaded(stored: Stored, unsaved: Unsaved | null): AnswerSync {
  const sync = upToDate(stored);
  if (!unsaved) return sync;
  const base: AnswerSync = {
    ...sync,
    revision: unsaved.revision,
    current: unsaved.kept,
    unconfirmed: unsaved.unconfirmed,
  };
  return unsaved.revision === stored.revision
    ? { ...base, saved: stored.kept }
    : foundNewer(base, stored);
}

export const upToDate = ({ revision, kept }: Stored): AnswerSync => ({
  revision,
  saved: kept,
  current: kept,
  sending: null,
  unconfirmed: null,
  conflict: null,
});

export const edited = (sync: AnswerSync, change: Partial<Kept>): AnswerSync => ({
  ...sync,
  current: { ...sync.current, ...change },
});

export const isUnsaved = ({ current, saved, sending, unconfirmed }: AnswerSync): boolean =>
  sending !== null || unconfirmed !== null || !isSame(current, saved);

/** What to send next; null while there is nothing, or it is on its way, or must be chosen first. */
export const nextToSend = (sync: AnswerSync): Kept | null =>
  sync.sending === null && sync.conflict === null && isUnsaved(sync) ? sync.current : null;

export const sent = (sync: AnswerSync): AnswerSync => ({ ...sync, sending: sync.current });

export const acknowledged = (sync: AnswerSync, revision: number): AnswerSync => ({
  ...sync,
  revision,
  saved: sync.sending ?? sync.saved,
  sending: null,
  unconfirmed: null,
});

/** No reply came: it may have been saved all the same. */
export const unanswered = (sync: AnswerSync): AnswerSync => ({
  ...sync,
  unconfirmed: sync.sending ?? sync.unconfirmed,
  sending: null,
});

/**
 * The server has something newer than this tab's answer was made on. What cannot matter
 * to the person is settled at once: the newer one is what this tab itself had sent, or
 * says the same, or only one side has touched the answer.
 */
export function foundNewer(sync: AnswerSync, newer: Stored): AnswerSync {
  const { current, saved, unconfirmed } = sync;
  const rebased: AnswerSync = { ...upToDate(newer), current };
  if (unconfirmed && isSame(unconfirmed, newer.kept)) return rebased;
  if (isSameAnswer(current, newer.kept)) return rebased;
  if (isSameAnswer(current, saved)) {
    return { ...rebased, current: { ...newer.kept, flagged: current.flagged } };
  }
  return { ...sync, sending: null, conflict: newer };
}

/** The person chose what this tab has: it is saved over the other. */
export const keptMine = (sync: AnswerSync): AnswerSync =>
  sync.conflict ? { ...upToDate(sync.conflict), current: sync.current } : sync;

/** The person chose what was saved elsewhere. */
export const tookTheirs = (sync: AnswerSync): AnswerSync =>
  sync.conflict ? upToDate(sync.conflict) : sync;

const isSame = (one: Kept, other: Kept): boolean =>
  one.flagged === other.flagged && isSameAnswer(one, other);

const isSameAnswer = (one: Kept, other: Kept): boolean => isSameJson(one.answer, other.answer);

/** The database gives the keys of an object back in an order of its own. */
function isSameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [entries, others] = [entriesOf(one), new Map(entriesOf(other))];
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && isSameJson(value, others.get(key)))
  );
}

/** What is undefined is not there once it has been sent. */
const entriesOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, each]) => each !== undefined);
