/**
 * Which questions, of those in banks open to them, a learner has met. It changes with a first
 * answer, the undo of one, or new content, and takes longer to read than the rest of a queue:
 * a process remembers it with a stamp, and the database sends it again only when the stamp is
 * another one. See docs/decisions/questions-met-are-read-when-they-change.md.
 */
import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
import type { Seen } from "@/lib/domain/scheduling/plan-queue";
import { CONTENT_STATE_ID } from "@/lib/server/db/content";
import { isOpenBank, openBankList } from "@/lib/server/db/private-banks";

type Met = { stamp: string; questions: Seen };

/** In place of all ids: whoever has met every question has thousands. */
const ALL = "*";
const EVERY_QUESTION: Seen = { has: () => true };

/** Some ten thousand bytes each, fifty thousand of those who have met nearly everything. */
const MOST_LEARNERS = 1_000;

type Memory = { learners: LeastRecentlyUsed<string, Met>; ids: Map<string, string> };

// On globalThis, as bundled routes and pages may each hold their own copy of this module.
const store = globalThis as typeof globalThis & { reconcileMet?: Memory };
const memory = (): Memory =>
  (store.reconcileMet ??= { learners: new LeastRecentlyUsed(MOST_LEARNERS), ids: new Map() });

// Asked by name, cards are found in the index; a join would read all cards of a learner who has many.
// Many ids come as one text: parsing an array of thousands of strings costs more than splitting it.
const MET = `
  (with live as materialized (select array(
      select q.id from "Question" q
       where q."retiredAt" is null and ${isOpenBank('q."bankId"', "u.id")}) as ids)
   select case when met.number = cardinality(live.ids) then '${ALL}' else met.ids end
     from live, lateral (
       select count(*) as number, string_agg(k."questionId", ' ') as ids from "Card" k
        where k."userId" = u.id and k."questionId" = any (live.ids)) met)`;

/** The stamp and, on the next line, the ids; null while the stamp is still the one of parameter `known`. */
export const metColumn = (known: string): string => `
  (select case when now.stamp is distinct from ${known}::text
               then now.stamp || E'\\n' || coalesce(${MET}, '') end
     from (select concat_ws(' ', u."metRevision",
                    (select c.hash from "ContentState" c where c.id = '${CONTENT_STATE_ID}'),
                    ${openBankList("u.id")}) as stamp) now) as met`;

/** What is remembered of a learner: to be taken before the database is asked whether it still holds. */
export const recallMet = (userId: string): Met | null => memory().learners.get(userId) ?? null;

/** What the database answered; null stands for what was recalled. */
export function toMet(userId: string, sent: string | null, recalled: Met | null): Seen {
  if (sent === null && recalled) return recalled.questions;
  if (sent === null) throw new Error("The database sent no questions, and none are remembered");
  const end = sent.indexOf("\n");
  const questions = toQuestions(sent.slice(end + 1));
  memory().learners.set(userId, { stamp: sent.slice(0, end), questions });
  return questions;
}

function toQuestions(list: string): Seen {
  if (list === ALL) return EVERY_QUESTION;
  return new Set(list === "" ? [] : list.split(" ").map(shared));
}

/** One copy of each id for all learners. A part of the text would keep all of it in memory. */
function shared(id: string): string {
  const { ids } = memory();
  const known = ids.get(id);
  if (known !== undefined) return known;
  const copy = Buffer.from(id).toString();
  ids.set(copy, copy);
  return copy;
}
