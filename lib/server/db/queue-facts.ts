/** What a queue is made of, read in one statement. */
import type { Seen } from "@/lib/domain/scheduling/plan-queue";
import { databasePool } from "@/lib/server/db/client";
import { metColumn, recallMet, toMet } from "@/lib/server/db/met-questions";
import type { SessionClaims } from "@/lib/server/db/people";
import {
  ASKED_DAY,
  BASIS_COLUMNS,
  FAR_OFF,
  ms,
  notHidden,
  OF_SESSION,
  toAnswers,
  toAskedCard,
  toBasis,
  type AskedCard,
  type BasisRow,
  type CardTuple,
  type DayRow,
  type StudyBasis,
  type StudyDay,
} from "@/lib/server/db/study-facts";

export type QueueFacts = StudyBasis &
  StudyDay<AskedCard> & {
    /** Questions, among those of banks open to the learner, that they have a card of or set aside. */
    seen: Seen;
    nextDueAt: Date | null;
    flagged: Set<string>;
    /** Lapses at which the learner went through the last lesson of a question. */
    lessons: Map<string, number>;
  };

// Those set aside come back in time, and count for when something is due again.
// The next of thousands of cards is the first that the index names: min() would look at all of them.
/** $4 is the stamp of the questions met that are remembered. */
export const QUEUE_COLUMNS = `${BASIS_COLUMNS}, ${ASKED_DAY}, ${metColumn("$4")},
  (select ${ms('n."dueAt"')} from "Card" n
    where n."userId" = u.id and n."dueAt" > $3 and n."dueAt" < $3::timestamptz + ${FAR_OFF}
      and ${notHidden("n")}
    order by n."dueAt" limit 1) as "nextDueAt",
  (select json_build_array(
       string_agg(m."questionId", ' ') filter (where m.hidden),
       string_agg(m."questionId", ' ') filter (where m."flaggedAt" is not null and not m.hidden),
       coalesce(json_agg(json_build_array(m."questionId", m."lessonAtLapse"))
                  filter (where m."lessonAtLapse" is not null), '[]'),
       ${ms('min(m."buriedUntil") filter (where m.hidden and m."suspendedAt" is null)')})
     from (select *, "suspendedAt" is not null or coalesce("buriedUntil" > $3, false) as hidden
             from "QuestionMark" where "userId" = u.id) m) as marks`;

const QUEUE_FACTS = `select ${QUEUE_COLUMNS} ${OF_SESSION}`;

export type QueueRow = BasisRow &
  DayRow<CardTuple> & {
    met: string | null;
    nextDueAt: string | null;
    /** Hidden ones, flagged ones that are not, at how many lapses lessons were, and when the first comes back. */
    marks: [string | null, string | null, [string, number][], number | null];
  };

function withHidden(met: Seen, list: string | null): Seen {
  if (list === null) return met;
  const hidden = new Set(toIds(list));
  return { has: (id) => met.has(id) || hidden.has(id) };
}

const toIds = (list: string | null): string[] => list?.split(" ") ?? [];

export const toQueueFacts = (row: QueueRow, met: Seen): QueueFacts => {
  const [hidden, flagged, lessons, backAt] = row.marks;
  const dueAts = [row.nextDueAt, backAt].flatMap((at) => (at === null ? [] : [Number(at)]));
  return {
    ...toBasis(row),
    cards: row.cards.map(toAskedCard),
    answers: toAnswers(row.answers),
    seen: withHidden(met, hidden),
    nextDueAt: dueAts.length === 0 ? null : new Date(Math.min(...dueAts)),
    flagged: new Set(toIds(flagged)),
    lessons: new Map(lessons),
  };
};

/** Null when the session is no longer good. */
export async function findQueueFacts(claims: SessionClaims, now: Date): Promise<QueueFacts | null> {
  const known = recallMet(claims.userId);
  const { rows } = await databasePool().query<QueueRow>({
    name: "study-queue-facts",
    text: QUEUE_FACTS,
    values: [claims.userId, claims.sessionVersion, now.toISOString(), known?.stamp ?? null],
  });
  const row = rows[0];
  return row ? toQueueFacts(row, toMet(claims.userId, row.met, known)) : null;
}
