import next from "eslint-config-next/core-web-vitals";
import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";
import { clientFiles } from "./scripts/lint/client-files.mjs";
import { fileNames } from "./scripts/lint/file-names.mjs";

const TYPED = ["**/*.ts", "**/*.tsx"];
const SCRIPTS = ["**/*.mjs", "**/*.cjs", "*.js"];

/** Files whose default export a framework asks for. */
const FRAMEWORK_FILES = [
  "app/**/{page,layout,template,loading,error,global-error,not-found,default,route,sitemap,robots,manifest,icon,apple-icon,opengraph-image}.{ts,tsx}",
  "*.config.{ts,mjs,js}",
  "*.cjs",
  "tests/helpers/postgres-for-tests.ts",
];

const NO_DEFAULT_EXPORT = {
  selector: "ExportDefaultDeclaration",
  message: "Export by name: a default export has no name to search for.",
};

/** lib/domain gets time, seeds and data as arguments. */
const IMPURE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The domain has no clock: take the time as an argument.",
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: "The domain has no clock: take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "The domain has no clock: take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "The domain has no randomness: take a seed as an argument.",
  },
];

export default tseslint.config(
  {
    ignores: [
      ".next/**",
      ".next-test/**",
      ".next-bench/**",
      ".data/**",
      ".cache/**",
      "lib/server/db/generated/**",
      "next-env.d.ts",
      "playwright-report/**",
      "test-results/**",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  ...next,
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // The glossary is written with `type`; one form for everything, unions included.
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // Forms and handlers are typed void; React and Next take promises there.
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      // tsconfig's noPropertyAccessFromIndexSignature asks for the opposite on index signatures.
      "@typescript-eslint/dot-notation": ["error", { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    plugins: {
      reconcile: { rules: { "client-files": clientFiles, "file-names": fileNames } },
    },
    rules: {
      "reconcile/client-files": "error",
      "reconcile/file-names": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 60 }],
      complexity: ["error", 12],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-console": "off",
      "no-restricted-syntax": ["error", NO_DEFAULT_EXPORT],
    },
  },
  {
    files: SCRIPTS,
    rules: {
      "no-undef": "off",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "prefer-const": "error",
      "no-var": "error",
    },
  },
  {
    // Declarations of other modules are widened by merging, which only interfaces do.
    files: ["**/*.d.ts", "tests/helpers/postgres-for-tests.ts"],
    rules: { "@typescript-eslint/consistent-type-definitions": "off" },
  },
  { files: FRAMEWORK_FILES, rules: { "no-restricted-syntax": "off" } },
  {
    files: ["app/**", "components/**", "lib/**", "proxy.ts", "instrumentation.ts"],
    // The product speaks through lib/server/log.ts.
    rules: { "no-console": "error" },
  },
  {
    files: ["lib/domain/**"],
    rules: {
      "no-restricted-syntax": ["error", NO_DEFAULT_EXPORT, ...IMPURE],
      "no-restricted-globals": [
        "error",
        ...[
          "process",
          "fetch",
          "setTimeout",
          "setInterval",
          "crypto",
          "performance",
          "window",
          "document",
        ].map((name) => ({
          name,
          message: "The domain is pure: take what you need as an argument.",
        })),
      ],
    },
  },
  {
    // A table of cases is one long function, and is read as data.
    files: ["tests/**", "e2e/**"],
    rules: { "max-lines-per-function": "off" },
  },
  // Playwright's fixtures call a function named `use`, which is no hook.
  { files: ["e2e/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
  prettier,
  // Last, because the prettier preset turns it off although nothing here clashes with it.
  { rules: { curly: ["error", "multi-line"] } },
);
