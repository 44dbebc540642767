/** Which words -o takes, per command, and what kubectl says of others. */
import type { FlagUse, Invocation } from "../invocation";
import type { Span } from "../model";
import type { FlagReader } from "./flag-reader";
import { normalPath } from "./normal-path";
import { refuse } from "./plan-failure";
import type { World } from "./plan-input";
import { templateProblem } from "./template/template-problem";

const TEMPLATES = [
  "go-template",
  "go-template-file",
  "jsonpath",
  "jsonpath-as-json",
  "jsonpath-file",
  "template",
  "templatefile",
];
const OBJECTS = ["json", "kyaml", "name", "yaml"];
const COLUMNS = ["custom-columns", "custom-columns-file", "wide"];

type Formats = { allowed: readonly string[]; refusal: ((typed: string) => string) | null };

const suits = (allowed: readonly string[]) => (typed: string) =>
  `error: unable to match a printer suitable for the output format ${JSON.stringify(typed)}, allowed formats are: ${[...allowed].sort().join(",")}`;

const ALL = [...TEMPLATES, ...OBJECTS];
const EDITABLE = ["json", "kyaml", "yaml"];
const GET = [...ALL, ...COLUMNS];
const USUAL: Formats = { allowed: ALL, refusal: suits(ALL) };
const BY_COMMAND: Readonly<Record<string, Formats>> = {
  get: { allowed: GET, refusal: suits(GET) },
  version: { allowed: ["json", "yaml"], refusal: () => "error: --output must be 'yaml' or 'json'" },
  "api-resources": { allowed: [...OBJECTS, "wide"], refusal: suits([...OBJECTS, "wide"]) },
  "cluster-info dump": USUAL,
  explain: {
    allowed: ["plaintext", "plaintext-openapiv2"],
    refusal: (typed) => `error: unrecognized format: ${typed}`,
  },
  "config get-contexts": {
    allowed: ["name"],
    refusal: (typed) =>
      `error: --output ${typed} is not available in kubectl config get-contexts; resetting to default output format`,
  },
  edit: { allowed: EDITABLE, refusal: suits(EDITABLE) },
  "apply view-last-applied": { allowed: EDITABLE, refusal: null },
  events: { allowed: ALL, refusal: suits(ALL) },
  "top node": { allowed: ["json", "yaml"], refusal: null },
};

/** What is wrong with --validate and --request-timeout, which every command reads first. */
export const commonProblem = (flags: FlagReader) => validateProblem(flags) ?? timeoutProblem(flags);

/** There it names a file, or takes `name` alone. */
const HAVE_OWN_WORDS = new Set(["kustomize", "delete"]);

/** What is wrong with -o. `get` says so only when it has found what to print. */
export function outputProblem(
  invocation: Invocation,
  flags: FlagReader,
  world: World,
): ReturnType<typeof refuse> | null {
  const use = flags.use("output");
  if (!use || use.value === "" || HAVE_OWN_WORDS.has(invocation.path.join(" "))) return null;
  return formatProblem(invocation, flags, use, world);
}

/** `-o jsonpath-file=path`: the file must be there. */
function templateFileProblem(word: string, path: string, world: World, span: Span) {
  if (!word.endsWith("file") || !world.lacksFile(normalPath(path))) return null;
  const flag = word.startsWith("custom-columns") ? "template" : "--template";
  const message = `error: error reading ${flag} ${path}, open ${path}: no such file or directory`;
  return refuse("no-such-file", message, span, "There is no file of this name here.");
}

function formatProblem(invocation: Invocation, flags: FlagReader, use: FlagUse, world: World) {
  const span = use.valueSpan ?? use.span;
  const formats = BY_COMMAND[invocation.path.join(" ")] ?? USUAL;
  const [word = ""] = use.value.split("=");
  if (!isKnown(formats, word, use.value) && formats.refusal) {
    const hint = hintFormat(word, formats.allowed);
    return refuse("bad-output", formats.refusal(use.value), span, hint);
  }
  const template = use.value.slice(word.length + 1) || flags.text("template");
  if (template !== "") return writtenProblem(word, template, world, span);
  if (!TEMPLATES.includes(word)) return null;
  return refuse(
    "template-needed",
    "error: template format specified but no template given",
    span,
    `Write -o ${word}='{.metadata.name}'.`,
  );
}

/** `-o yaml=x` is no format: only templates and columns take a text. */
function isKnown({ allowed }: Formats, word: string, typed: string): boolean {
  const bare = word === typed || TEMPLATES.includes(word) || word.startsWith("custom-columns");
  return bare && allowed.includes(word.toLowerCase());
}

function writtenProblem(word: string, template: string, world: World, span: Span) {
  const unread = templateFileProblem(word, template, world, span);
  if (unread) return unread;
  const wrong = templateProblem(word, template);
  return wrong && refuse("bad-template", wrong.message, span, wrong.hint);
}

const VALIDATIONS = new Set(["strict", "true", "warn", "ignore", "false"]);

function validateProblem(flags: FlagReader) {
  const use = flags.use("validate");
  if (!use || VALIDATIONS.has(use.value)) return null;
  const allowed = "strict (or true), warn, ignore (or false)";
  const message = `error: invalid - validate option ${JSON.stringify(use.value)}; must be one of: ${allowed}`;
  return refuse("bad-validate", message, use.valueSpan ?? use.span);
}

function timeoutProblem(flags: FlagReader) {
  const use = flags.uses("request-timeout").findLast((one) => one.global);
  if (!use || /^\d+(?:\.\d+)?(?:h|m|s|ms|us|µs|ns)?$/.test(use.value)) return null;
  const message =
    "error: Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a corresponding time unit (e.g. 1s | 2m | 3h)";
  return refuse("bad-timeout", message, use.valueSpan ?? use.span);
}

function hintFormat(word: string, allowed: readonly string[]): string | null {
  const lower = word.toLowerCase();
  if (lower === "yml") return "The format is called yaml.";
  if (word.startsWith("=")) return "Leave the equals sign out after -o, or write -o=yaml.";
  const near = allowed.find((format) => format.startsWith(lower) && lower !== "");
  if (near) return `Did you mean ${near}?`;
  return lower === "wide" ? "wide works with get, not here." : null;
}
