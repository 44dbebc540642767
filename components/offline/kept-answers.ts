import { ANSWERS, transact, update } from "@/components/offline/device-database";
import type { Outcome } from "@/lib/domain/questions/question-kind";
import type { PublicQuestion } from "@/lib/domain/questions/to-public";
import type { AnswerRequest } from "@/lib/domain/study/answer-contract";
import type { QueueItem } from "@/lib/domain/study/queue-contract";

/** An answer from the moment it is given until its verdict has been seen. */
export type KeptAnswer = {
  id: string;
  userId: string;
  /** Dated: by the time it arrives "now" may be another day. */
  request: AnswerRequest & { answeredAt: string };
  question: PublicQuestion;
  /** To ask it again; null for a second try. */
  item: QueueItem | null;
  /** The id of the undo that follows it, once the learner has taken it back before it arrived. */
  takenBack: string | null;
  status: "waiting" | "graded" | "refused";
  /** Once graded. */
  outcome: Outcome | null;
  /** Why it was refused, in words for the learner. */
  reason: string | null;
};

/** For browsers that keep nothing: sending still works, closing the tab loses what waits. */
const inMemory = new Map<string, KeptAnswer>();

export async function keepAnswer(answer: KeptAnswer): Promise<void> {
  try {
    await transact(ANSWERS, "readwrite", (store) => store.put(answer));
  } catch {
    inMemory.set(answer.id, answer);
  }
}

/** Changes an answer in one step. Returns it as it is then; undefined when it is gone. */
export async function changeKeptAnswer(
  id: string,
  change: (answer: KeptAnswer) => KeptAnswer,
): Promise<KeptAnswer | undefined> {
  const unsaved = inMemory.get(id);
  if (unsaved) {
    inMemory.set(id, change(unsaved));
    return inMemory.get(id);
  }
  try {
    return await update(ANSWERS, id, change);
  } catch {
    return undefined;
  }
}

/** In the order in which they were given. */
export async function listKeptAnswers(userId: string): Promise<KeptAnswer[]> {
  const unsaved = [...inMemory.values()].filter((answer) => answer.userId === userId);
  return [...(await listStored(userId)), ...unsaved].toSorted(
    (a, b) =>
      Date.parse(a.request.answeredAt) - Date.parse(b.request.answeredAt) || (a.id < b.id ? -1 : 1),
  );
}

async function listStored(userId: string): Promise<KeptAnswer[]> {
  try {
    return await transact(
      ANSWERS,
      "readonly",
      (store) => store.index("userId").getAll(userId) as IDBRequest<KeptAnswer[]>,
    );
  } catch {
    return [];
  }
}

export async function dropKeptAnswer(id: string): Promise<void> {
  inMemory.delete(id);
  try {
    await transact(ANSWERS, "readwrite", (store) => store.delete(id));
  } catch {
    // It was never stored.
  }
}
