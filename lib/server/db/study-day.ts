import { databasePool } from "@/lib/server/db/client";
import type { SessionClaims } from "@/lib/server/db/people";
import {
  COUNTED_DAY,
  GOOD_SESSION,
  toCountedDay,
  type CountedTuple,
  type DayRow,
  type StudyDay,
} from "@/lib/server/db/study-facts";

/** The day as it is now. Null when the session is no longer good. */
export async function findStudyDay(claims: SessionClaims, now: Date): Promise<StudyDay | null> {
  const { rows } = await databasePool().query<DayRow<CountedTuple>>({
    name: "study-day",
    text: `select ${COUNTED_DAY} from "User" u where ${GOOD_SESSION}`,
    values: [claims.userId, claims.sessionVersion, now.toISOString()],
  });
  return rows[0] ? toCountedDay(rows[0]) : null;
}
