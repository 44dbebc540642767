/** What `npm run check` and `npm test` ask of the code without running the product. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";
import { commandStep, runTool } from "./steps.mjs";

const CODE = [
  "app",
  "components",
  "lib",
  "scripts",
  "tests",
  "e2e",
  "proxy.ts",
  "instrumentation.ts",
];

export const lintStep = commandStep("lint", ["eslint", ".", "--max-warnings", "0"]);
/** Not beside a build: both write the declarations of the routes. */
export const typesStep = commandStep("types", ["next", "typegen"], ["tsc", "--noEmit"]);
export const directionsStep = commandStep("dependency rules", [
  "depcruise",
  ...CODE,
  "--config",
  ".dependency-cruiser.cjs",
]);
export const unusedStep = commandStep("unused code", ["knip"]);
export const formatStep = commandStep("format", ["prettier", "--check", "."]);

/** Vitest; `project` limits it to "pure" or "server". Each test counts, and so does a file that cannot be loaded. */
export function vitestStep(name, { project, env = {} } = {}) {
  return {
    name,
    async run(signal) {
      const report = join(checkout, ".cache", `vitest-${project ?? "all"}.json`);
      mkdirSync(join(checkout, ".cache"), { recursive: true });
      rmSync(report, { force: true });
      const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
      if (project) args.push("--project", project);
      const { code, output } = await runTool("vitest", args, {
        signal,
        env: { ...env, NO_COLOR: "1" },
      });
      return countVitest(report, code, output);
    },
  };
}

function countVitest(reportFile, code, output) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, output };
  const report = JSON.parse(readFileSync(reportFile, "utf8"));
  const broken = report.testResults.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  // An error outside any test fails the run without failing a test.
  return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1), output };
}
