/** npm run content:schemas: writes the JSON Schemas that editors use for content/questions. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { format } from "prettier";

import { editorSchemas } from "@/lib/server/content/editor-schemas";

const CONTENT_FOLDER = "content/questions";

for (const [name, schema] of Object.entries(editorSchemas())) {
  const file = path.join(CONTENT_FOLDER, name);
  await writeFile(file, await format(JSON.stringify(schema), { parser: "json", printWidth: 100 }));
  console.log(file);
}
