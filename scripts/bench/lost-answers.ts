import { isDeepStrictEqual } from "node:util";
import pg from "pg";

import type { Taken } from "@/scripts/bench/bench-student";

type Row = { attemptId: string; position: number; revision: number; answer: unknown };

/** What the server had acknowledged and the database does not have, and attempts that were not graded. */
export async function lostAnswers(databaseUrl: string, taken: readonly Taken[]) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const ids = taken.map(({ attemptId }) => attemptId);
    const { rows } = await client.query<Row>(
      `select "attemptId", position, revision, answer from "AttemptAnswer"
        where "attemptId" = any ($1::uuid[])`,
      [ids],
    );
    const stored = new Map(rows.map((row) => [`${row.attemptId} ${row.position}`, row]));
    const graded = await client.query<{ count: number }>(
      `select count(*)::int as count from "Attempt" t
         join "AssignmentGrade" g on g."userId" = t."userId" and g."assignmentId" = t."assignmentId"
        where t.id = any ($1::uuid[]) and t.state = 'submitted'`,
      [ids],
    );
    let lost = 0;
    for (const { attemptId, acknowledged } of taken) {
      for (const [position, { revision, answer }] of acknowledged) {
        const row = stored.get(`${attemptId} ${position}`);
        const isThere =
          row?.revision === revision && isDeepStrictEqual(row.answer, JSON.parse(answer));
        if (!isThere) lost += 1;
      }
    }
    return {
      lost,
      acknowledged: taken.reduce((sum, { saves }) => sum + saves, 0),
      ungraded: taken.length - (graded.rows[0]?.count ?? 0),
    };
  } finally {
    await client.end();
  }
}
