import { readFile } from "node:fs/promises";
import { format } from "prettier";
import { expect, test } from "vitest";

import { editorHint, editorSchemas } from "@/lib/server/content/editor-schemas";
import { readContentFiles } from "@/lib/server/content/read-content-files";

test.each(Object.entries(editorSchemas()).map(([name, schema]) => ({ name, schema })))(
  "$name says what the zod schemas say (npm run content:schemas)",
  async ({ name, schema }) => {
    const written = await readFile(`content/questions/${name}`, "utf8");
    expect(written).toBe(await format(JSON.stringify(schema), { parser: "json", printWidth: 100 }));
  },
);

test("every file of a bank names its schema for editors (npm run content:schemas)", async () => {
  const files = await readContentFiles("content/questions");
  const without = files.filter(({ path, text }) => !text.startsWith(editorHint(path) ?? ""));
  expect(without.map(({ path }) => path)).toEqual([]);
});
