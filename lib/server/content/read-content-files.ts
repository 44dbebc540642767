import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** `path` counts from the content folder, with slashes: `pod-phases/backoff.yaml`. */
export type ContentFile = { path: string; text: string };

/** Every YAML file below the folder, in the order of their paths. */
export async function readContentFiles(folder: string): Promise<ContentFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return Promise.all(
    paths.map(async (file) => ({
      path: file.split(path.sep).join("/"),
      text: await readFile(path.join(folder, file), "utf8"),
    })),
  );
}

/** Raised when what is stored for the same files changes, so that every instance loads them anew. */
const STORED_FORM = "1";

export function hashContentFiles(files: readonly ContentFile[]): string {
  const hash = createHash("sha256").update(STORED_FORM);
  for (const file of files) hash.update(`\u0000${file.path}\u0000${file.text}`);
  return hash.digest("hex");
}
