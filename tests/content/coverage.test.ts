import { expect, test } from "vitest";

import { checkContent } from "@/lib/server/content/check-content";
import { reportContent } from "@/lib/server/content/content-report";
import { readContentFiles } from "@/lib/server/content/read-content-files";

const coverage = reportContent(checkContent(await readContentFiles("content/questions")));

test("each of the 187 statements of the notes that are wrong has a stance", () => {
  const { taught, avoided, "version-bound": bound } = coverage.stances;
  expect([coverage.errata.length, taught + avoided + bound]).toEqual([187, 187]);
});

test("the questions have no gaps", () => {
  expect(coverage.gaps).toEqual([]);
});
