import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

import { checkContent } from "@/lib/server/content/check-content";
import { formatProblem } from "@/lib/server/content/content-problem";
import { readContentFiles } from "@/lib/server/content/read-content-files";
import { bankFile } from "@/tests/helpers/content-files";

const guide = await readFile("docs/authoring.md", "utf8");
const examples = [...guide.matchAll(/^```yaml\n(questions:\n[\s\S]*?)^```$/gmu)].map(
  (found) => found[1] ?? "",
);
const references = (await readContentFiles("content/questions")).filter(
  ({ path }) => !path.includes("/"),
);

test("the guide has examples", () => {
  expect(examples.length).toBeGreaterThan(4);
});

test("every example of the guide passes the check", () => {
  const files = examples.map((text, index) => ({ path: `guide/example-${index}.yaml`, text }));
  const { problems } = checkContent([...references, bankFile("guide"), ...files]);
  const ofExamples = problems.filter(({ file }) => file.startsWith("guide/"));
  expect(ofExamples.map(formatProblem)).toEqual([]);
});
