import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "");

/** Rules and content need nothing; the server's tests get a PostgreSQL of their own, a fresh copy per file. */
export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    pool: "forks",
    // A busy machine is slow, not wrong.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["tests/{domain,content,components,machinery}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/server/**/*.test.ts"],
          globalSetup: ["tests/helpers/postgres-for-tests.ts"],
          setupFiles: ["tests/helpers/database-for-this-file.ts"],
        },
      },
    ],
  },
});
