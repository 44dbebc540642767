import type pg from "pg";

import { countBackends, measure, type Cost } from "@/scripts/bench/measure-service";

/** Of which the middle one is told. */
const TURNS = 3;

/** Prints what each of these works costs, and how the database finds what the slowest statement asks. */
export async function measureAll(
  client: pg.Client,
  works: Readonly<Record<string, () => Promise<unknown>>>,
  { plans }: { plans: boolean },
): Promise<void> {
  console.log("\n| what | seconds | in the database | its processor | peak MB (before) |");
  console.log("| --- | --- | --- | --- | --- |");
  for (const [name, work] of Object.entries(works)) {
    const costs: Cost[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      await countBackends(client);
      costs.push(await measure(work));
    }
    printCost(name, middleOf(costs));
    if (plans) await printPlan(client, middleOf(costs));
  }
}

function middleOf(costs: readonly Cost[]): Cost {
  const inOrder = [...costs].sort((a, b) => a.databaseSeconds - b.databaseSeconds);
  const middle = inOrder[Math.floor(inOrder.length / 2)];
  if (!middle) throw new Error("Nothing was measured");
  return middle;
}

function printCost(name: string, cost: Cost): void {
  const { seconds, databaseSeconds, databaseCpuSeconds, peakMb, baseMb } = cost;
  const figures = [
    seconds.toFixed(2),
    databaseSeconds.toFixed(2),
    databaseCpuSeconds?.toFixed(2) ?? "–",
    `${peakMb.toFixed(0)} (${baseMb.toFixed(0)})`,
  ];
  console.log(`| ${name} | ${figures.join(" | ")} |`);
}

/** Of the statement that took longest. */
async function printPlan(client: pg.Client, { statements }: Cost): Promise<void> {
  const [slowest] = [...statements].sort((a, b) => b.ms - a.ms);
  if (!slowest || !/^\s*(select|with)/i.test(slowest.text)) return;
  const { rows } = await client.query<{ "QUERY PLAN": string }>(
    `explain (analyze, buffers) ${slowest.text}`,
    slowest.values,
  );
  console.log(`\n${rows.map((row) => row["QUERY PLAN"]).join("\n")}\n`);
}
