import { database, databasePool, type Db } from "@/lib/server/db/client";
import { forgetPerson } from "@/lib/server/db/forget-person";
import { setGradeCause } from "@/lib/server/db/grades";
import { DEMO_DOMAIN } from "@/scripts/demo/demo-people";

const LONG = { timeout: 120_000 };

/** How many people of the demo there are, and how many others, guests included. */
export async function countPeople(): Promise<{ demo: number; others: number }> {
  const { rows } = await databasePool().query<{ demo: number; others: number }>(
    `select count(*) filter (where email like $1)::int as demo,
            count(*) filter (where email is null or email not like $1)::int as others from "User"`,
    [`%@${DEMO_DOMAIN}`],
  );
  return rows[0] ?? { demo: 0, others: 0 };
}

/** Takes a demo away, and nothing else: its classes, its people, and all that is theirs. */
export async function removeDemo(): Promise<void> {
  const pool = databasePool();
  const { rows } = await pool.query<{ id: string }>(`select id from "User" where email like $1`, [
    `%@${DEMO_DOMAIN}`,
  ]);
  const ids = rows.map(({ id }) => id);
  await database().$transaction((db) => removeClasses(db, ids), LONG);
  for (const id of ids) await database().$transaction((db) => forgetPerson(db, id), LONG);
}

/** Classes that nobody else is in. */
async function removeClasses(db: Db, ids: readonly string[]): Promise<void> {
  await setGradeCause(db, { actorId: null, cause: "account-deleted", reason: null });
  await db.$executeRaw`
    delete from "Class" c
     where exists (select 1 from "Member" m where m."classId" = c.id)
       and not exists (select 1 from "Member" m
                        where m."classId" = c.id and m."userId" <> all (${[...ids]}::uuid[]))`;
}
