import { createHash } from "node:crypto";
import pg from "pg";

import type { QuestionContent } from "@/lib/domain/questions/content";

export type PlantedBank = { id: string; title: string; questions: QuestionContent[] };

const sql = async (work: (client: pg.Client) => Promise<unknown>) => {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

/** Adds a bank of a test's own beside the product's. Twice is once. The server sees it within seconds. */
export const plantBank = ({ id, title, questions }: PlantedBank) =>
  sql(async (client) => {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(7220502)");
    const added = await client.query(
      `insert into "Bank" (id, title, description, position) values ($1, $2, 'For tests.', 99)
       on conflict do nothing`,
      [id, title],
    );
    if (added.rowCount === 1) {
      for (const content of questions) await plantQuestion(client, content);
    }
    if (added.rowCount === 1 || (await wasRetired(client, id))) {
      await client.query(`update "ContentState" set hash = hash || $1`, [`+${id}`]);
    }
    await client.query("commit");
  });

/** A server that loads its files anew retires what is in none of them. */
async function wasRetired(client: pg.Client, bankId: string): Promise<boolean> {
  const retired = `"retiredAt" = null where "retiredAt" is not null`;
  await client.query(`update "Bank" set ${retired} and id = $1`, [bankId]);
  const { rowCount } = await client.query(`update "Question" set ${retired} and "bankId" = $1`, [
    bankId,
  ]);
  return rowCount !== 0;
}

async function plantQuestion(client: pg.Client, content: QuestionContent) {
  const text = JSON.stringify(content);
  await client.query(
    `insert into "Question" (id, "bankId", kind, concept, "currentVersion")
     values ($1, $2, $3, $4, 1)`,
    [content.id, content.bank, content.kind, content.concept],
  );
  await client.query(
    `insert into "QuestionVersion" ("questionId", version, "contentHash", content, "createdAt")
     values ($1, 1, $2, $3, now())`,
    [content.id, createHash("sha256").update(text).digest("hex"), text],
  );
}

/** Lets a learner meet as many new questions a day as a test needs. */
export const raiseDailyLimit = (userId: string) =>
  sql((client) =>
    client.query(`update "StudySettings" set "newPerDay" = 999 where "userId" = $1`, [userId]),
  );
