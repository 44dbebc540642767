/** The query plans of the daily loop's statements, and whether the database keeps them. */
import type pg from "pg";

import { LARGE, learnerId, SMALL, type Group } from "@/scripts/bench/study-data";
import type { Statement } from "@/scripts/bench/study-statements";
import type { Caught } from "@/scripts/bench/study-targets";

/** Nothing that is explained here stays. */
export async function printPlans(client: pg.Client, { answer, queue }: Caught): Promise<void> {
  await client.query("begin");
  for (const [name, statement] of [
    ["answer", answer],
    ["queue", queue],
  ] as const) {
    for (const group of [SMALL, LARGE]) {
      const { rows } = await client.query<{ "QUERY PLAN": string }>(
        `explain (analyze, buffers) ${statement.text}`,
        valuesOf(answer.sample, statement, group),
      );
      console.log(`\nPlan of the ${name}'s statement, learner of ${group.cards} cards\n`);
      console.log(rows.map((row) => row["QUERY PLAN"]).join("\n"));
    }
    await printKeptPlans(client, name, statement, answer.sample);
  }
  await client.query("rollback");
}

type Sample = Caught["answer"]["sample"];

/** An answer is written once under its id. */
const valuesOf = (sample: Sample, { values }: Statement, group: Group, turn = 0): unknown[] =>
  values.map((value) => {
    if (value === sample.userId) return learnerId(group, 1);
    return value === sample.reviewId
      ? `00000000-0000-7000-8000-${String(turn).padStart(12, "0")}`
      : value;
  });

/** Whether the database plans a statement once or at every request. */
async function printKeptPlans(
  client: pg.Client,
  name: string,
  statement: Statement,
  sample: Sample,
) {
  for (let turn = 1; turn <= 20; turn++) {
    const values = valuesOf(sample, statement, SMALL, turn);
    await client.query({ name, text: statement.text, values });
  }
  const { rows } = await client.query<{ kept: string; made: string }>(
    "select generic_plans as kept, custom_plans as made from pg_prepared_statements where name = $1",
    [name],
  );
  console.log(
    `\nOf 20 times the ${name}: ${rows[0]?.kept} by the kept plan, ${rows[0]?.made} planned anew`,
  );
}
