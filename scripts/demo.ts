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

async function refusal(again: boolean): Promise<string | null> {
  const { demo, others } = await countPeople();
  if (others > 0) {
    const people = others === 1 ? "somebody" : `${others} people`;
    return `This instance has ${people} who are not of a demo: nothing was changed. A demo needs an instance of its own; README says how to start one.`;
  }
  if (demo > 0 && !again) {
    return "The demo is there already: nothing was changed. npm run demo -- --again replaces it.";
  }
  return null;
}

async function run({ again, seed, password = randomBytes(9).toString("base64url") }: Values) {
  const startedAt = performance.now();
  const say = (step: string): void => {
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0).padStart(3);
    console.log(`${seconds} s  ${step}`);
  };
  await importContent("content/questions", new Date());
  const refused = await refusal(again);
  if (refused !== null) {
    console.error(refused);
    process.exitCode = 1;
    return;
  }
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
