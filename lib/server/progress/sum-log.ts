import { LogSummer, type LogSummary, type SummaryFrame } from "@/lib/domain/progress/log-summary";
import { settingsOf } from "@/lib/domain/scheduling/replay";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { readLogByQuestion, type QuestionLog } from "@/lib/server/db/learner-log";

type LogContext = {
  settings: ReadonlyMap<number, StudySettings>;
  resets: ReadonlyMap<string, readonly Date[]>;
  kindOf: (questionId: string) => string;
};

/**
 * Goes through a learner's whole log, a page at a time: what comes before a range decides
 * what was expected within it. Between pages others get their turn.
 */
export async function sumLog(
  userId: string,
  frame: SummaryFrame,
  context: LogContext,
): Promise<LogSummary> {
  const summer = new LogSummer(frame);
  for await (const questions of readLogByQuestion(userId)) {
    for (const question of questions) summer.add(toQuestion(question, userId, context));
  }
  const pieces = summer.summary();
  for (;;) {
    const piece = pieces.next();
    if (piece.done === true) return piece.value;
    await new Promise(setImmediate);
  }
}

const toQuestion = (
  { questionId, entries }: QuestionLog,
  userId: string,
  { settings, resets, kindOf }: LogContext,
) => ({
  questionId,
  kind: kindOf(questionId),
  // Field by field: a spread of each of ten thousands of reviews takes longer than all else.
  reviews: entries.map(({ rating, reviewedAt, purpose, durationMs, settingsVersion }) => ({
    rating,
    reviewedAt,
    purpose,
    durationMs,
    settings: settingsOf({ userId, settings }, settingsVersion),
  })),
  resets: resets.get(questionId) ?? [],
});
