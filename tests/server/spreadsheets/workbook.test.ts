import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

import { workbook } from "@/lib/server/spreadsheets/workbook";

const filesOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );

test("a workbook has the parts that spreadsheet programs ask for", () => {
  const files = filesOf(workbook("Grades", [["name"], ["Zoë"]]));
  expect(Object.keys(files)).toEqual([
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
  ]);
  expect(files["xl/worksheets/sheet1.xml"]).toContain("Zoë");
});

test("the same rows are the same bytes", () => {
  expect(workbook("Grades", [["a", 1]])).toEqual(workbook("Grades", [["a", 1]]));
});

test("a sheet has a name that Excel takes", () => {
  const files = filesOf(workbook("Grades: [Pods/Services] of a very long class?", []));
  expect(files["xl/workbook.xml"]).toContain('name="Grades   Pods Services  of a ve"');
});
