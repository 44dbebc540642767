/** The generated tables beside what was counted in the real kubectl and what it accepted. */
import { describe, expect, test } from "vitest";

import {
  commandTable,
  resourceTable,
  TABLE_VERSIONS,
  type CommandSpec,
} from "@/lib/domain/kubectl/tables/tables";

import { readRecordings } from "./recordings/read-recordings";

const { commands, globals } = commandTable("1.35");
const resources = resourceTable("1.35");

const commandAt = (path: string, version = "1.35"): CommandSpec | undefined =>
  commandTable(version).commands.find((command) => command.path.join(" ") === path);

const flagAt = (path: string, name: string) =>
  commandAt(path)?.flags.find((flag) => flag.name === name);

const shown = commands.flatMap((command) => command.flags).filter((flag) => !flag.hidden);

describe("the command table of 1.35", () => {
  test.each([
    ["commands beside the unlisted `options`", commands.length - 1, 109],
    ["commands without subcommands", commands.filter((one) => !one.hasSubcommands).length - 1, 95],
    ["commands with aliases", commands.filter((one) => one.aliases.length > 0).length, 14],
    ["flags shown in help", shown.length, 914],
    ["names of flags", new Set(shown.map((flag) => flag.name)).size, 243],
    ["global flags", globals.length, 29],
    [
      "commands that still take --record",
      commands.filter((one) => flagAt(one.path.join(" "), "record")).length,
      15,
    ],
    ["string flags", shown.filter((flag) => flag.type === "string").length, 436],
    ["bool flags", shown.filter((flag) => flag.type === "bool").length, 343],
    ["comma-separated flags", shown.filter((flag) => flag.type === "stringSlice").length, 60],
    ["repeatable flags", shown.filter((flag) => flag.type === "stringArray").length, 28],
    ["whole-number flags", shown.filter((flag) => /^u?int/.test(flag.type)).length, 27],
    ["duration flags", shown.filter((flag) => flag.type === "duration").length, 17],
  ])("counts %s as the real kubectl does", (_what, counted, expected) => {
    expect(counted).toBe(expected);
  });

  test.each([
    [
      "create deployment",
      "replicas",
      { shorthand: "r", type: "int32", default: "1", noOptDefault: null },
    ],
    ["create deployment", "image", { type: "stringSlice", required: true }],
    [
      "create deployment",
      "dry-run",
      { type: "string", default: "none", noOptDefault: "unchanged" },
    ],
    ["create -f", "validate", undefined],
    ["create", "validate", { default: "strict", noOptDefault: "strict" }],
    ["delete", "cascade", { default: "background", noOptDefault: "background" }],
    ["run", "env", { type: "stringArray" }],
    ["run", "labels", { shorthand: "l", type: "string" }],
    ["logs", "follow", { shorthand: "f", type: "bool", noOptDefault: "true" }],
    ["logs", "since", { type: "duration", default: "0s" }],
    ["debug", "set-image", { type: "stringToString" }],
    ["create clusterrole", "aggregation-rule", { type: "mapStringString" }],
    ["config view", "merge", { type: "bool", default: "true" }],
    ["autoscale", "cpu-percent", { type: "int32", hidden: true }],
    ["label", "record", { hidden: true, deprecated: "--record will be removed in the future" }],
  ])("describes %s --%s as the real kubectl behaves", (path, name, expected) => {
    const flag = flagAt(path, name);
    expect(flag === undefined ? undefined : { ...flag }).toEqual(
      expected === undefined ? undefined : expect.objectContaining(expected),
    );
  });

  test("has no flag that was not used in a recorded line", () => {
    const lines = readRecordings().map(({ line }) => `${line} `);
    const unused = commands.flatMap((command) => {
      const start = `kubectl ${command.path.join(" ")} `;
      const own = lines.filter((line) => line.startsWith(start));
      return command.flags
        .filter(
          ({ name }) =>
            !own.some((line) => line.includes(`--${name}=`) || line.includes(`--${name} `)),
        )
        .map(({ name }) => `${command.path.join(" ")} --${name}`);
    });
    expect(unused).toEqual([]);
  });

  test("has no flag that the real kubectl refused as unknown", () => {
    const refused = readRecordings().flatMap(({ line, error }) => {
      const name = /^error: unknown flag: --(\S+)/.exec(error ?? "")?.[1];
      return name === undefined ? [] : [{ line, name }];
    });
    const known = refused.filter(({ line, name }) =>
      commands.some(
        ({ path, hasSubcommands, flags }) =>
          !hasSubcommands &&
          line.startsWith(`kubectl ${path.join(" ")} `) &&
          flags.some((flag) => flag.name === name),
      ),
    );
    expect(known).toEqual([]);
  });
});

describe("the table of 1.36", () => {
  test("stands beside that of 1.35", () => {
    expect(TABLE_VERSIONS).toEqual(["1.35", "1.36"]);
  });

  test.each([
    ["kuberc set", true],
    ["alpha kuberc set", false],
  ])("knows %s: %s", (path, known) => {
    expect(commandAt(path, "1.36") !== undefined).toBe(known);
  });
});

describe("the resource table of 1.35", () => {
  test("has the ten kinds of `all`", () => {
    const all = resources.filter((one) => one.categories.includes("all"));
    const names = [...new Set(all.map((one) => one.plural))].sort();
    expect(names).toEqual(
      "cronjobs daemonsets deployments horizontalpodautoscalers jobs pods replicasets replicationcontrollers services statefulsets".split(
        " ",
      ),
    );
  });

  test("gives no short name to two kinds", () => {
    const kinds = new Map<string, Set<string>>();
    for (const { shortNames, kind } of resources) {
      for (const short of shortNames) kinds.set(short, (kinds.get(short) ?? new Set()).add(kind));
    }
    const shared = [...kinds].filter(([, users]) => users.size > 1);
    expect(shared).toEqual([]);
  });

  test("names every kind once per group version", () => {
    const ids = resources.map((one) => `${one.group}/${one.version}/${one.plural}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("knows every type that the real kubectl listed", () => {
    const listed = readRecordings()
      .filter(
        ({ line }) =>
          line === "kubectl api-resources --namespaced=false -o name" ||
          line === "kubectl api-resources -o name",
      )
      .flatMap(({ stdout }) => (stdout ?? "").split("\n").slice(0, -1))
      .filter((name) => name !== "" && !name.endsWith("metrics.k8s.io"));
    const known = resources.map((one) =>
      one.group === "" ? one.plural : `${one.plural}.${one.group}`,
    );
    expect(listed.filter((name) => !known.includes(name))).toEqual([]);
  });
});
