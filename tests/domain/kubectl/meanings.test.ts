import { expect, test } from "vitest";

import { meaningOfCommand, meaningOfFlag } from "@/lib/domain/kubectl/meanings/meanings";
import { commandTable, TABLE_VERSIONS } from "@/lib/domain/kubectl/tables/tables";

test.each(TABLE_VERSIONS)("every command and flag of kubectl %s has a meaning", (version) => {
  const { commands, globals } = commandTable(version);
  const silent = commands.flatMap(({ path, flags }) => [
    ...(meaningOfCommand(path) === "" ? [path.join(" ")] : []),
    ...[...flags, ...globals]
      .filter(({ name }) => meaningOfFlag(path, name) === "")
      .map(({ name }) => `${path.join(" ")} --${name}`),
  ]);
  expect(silent).toEqual([]);
});

test("a flag that means something else on one command says so there", () => {
  expect(meaningOfFlag(["run"], "port")).toBe("The container's port.");
  expect(meaningOfFlag(["expose"], "port")).toBe("The port of the Service.");
});
