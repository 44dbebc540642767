import { LogSummer, type LogSummary, type SummaryFrame } from "@/lib/domain/progress/log-summary";
import { settingsOf } from "@/lib/domain/scheduling/replay";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { readLog, type LogEntry } from "@/lib/server/db/learner-log";

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
  let open: LogEntry[] = [];
  const close = () => {
    const [first] = open;
    if (first) summer.add(toQuestion(first.questionId, open, userId, context));
    open = [];
  };
  for await (const page of readLog(userId)) {
    for (const entry of page) {
      if (open[0] && open[0].questionId !== entry.questionId) close();
      open.push(entry);
    }
  }
  close();
  return summer.summary();
}

const toQuestion = (
  questionId: string,
  entries: readonly LogEntry[],
  userId: string,
  { settings, resets, kindOf }: LogContext,
) => ({
  questionId,
  kind: kindOf(questionId),
  reviews: entries.map((entry) => ({
    ...entry,
    settings: settingsOf({ userId, settings }, entry.settingsVersion),
  })),
  resets: resets.get(questionId) ?? [],
});
