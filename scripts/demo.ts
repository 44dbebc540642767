/**
 * npm run demo                    fills an empty instance with a class to look around in
 * npm run demo -- --again         replaces a demo by a new one
 * npm run demo -- --seed spring   another class; the same seed gives the same class
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";

import { importContent } from "@/lib/server/content/import-content";
import { closeDatabase } from "@/lib/server/db/client";
import { DEMO_DOMAIN, DEMO_STAFF } from "@/scripts/demo/demo-people";
import { countPeople, removeDemo } from "@/scripts/demo/demo-people-there";
import { demoRefusal } from "@/scripts/demo/demo-refusal";
import { fillDemo } from "@/scripts/demo/fill-demo";

const USAGE = "Usage: npm run demo -- [--again] [--seed TEXT] [--password TEXT]";

function readArguments() {
  try {
    return parseArgs({
      options: {
        again: { type: "boolean", default: false },
        seed: { type: "string", default: "reconcile" },
        password: { type: "string" },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return process.exit(2);
  }
}

async function run({ again, seed, password = randomBytes(9).toString("base64url") }: Values) {
  const startedAt = performance.now();
  const say = (step: string): void => {
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0).padStart(3);
    console.log(`${seconds} s  ${step}`);
  };
  const refused = demoRefusal(await countPeople(), again);
  if (refused !== null) {
    console.error(refused);
    process.exitCode = 1;
    return;
  }
  await importContent("content/questions", new Date());
  if (again) {
    say("The demo that was there is taken away");
    await removeDemo();
  }
  const { students, reviews } = await fillDemo({ now: new Date(), seed, password, say });
  say(`Done: ${students.length} learners, ${reviews.toLocaleString("en-GB")} answers`);
  console.log("\nSign in with one of these addresses:");
  for (const { email, name, role } of DEMO_STAFF) console.log(`  ${email}   ${role}, ${name}`);
  console.log(`  student@${DEMO_DOMAIN}   student, ${students[0]?.name ?? ""}`);
  console.log(`Password of all of them: ${password}`);
}

type Values = ReturnType<typeof readArguments>;

try {
  await run(readArguments());
} finally {
  await closeDatabase();
}
