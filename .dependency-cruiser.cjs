/** The directions of imports. Each rule was seen to fire on a planted violation. */
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    rule("no-circular", "A circle has no first file to read.", {}, { circular: true }),
    rule(
      "domain-is-pure",
      "The rules know no framework, no I/O and no other part of the product.",
      { path: "^lib/domain" },
      {
        pathNot: [
          "^lib/domain",
          "node_modules/zod/",
          "node_modules/ts-fsrs/",
          "node_modules/yaml/",
          "node_modules/@rgrove/parse-xml/",
        ],
      },
    ),
    rule(
      "one-door-to-yaml-in-the-domain",
      "YAML is part of kubectl's language (files, patches) and a format of questions, and of no other rule.",
      { path: "^lib/domain", pathNot: "^lib/domain/(kubectl|formats)/" },
      { path: "node_modules/yaml/" },
    ),
    rule(
      "one-door-to-xml",
      "XML is a format of questions, read with its traps in mind.",
      { pathNot: "^lib/domain/formats/moodle/" },
      { path: "node_modules/@rgrove/parse-xml/" },
    ),
    rule(
      "one-door-to-ts-fsrs",
      "Importing it adds methods to Date.prototype, and its traps are mended in one place.",
      { pathNot: "^lib/domain/scheduling" },
      { path: "node_modules/ts-fsrs/" },
    ),
    rule(
      "one-door-to-prisma",
      "Queries live in lib/server/db; the scripts that migrate use the schema engine.",
      { pathNot: "^(lib/server/db|prisma|scripts/schema-engine\\.mjs)" },
      { path: ["node_modules/@prisma/", "^lib/server/db/generated"] },
    ),
    rule(
      "db-knows-no-rules",
      "Repositories load and save; services decide.",
      { path: "^lib/server/db" },
      { path: "^lib/server/(services|auth)" },
    ),
    rule(
      "components-render-only",
      "Props in, markup out; actions arrive as props.",
      { path: "^components" },
      { path: "^(lib/server|app)/" },
    ),
    rule(
      "routes-go-through-services",
      "A route reads its parameters, calls one service and renders.",
      { path: "^app", pathNot: "\\.bench\\.ts$" },
      { path: "^lib/server/db" },
    ),
    rule(
      "nothing-imports-routes",
      "A route is an end, not a library.",
      { pathNot: "^(app|e2e|tests)/" },
      { path: "^app/" },
    ),
    rule(
      "no-tests-in-product",
      "What ships does not know its tests; benchmarks measure on their recordings.",
      { pathNot: "^(tests|e2e|scripts/bench)/" },
      { path: "^(tests|e2e)/" },
    ),
    rule(
      "no-scripts-in-product",
      "Scripts are commands around the product.",
      { path: "^(app|components|lib)" },
      { path: "^scripts/" },
    ),
    rule(
      "no-development-tools-in-product",
      "What ships runs on dependencies; test and lint tools are not installed in production.",
      { path: "^(app|components|lib|proxy\\.ts|instrumentation\\.ts)" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    ),
    rule("nothing-unresolved", "Every import leads somewhere.", {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    // Followed no further, but seen: an `exclude` would hide imports of the generated client.
    doNotFollow: { path: ["node_modules", "^lib/server/db/generated"] },
    exclude: { path: ["^\\.next", "^\\.data"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
