import { expect, test } from "vitest";

import { DIAGRAMS } from "@/components/diagrams/diagram-registry";
import { checkContent } from "@/lib/server/content/check-content";
import { readContentFiles } from "@/lib/server/content/read-content-files";

test("every diagram that a question shows is drawn", async () => {
  const { questions } = checkContent(await readContentFiles("content/questions"));
  const shown = questions.flatMap(({ exhibits = [] }) =>
    exhibits.flatMap((exhibit) => (exhibit.type === "diagram" ? [exhibit.diagram] : [])),
  );
  expect(shown.filter((id) => !Object.hasOwn(DIAGRAMS, id))).toEqual([]);
});
