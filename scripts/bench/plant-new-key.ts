import type pg from "pg";

/** Makes a version of one short question whose key accepts what was wrong, for a regrade to find. */
export async function plantNewKey(
  client: pg.Client,
  questionIds: readonly string[],
): Promise<string> {
  const { rows } = await client.query<{ id: string; version: number }>(
    `select q.id, q."currentVersion" as version
       from "Question" q
       join "QuestionVersion" v on v."questionId" = q.id and v.version = q."currentVersion"
      where q.id = any ($1) and v.content ->> 'kind' = 'short' order by q.id limit 1`,
    [[...questionIds]],
  );
  const [question] = rows;
  if (!question) throw new Error("No short question was asked");
  await client.query(
    `insert into "QuestionVersion"
     select (jsonb_populate_record(v, jsonb_build_object('version', v.version + 1, 'content',
               v.content || jsonb_build_object('accepted', v.content -> 'accepted' ||
                 (select jsonb_agg(distinct w.answer ->> 'text') from "AttemptAnswer" w
                   where w."questionId" = v."questionId"
                     and w.answer ->> 'text' like 'no such thing%'))))).*
       from "QuestionVersion" v where v."questionId" = $1 and v.version = $2`,
    [question.id, question.version],
  );
  await client.query(`update "Question" set "currentVersion" = $2 where id = $1`, [
    question.id,
    question.version + 1,
  ]);
  const { forgetCatalogue } = await import("@/lib/server/content/catalogue");
  forgetCatalogue();
  return question.id;
}
