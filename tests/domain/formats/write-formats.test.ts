import { expect, test } from "vitest";

import { parsePositions, writePositions } from "@/lib/domain/formats/positions";
import { writeText } from "@/lib/domain/formats/text/write-text";
import { WRITERS } from "@/lib/domain/formats/write-file";
import { aQuestion } from "@/tests/helpers/questions";

const short = aQuestion("short", { prompt: "=cmd|'/C calc'!A1", accepted: ["+1"] });
const kubectl = aQuestion("kubectl", {
  prompt: "List the Pods.",
  accept: ["kubectl get pods"],
  context: { namespace: "shop" },
  nearMisses: [],
});

test("no cell of a CSV file starts like a formula", () => {
  const cells = WRITERS.csv([short]).split(/[,\r\n]+/);
  expect(cells).toContain("'=cmd|'/C calc'!A1");
  expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
});

test("GIFT escapes every sign that means something in it", () => {
  const [line] = WRITERS.gift([aQuestion("short", { accepted: ["a=b~c#d{e}:f\\g -> h"] })])
    .split("\n")
    .filter((each) => each.startsWith("\t=%100%"));
  expect(line).toBe("\t=%100%a\\=b\\~c\\#d\\{e\\}\\:f\\\\g -&gt; h");
});

test("Moodle XML holds no mark-up of an author", () => {
  const file = WRITERS.moodle([
    aQuestion("short", { prompt: "</text><script>&", accepted: ["a"] }),
  ]);
  expect(file).not.toContain("<script>");
  expect(file).toContain("&lt;/text&gt;&lt;script&gt;&amp;");
});

test("plain text shows the key only where it is wanted", () => {
  const paper = writeText([kubectl], { title: "Pods", withKey: false });
  expect(paper).toMatch(/^Pods\n====\n\n1\. List the Pods\.\n\n {3}Namespace: shop/);
  expect(paper).not.toContain("kubectl get pods");
  const key = writeText([kubectl], { title: "Pods", withKey: true });
  expect(key).toContain("Key\n===\n\n1. kubectl get pods");
});

test.each([
  ["0-3,7", [0, 1, 2, 3, 7]],
  ["", []],
  ["x,2,-1,5-4", [2]],
])("the positions %j are %j", (text, positions) => {
  expect([...parsePositions(text)]).toEqual(positions);
});

test("positions are written as runs", () => {
  expect(writePositions([7, 1, 0, 2, 9])).toBe("0-2,7,9");
});
