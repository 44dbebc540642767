import { expect, test } from "vitest";

import { logLine } from "@/lib/server/log";

const fieldsOf = (line: string) => JSON.parse(line) as Record<string, unknown>;

test("an entry is one line of JSON with time, level and event", () => {
  const line = logLine("info", "a bank was loaded", { bank: "pod-phases", questions: 20 });
  expect(line.trimEnd()).not.toContain("\n");
  expect(fieldsOf(line)).toMatchObject({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    level: "info",
    event: "a bank was loaded",
    bank: "pod-phases",
    questions: 20,
  });
});

test.each([
  { fields: { password: "hunter2" } },
  { fields: { request: { headers: { cookie: "session=hunter2" } } } },
  { fields: { authorization: "Bearer hunter2" } },
  { fields: { sessionToken: "hunter2" } },
  { fields: { url: "postgresql://reconcile:hunter2@db/reconcile" } },
  { fields: { error: new Error("cannot reach postgresql://reconcile:hunter2@db/reconcile") } },
])("a secret in $fields stays out of the log", ({ fields }) => {
  expect(logLine("error", "it failed", fields)).not.toContain("hunter2");
});

test("an error is written with its code and its cause", () => {
  const cause = Object.assign(new Error("connection refused"), { code: "ECONNREFUSED" });
  const line = logLine("error", "it failed", { error: new Error("no database", { cause }) });
  expect(fieldsOf(line)).toMatchObject({
    error: { kind: "Error", message: "no database", cause: { code: "ECONNREFUSED" } },
  });
});

test("a bigint does not break an entry", () => {
  expect(fieldsOf(logLine("info", "counted", { reviews: 12n }))).toMatchObject({ reviews: "12" });
});
