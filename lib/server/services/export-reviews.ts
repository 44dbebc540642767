import type { Actor } from "@/lib/domain/access/actor";
import { reviewsCsvHead, reviewsCsvLines } from "@/lib/domain/learner-data/reviews-csv";
import { settingsOf } from "@/lib/domain/scheduling/replay";
import { countTry, EXPORTS_PER_PERSON } from "@/lib/server/auth/throttle";
import { findSettingsVersions, readLogByQuestion } from "@/lib/server/db/learner-log";
import { findResets } from "@/lib/server/db/progress-facts";

import { fileDate, type Download } from "@/lib/server/download";

export async function exportReviews(actor: Actor, now: Date): Promise<Download> {
  await countTry(EXPORTS_PER_PERSON, actor.id);
  return { name: `reconcile-reviews-${fileDate(now)}.csv`, pieces: linesOf(actor) };
}

/** A learner's reviews as CSV for FSRS tools, in pieces. */
async function* linesOf(actor: Actor): AsyncGenerator<string> {
  const [settings, resets] = await Promise.all([
    findSettingsVersions(actor.id),
    findResets(actor.id),
  ]);
  yield reviewsCsvHead();
  for await (const questions of readLogByQuestion(actor.id)) {
    let lines = "";
    for (const { questionId, entries } of questions) {
      lines += reviewsCsvLines({
        userId: actor.id,
        questionId,
        reviews: entries.map((entry) => ({
          ...entry,
          settings: settingsOf({ userId: actor.id, settings }, entry.settingsVersion),
        })),
        resets: resets.get(questionId) ?? [],
      });
    }
    yield lines;
  }
}
