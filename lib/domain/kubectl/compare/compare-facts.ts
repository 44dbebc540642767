/** Compares how two commands read, run or print: their options, words and ports. */
import type { Finding, Span } from "../model";
import { equalJson } from "../plan/json-path";
import type { Json, JsonObject, Observation } from "../plan/plan-model";
import type { Difference } from "./diff-json";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { extra, show, spanOf, wrong } from "./difference";
import { nameField, sayValue } from "./say";

/**
 * Additions that show the same and a little more, by command. What hides something is none
 * (--no-headers leaves the columns without their names), nor what writes into the lines that
 * a program printed (logs --prefix, --timestamps).
 */
const HARMLESS: Readonly<Record<string, ReadonlySet<string>>> = {
  get: new Set([
    "show-labels",
    "show-kind",
    "label-columns",
    "sort-by",
    "ignore-not-found",
    "show-managed-fields",
  ]),
  exec: new Set(["stdin", "tty"]),
  top: new Set(["sort-by"]),
  wait: new Set(["timeout"]),
  "rollout status": new Set(["timeout"]),
  "run attached": new Set(["tty"]),
  "api-resources": new Set(["sort-by"]),
};

/** `kept` says that what is shown stays: in a file, where more is not the same. */
export function compareFacts(
  expected: JsonObject,
  got: JsonObject,
  observation: Observation,
  span: Span,
  kept: boolean,
): Weighed[] {
  const differences: Difference[] = [];
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    if (equalJson(expected[key], got[key])) continue;
    // Without --rm there is nothing to compare here: the pod stays and is compared itself.
    if (key === "objects" && (expected[key] === undefined || got[key] === undefined)) continue;
    if (key === "objects") {
      differences.push(
        ...diffJson(expected[key], got[key]).map((one) => ({ ...one, path: [key, ...one.path] })),
      );
    } else differences.push({ path: [key], expected: expected[key], got: got[key] });
  }
  return differences.map((one) => weighFact(one, observation, span, kept));
}

function weighFact(one: Difference, observation: Observation, span: Span, kept: boolean): Weighed {
  const field = one.path.join(".");
  const tail = field === "tail" ? weighTail(one, observation) : null;
  if (tail) return tail;
  const missed = isUnset(one.got);
  const surplus = isUnset(one.expected);
  const finding: Finding = {
    code: missed ? "missing-option" : surplus ? "unasked-option" : "wrong-option",
    field,
    expected: show(one.expected),
    got: show(one.got),
    span: missed ? null : (spanOf(observation.origins, field) ?? span),
    message: sayFact(one),
  };
  const harmless = surplus && !kept && HARMLESS[observation.verb]?.has(field) === true;
  return harmless ? extra({ ...finding, code: "extra-option" }) : wrong(finding);
}

/** With a selector kubectl shows ten lines of each pod: a number that nobody typed. */
function weighTail({ expected, got }: Difference, { origins }: Observation): Weighed | null {
  const typed = spanOf(origins, "tail");
  if (expected === undefined && typed === null) {
    return wrong({
      code: "missing-option",
      field: "tail",
      expected: "-1",
      got: null,
      span: null,
      message: "--tail=-1 is missing: with a selector only the last 10 lines are shown.",
    });
  }
  if (got !== undefined || typed === null) return null;
  return wrong({
    code: "unasked-option",
    field: "tail",
    expected: show(expected),
    got: "-1",
    span: typed,
    message: `--tail=-1 shows every line; the task asks for the last ${show(expected) ?? ""}.`,
  });
}

const isUnset = (value: Json | undefined) =>
  value === undefined ||
  value === null ||
  value === false ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

/** Facts in seconds. */
const SECONDS = new Set(["timeout", "since", "duration"]);

function sayFact({ path, expected, got }: Difference): string {
  const name = nameFact(path, expected ?? got);
  const unit = SECONDS.has(path[0] ?? "") ? "s" : "";
  const say = (value: Json | undefined) =>
    sayValue(value) + (typeof value === "number" ? unit : "");
  const withValue = (value: Json | undefined) => (value === true ? "" : ` ${say(value)}`);
  if (isUnset(got)) return `${name}${withValue(expected)} is missing.`;
  if (isUnset(expected)) return `The task does not ask for ${lower(name)}${withValue(got)}.`;
  return `${name} should be ${say(expected)}, not ${say(got)}.`;
}

const lower = (name: string) => name.replace(/^The/, "the");

/** What is not a flag of that name. */
const NAMES: Readonly<Record<string, string>> = {
  command: "The command",
  ports: "The ports",
  words: "The words",
  verb: "The verb",
  resource: "The resource",
  group: "The API group",
  name: "The name",
  namespace: "The namespace",
  type: "The type",
  path: "The field",
  from: "The source",
  to: "The destination",
  url: "The path",
  raw: "The path",
  folder: "The folder",
  topic: "The topic",
  input: "The text that is fed in",
  remove: "--rm",
  condition: "The condition",
  audiences: "--audience",
  boundObject: "The bound object",
};

function nameFact(path: readonly string[], value: Json | undefined): string {
  const [first = "", , ...field] = path;
  if (first === "objects") return `The ${nameField(field.join("."))}`;
  // `get --raw` takes a path; `config view --raw` is a switch.
  if (first === "raw" && typeof value === "boolean") return "--raw";
  return NAMES[first] ?? `--${first}`;
}
