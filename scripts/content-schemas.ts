/**
 * npm run content:schemas
 *
 * Writes the JSON Schemas that editors use for content/questions, and the line at the top
 * of each file that tells an editor which of them is meant.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "prettier";

import { editorHint, editorSchemas } from "@/lib/server/content/editor-schemas";
import { readContentFiles } from "@/lib/server/content/read-content-files";

const CONTENT_FOLDER = "content/questions";

for (const [name, schema] of Object.entries(editorSchemas())) {
  const file = path.join(CONTENT_FOLDER, name);
  await writeFile(file, await format(JSON.stringify(schema), { parser: "json", printWidth: 100 }));
  console.log(file);
}

for (const file of await readContentFiles(CONTENT_FOLDER)) {
  const hint = editorHint(file.path);
  if (hint === null || file.text.startsWith(hint)) continue;
  await writeFile(path.join(CONTENT_FOLDER, file.path), hint + file.text);
  console.log(path.join(CONTENT_FOLDER, file.path));
}
