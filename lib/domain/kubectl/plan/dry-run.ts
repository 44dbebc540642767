/** --dry-run and -o: whether the server is asked at all, and what is printed. */
import { ok } from "../../result";
import type { Invocation } from "../invocation";
import { normalPath } from "./normal-path";
import type { FlagReader } from "./flag-reader";
import { isTrueWord } from "./flag-reader";
import type { Planned } from "./plan-failure";
import { refuse } from "./plan-failure";
import type { DryRun, Output } from "./plan-model";

const WAYS: Readonly<Record<string, DryRun>> = {
  none: "none",
  client: "client",
  server: "server",
  // A bare --dry-run, deprecated: kubectl warns and takes it as "client".
  unchanged: "client",
};
const FALSE_WORDS = new Set(["0", "f", "F", "false", "FALSE", "False"]);

export function readDryRun(flags: FlagReader): Planned<DryRun> {
  const use = flags.use("dry-run");
  if (!use) return ok("none");
  const way = WAYS[use.value];
  if (way) return ok(way);
  // Booleans, as before kubectl 1.18, still work with a warning.
  if (isTrueWord(use.value)) return ok("client");
  if (FALSE_WORDS.has(use.value)) return ok("none");
  return refuse(
    "bad-dry-run",
    `error: Invalid dry-run value (${use.value}). Must be "none", "server", or "client".`,
    use.valueSpan ?? use.span,
    "To print without asking the server, write --dry-run=client.",
  );
}

/** Formats whose text after "=" is a template or a file. */
const TEMPLATED =
  /^(custom-columns|custom-columns-file|go-template|go-template-file|jsonpath|jsonpath-as-json|jsonpath-file|template|templatefile)(=([\s\S]*))?$/;

/** ">>" before the path of a file that is added to. */
const outputFileOf = (file: Invocation["outputFile"]) =>
  file && (file.append ? ">>" : "") + normalPath(file.path);

/** "jsonpath={.x}" is a format and its template. */
const splitFormat = (text: string | null): [string | null, string | undefined] => {
  const templated = text === null ? null : TEMPLATED.exec(text);
  return templated ? [templated[1] ?? null, templated[3]] : [text, undefined];
};

export function readOutput(invocation: Invocation, flags: FlagReader): Output {
  const use = flags.use("output");
  const typed = use && use.value !== "" ? use.value : null;
  const span = use?.span ?? null;
  // There it names a file.
  if (typed !== null && invocation.path[0] === "kustomize") {
    return { format: null, template: null, file: normalPath(typed), span };
  }
  const file = outputFileOf(invocation.outputFile);
  return { ...formatOf(typed, flags.text("template")), file, span };
}

/** --template alone means a Go template. */
function formatOf(typed: string | null, template: string): Pick<Output, "format" | "template"> {
  const [format, inline] = splitFormat(typed);
  if (template === "") return { format, template: inline ?? null };
  return { format: format ?? "go-template", template: inline ?? template };
}
