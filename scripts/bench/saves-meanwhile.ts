/** Students in the middle of an attempt, who save an answer again and again. */
import type { PlantedResults } from "@/scripts/bench/plant-results";

const DEVICE = { address: "192.0.2.1", agent: "bench", session: null };
/** As often as the player saves while somebody types. */
const PAUSE_MS = 2_000;

export type SaveTimes = Map<string, { ms: number[]; failed: number }>;

export function savesMeanwhile({ workerIds }: PlantedResults) {
  const times: SaveTimes = new Map();
  const revisions = new Map<string, number>();

  const beside = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const own = { ms: [] as number[], failed: 0 };
    times.set(name, own);
    let isOver = false;
    const save = await saver(revisions);
    const saving = workerIds.map(async (userId, index) => {
      await pause((PAUSE_MS * index) / workerIds.length);
      while (!isOver) {
        const began = performance.now();
        try {
          await save(userId);
          own.ms.push(performance.now() - began);
        } catch {
          own.failed += 1;
        }
        await pause(PAUSE_MS);
      }
    });
    try {
      return await work();
    } finally {
      isOver = true;
      await Promise.all(saving);
    }
  };
  return { times, beside, during: (name: string, ms: number) => beside(name, () => pause(ms)) };
}

/** Saves the first answer of a person's open attempt, on its last revision. */
async function saver(revisions: Map<string, number>) {
  const { saveAttemptAnswer } = await import("@/lib/server/services/save-attempt-answer");
  const { database } = await import("@/lib/server/db/client");
  const open = await database().attempt.findMany({
    where: { state: "open" },
    select: { userId: true, id: true },
  });
  const attempts = new Map(open.map(({ userId, id }) => [userId, id]));
  return async (userId: string): Promise<void> => {
    const id = attempts.get(userId);
    if (id === undefined) throw new Error(`${userId} is not working`);
    const saved = await saveAttemptAnswer(
      { userId, sessionVersion: 0 },
      {
        id,
        position: 0,
        revision: revisions.get(userId) ?? 1,
        answer: null,
        flagged: (revisions.get(userId) ?? 1) % 2 === 0,
        spentMs: 1_000,
      },
      new Date(),
      DEVICE,
    );
    revisions.set(userId, saved.revision);
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function printTimes(times: SaveTimes): void {
  for (const [name, { ms, failed }] of times) {
    const sorted = [...ms].sort((a, b) => a - b);
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
    console.log(
      `  ${name}: ${ms.length} saves, ${failed} failed, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`,
    );
  }
}
