import { expect, test } from "vitest";

import { returnPath } from "@/lib/domain/access/return-path";

test.each(["/study", "/banks/kubectl?kind=kubectl", "/settings#exam"])(
  "%s is a path of ours",
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/a\\b",
  "https://evil.example",
  "javascript:alert(1)",
  "study",
  "",
  null,
  undefined,
])("%s leads home", (path) => {
  expect(returnPath(path)).toBe("/today");
});
