/** Entries of the audit as people read them. */
import { z } from "zod";

import { itemPoints } from "@/lib/domain/quizzes/score-attempts";

/** A row of marks as it was written down; what it does not say is left out. */
const MarkRowSchema = z.object({
  points: z.number().nullish(),
  maxPoints: z.number().nullish(),
  score: z.number().nullish(),
  override: z.number().nullish(),
  excused: z.boolean().nullish(),
  gradedVersion: z.number().nullish(),
});

export type AuditEntry = {
  at: string;
  cause: string;
  reason: string | null;
  subject: "item" | "assignment";
  before: unknown;
  after: unknown;
};

const CAUSES: Readonly<Record<string, string>> = {
  submitted: "Handed in",
  deadline: "Handed in when the time was over",
  marked: "Marked",
  override: "Points given by hand",
  regrade: "Graded anew",
  "regrade-undone": "Regrade undone",
  appeal: "Appeal accepted",
  "appeal-undone": "Acceptance of an appeal taken back",
  excused: "Excused, or not any more",
  homework: "Study work settled",
  "dates-changed": "Dates or rules changed",
  accommodation: "Accommodation changed",
  "account-deleted": "Account deleted",
};

export const causeWords = (cause: string): string => CAUSES[cause] ?? cause;

/** "2 of 3", "not marked", "excused"; null where there was nothing. */
export function markWords(subject: AuditEntry["subject"], row: unknown): string | null {
  const read = MarkRowSchema.safeParse(row);
  if (row === null || row === undefined || !read.success) return null;
  return subject === "item" ? itemWords(read.data) : totalWords(read.data);
}

type MarkRow = z.output<typeof MarkRowSchema>;

function itemWords({ points, score, override }: MarkRow): string {
  const most = points ?? 0;
  const had = itemPoints({ points: most, score: score ?? null, override: override ?? null });
  return had === null ? "not marked" : `${had} of ${most}`;
}

function totalWords({ points, maxPoints, override, excused }: MarkRow): string {
  const had = override ?? points ?? null;
  const total = had === null ? "not marked" : `${had} of ${maxPoints ?? 0}`;
  return excused ? `${total}, excused` : total;
}

export type EventRun = {
  kind: string;
  /** How often it happened one after another, from one device. */
  count: number;
  from: string;
  to: string;
  address: string | null;
  agent: string | null;
};

type Happened = { at: string; kind: string; address: string | null; agent: string | null };

/** Saves come every few seconds: those of one device that follow each other are one run. */
export function eventRuns(events: readonly Happened[]): EventRun[] {
  return events.reduce<EventRun[]>((runs, { at, kind, address, agent }) => {
    const last = runs.at(-1);
    const isSame = last?.kind === kind && last.address === address && last.agent === agent;
    if (!last || !isSame) return [...runs, { kind, count: 1, from: at, to: at, address, agent }];
    return [...runs.slice(0, -1), { ...last, count: last.count + 1, to: at }];
  }, []);
}
