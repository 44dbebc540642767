/**
 * One learner's whole log, in pages: reading ten thousands of reviews at once would keep
 * everybody else waiting while they are parsed.
 */
import type { Purpose } from "@/lib/domain/study/purpose";
import type { Rating } from "@/lib/domain/study/rating";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import { database, databasePool } from "@/lib/server/db/client";
import { toStudySettings } from "@/lib/server/db/study-settings";

export type LogEntry = {
  id: string;
  questionId: string;
  reviewedAt: Date;
  rating: Rating;
  purpose: Purpose;
  settingsVersion: number;
  durationMs: number;
};

export type QuestionLog = { questionId: string; entries: LogEntry[] };

const PAGE = 2_000;

// $2 to $4 are the place of the last row read: in the order of the index on (userId, questionId, reviewedAt).
const LOG_PAGE = `
  select id, "questionId", (extract(epoch from "reviewedAt") * 1000)::float8, rating, purpose,
         "settingsVersion", "durationMs"
    from "Review"
   where "userId" = $1 and ("questionId", "reviewedAt", id) > ($2, $3, $4::uuid)
     and "undoneAt" is null
   order by "questionId", "reviewedAt", id
   limit ${PAGE}`;

type Row = [string, string, number, Rating, Purpose, number, number];

/** What stands of a learner's log, question by question, each in order of time. */
export async function* readLog(userId: string): AsyncGenerator<LogEntry[]> {
  let after: [string, Date, string] = ["", new Date(0), "00000000-0000-0000-0000-000000000000"];
  for (;;) {
    const { rows } = await databasePool().query<Row>({
      name: "learner-log-page",
      text: LOG_PAGE,
      values: [userId, ...after],
      rowMode: "array",
    });
    const page = rows.map(toEntry);
    const last = page.at(-1);
    if (last) yield page;
    if (!last || page.length < PAGE) return;
    after = [last.questionId, last.reviewedAt, last.id];
  }
}

/** The same, whole questions at a time. */
export async function* readLogByQuestion(userId: string): AsyncGenerator<QuestionLog[]> {
  let open = null as QuestionLog | null;
  for await (const page of readLog(userId)) {
    const closed: QuestionLog[] = [];
    for (const entry of page) {
      if (open?.questionId === entry.questionId) {
        open.entries.push(entry);
      } else {
        if (open) closed.push(open);
        open = { questionId: entry.questionId, entries: [entry] };
      }
    }
    yield closed;
  }
  if (open) yield [open];
}

const toEntry = ([id, questionId, at, rating, purpose, settingsVersion, durationMs]: Row) => ({
  id,
  questionId,
  reviewedAt: new Date(at),
  rating,
  purpose,
  settingsVersion,
  durationMs,
});

/** Every version of a learner's settings, by its number. */
export async function findSettingsVersions(userId: string): Promise<Map<number, StudySettings>> {
  const rows = await database().studySettings.findMany({ where: { userId } });
  return new Map(rows.map((row) => [row.version, toStudySettings(row)]));
}
