/**
 * Writes `lib/domain/kubectl/tables/<version>/{commands,resources}.json` from
 * the real kubectl and the list of its server's resources.
 *
 *   npm run kubectl:tables             all versions
 *   npm run kubectl:tables -- 1.35     one version
 *   npm run kubectl:tables -- --check  compares instead of writing; exit code 1 when they differ
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { CommandSpec, FlagSpec, ResourceSpec } from "../../lib/domain/kubectl/tables/tables";
import { KUBECTL_VERSIONS, ROOT, ensureKubectl, type KubectlVersion } from "./kubectl-binary";
import { readResourceList } from "./resource-list";
import { emptyHome, runKubectl } from "./run-kubectl";
import { walkCommands, walkGlobals } from "./walk-commands";

async function commandsJson(version: KubectlVersion): Promise<string> {
  const binary = ensureKubectl(version);
  const home = emptyHome();
  const run = (args: readonly string[]) =>
    runKubectl(binary, args, { env: { HOME: home }, cwd: home });
  const commands = await walkCommands(run);
  const table = tableJson(version, commands, await walkGlobals(run));
  return table.replaceAll(home, "$HOME"); // the default of --cache-dir names it
}

/**
 * Most flags are the same in many commands, so each distinct one is written once
 * and commands refer to it by index; what is usual (no shorthand, not hidden …) is left out.
 */
function tableJson(version: string, commands: CommandSpec[], globals: FlagSpec[]): string {
  const pool: string[] = [];
  const indexOf = (flag: FlagSpec) => {
    const text = JSON.stringify(compactFlag(flag));
    const known = pool.indexOf(text);
    return known >= 0 ? known : pool.push(text) - 1;
  };
  const globalIndexes = globals.map(indexOf);
  const lines = commands.map((command) =>
    JSON.stringify({ ...command, flags: command.flags.map(indexOf) }),
  );
  return [
    `{"version":"${version}","globals":${JSON.stringify(globalIndexes)},"flags":[`,
    pool.join(",\n"),
    '],"commands":[',
    lines.join(",\n"),
    "]}\n",
  ].join("\n");
}

const compactFlag = (flag: FlagSpec) => ({
  name: flag.name,
  ...(flag.shorthand === null ? {} : { shorthand: flag.shorthand }),
  type: flag.type,
  default: flag.default,
  ...(flag.noOptDefault === null ? {} : { noOptDefault: flag.noOptDefault }),
  ...(flag.required ? { required: true } : {}),
  ...(flag.hidden ? { hidden: true } : {}),
  ...(flag.deprecated === null ? {} : { deprecated: flag.deprecated }),
});

function resourcesJson(version: string, resources: ResourceSpec[]): string {
  const lines = resources.map((resource) => JSON.stringify(resource));
  return `{"version":"${version}","resources":[\n${lines.join(",\n")}\n]}\n`;
}

function write(folder: string, name: string, text: string) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  console.log(`${name}: ${String(text.length)} characters`);
}

function compare(path: string, text: string) {
  if (readFileSync(path, "utf8") === text) {
    console.log(`${path.slice(ROOT.length)} is what kubectl says`);
    return;
  }
  console.error(
    `${path.slice(ROOT.length)} differs from what kubectl says: run npm run kubectl:tables`,
  );
  process.exitCode = 1;
}

const options = process.argv.slice(2);
const checking = options.includes("--check");
const wanted = KUBECTL_VERSIONS.filter((version) => options.includes(version));

for (const version of wanted.length > 0 ? wanted : KUBECTL_VERSIONS) {
  const folder = join(ROOT, "lib/domain/kubectl/tables", `v${version.replace(".", "-")}`);
  const files = {
    "commands.json": await commandsJson(version),
    "resources.json": resourcesJson(version, readResourceList(version)),
  };
  for (const [name, text] of Object.entries(files)) {
    if (checking) compare(join(folder, name), text);
    else write(folder, name, text);
  }
}
