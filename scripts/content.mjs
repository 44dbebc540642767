import { OperatorError } from "./operator-error.mjs";
import { captureScript } from "./typescript-script.mjs";

/** Loads content/questions into the database. Returns the loader's one line of summary. */
export async function loadContent(databaseUrl, { signal } = {}) {
  const loader = await captureScript(
    ["scripts/load-content.ts"],
    { DATABASE_URL: databaseUrl },
    { signal },
  );
  if (loader.code !== 0) {
    throw new OperatorError(
      `${[loader.stdout, loader.stderr].filter(Boolean).join("\n")}\nThe question banks could not be loaded: mend content/questions (npm run content:check lists every error).`,
    );
  }
  return loader.stdout;
}
