import { loadEnvFile } from "./checkout.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { listenForInterruption } from "./interruption.mjs";
import { runCommand } from "./operator-error.mjs";

/** Commands that need the test and lint tools, not only what the product runs on. */
const NEEDS_DEVELOPMENT_TOOLS = new Set(["test", "check", "e2e"]);

const COMMANDS = {
  start: () => import("./commands/start.mjs"),
  test: () => import("./commands/test.mjs"),
  e2e: () => import("./commands/e2e.mjs"),
  check: () => import("./commands/check.mjs"),
  worker: () => import("./commands/worker.mjs"),
  migrate: () => import("./commands/migrate.mjs"),
  "new-migration": () => import("./commands/new-migration.mjs"),
  database: () => import("./commands/database.mjs"),
  build: () => import("./commands/build.mjs"),
  demo: () => import("./commands/demo.mjs"),
  setup: () => import("./commands/setup.mjs"),
  tsx: () => import("./commands/tsx.mjs"),
};

const [name, ...args] = process.argv.slice(2);

await runCommand(async () => {
  const load = COMMANDS[name];
  if (!load) {
    console.error(`Usage: node scripts/run.mjs <${Object.keys(COMMANDS).join("|")}> [arguments]`);
    return 2;
  }
  loadEnvFile();
  await ensureDependencies({ development: NEEDS_DEVELOPMENT_TOOLS.has(name) });
  const { main } = await load();
  // A script of its own decides for itself what an interruption means.
  return name === "tsx" ? main(args) : main(args, listenForInterruption());
});
