import { readFileSync } from "node:fs";

let known: string | null = null;

/** Names the build that is served; "development" where files change under the same name. */
export function buildId(): string {
  known ??=
    process.env.NODE_ENV === "development"
      ? "development"
      : readFileSync(`${process.env["RECONCILE_DIST_DIR"] ?? ".next"}/BUILD_ID`, "utf8").trim();
  return known;
}
