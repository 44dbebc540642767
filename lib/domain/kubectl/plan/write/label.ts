/** kubectl label and annotate: key=value sets, key- removes, an existing value needs --overwrite. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { chooseTargets } from "../choose-targets";
import { hasFiles } from "../file-objects";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Json, JsonObject, Origin, Target } from "../plan-model";
import { changeStep, merge } from "./change-step";
import { splitPairs } from "./split-pairs";

const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const LABEL_LENGTH = 63;

type Noun = "label" | "annotation";

export const planLabel: Planner = (input) => planPairs(input, "label", "labels");
export const planAnnotate: Planner = (input) => planPairs(input, "annotation", "annotations");

function planPairs(input: PlanInput, noun: Noun, field: string): ReturnType<Planner> {
  const pairs = splitPairs(input.invocation.args, noun);
  if (!pairs.ok) return pairs;
  const origins: Origin[] = [];
  const entries = readEntries(pairs.value.changes, noun, field, origins);
  if (!entries.ok) return entries;
  const problem = pairsProblem(input, pairs.value.objects, entries.value, noun);
  if (problem) return problem;
  const targets = chooseTargets(input, pairs.value.objects, {
    allowEmptySelector: input.flags.bool("all"),
    allNamespaces: input.flags.bool("all-namespaces"),
  });
  if (!targets.ok) return targets;
  const held = overwriteProblem(input, targets.value, field, entries.value);
  if (held) return held;
  if (Object.keys(entries.value).length === 0 || input.flags.bool("list")) {
    const observation = { verb: `list ${field}`, targets: targets.value, facts: {}, origins };
    return ok([{ kind: "observe", observation }]);
  }
  const options: JsonObject = { overwrite: input.flags.bool("overwrite"), field };
  const resourceVersion = input.flags.text("resource-version");
  if (resourceVersion !== "") options["resourceVersion"] = resourceVersion;
  const body = { metadata: { [field]: entries.value } };
  return ok(targets.value.map((target) => changeStep(target, merge(body), origins, options)));
}

function readEntries(
  words: readonly ShellWord[],
  noun: Noun,
  field: string,
  origins: Origin[],
): Planned<JsonObject> {
  const entries: JsonObject = {};
  for (const word of words) {
    const entry = readEntry(word, noun);
    if (!entry.ok) return entry;
    const [key, value] = entry.value;
    if (key in entries && (entries[key] === null) !== (value === null)) {
      return refuse(
        "set-and-removed",
        `error: can not both modify and remove ${noun === "label" ? "a label" : `the following annotation(s) in the same command: ${key}`}${noun === "label" ? " in the same command" : ""}`,
        word,
      );
    }
    entries[key] = value;
    origins.push({ path: `metadata.${field}.${key}`, span: word });
  }
  return ok(entries);
}

function readEntry(word: ShellWord, noun: Noun): Planned<[string, string | null]> {
  const at = word.text.indexOf("=");
  if (at < 0) return ok([word.text.slice(0, -1), null]);
  const key = word.text.slice(0, at);
  const value = word.text.slice(at + 1);
  if (noun === "annotation") return ok([key, value]);
  if (value.includes("=")) {
    return refuse("bad-label", `error: invalid label spec: ${word.text}`, word);
  }
  const wrong = labelValueProblem(value);
  if (wrong) {
    return refuse(
      "bad-label-value",
      `error: invalid label value: ${JSON.stringify(word.text)}: ${wrong}`,
      word,
    );
  }
  return ok([key, value]);
}

function labelValueProblem(value: string): string | null {
  if (value.length > LABEL_LENGTH) return `must be no more than ${String(LABEL_LENGTH)} characters`;
  if (LABEL_VALUE.test(value)) return null;
  return "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
}

/** An existing value is only replaced with --overwrite. */
function overwriteProblem(
  input: PlanInput,
  targets: readonly Target[],
  field: string,
  entries: JsonObject,
) {
  const { flags, world } = input;
  const held = targets.map((target) => (target.name === null ? null : world.find(target)));
  if (flags.bool("overwrite") || flags.bool("local")) return null;
  for (const object of held) {
    if (object === null || typeof object === "string") continue;
    const now = object.metadata[field] as JsonObject | undefined;
    const key = Object.keys(entries).find(
      (name) =>
        name !== CHANGE_CAUSE && entries[name] !== null && isOther(now?.[name], entries[name]),
    );
    if (key === undefined) continue;
    const said = `'${key}' already has a value (${canonicalText(now?.[key])})`;
    const message =
      field === "labels"
        ? `error: ${said}, and --overwrite is false`
        : `error: --overwrite is false but found the following declared annotation(s): ${said}`;
    return refuse(
      "needs-overwrite",
      message,
      input.invocation.pathSpan,
      "Add --overwrite to replace the value.",
    );
  }
  return null;
}

const canonicalText = (value: Json | undefined) =>
  typeof value === "string" ? value : JSON.stringify(value);

/** The reason of a rollout may always be replaced. */
const CHANGE_CAUSE = "kubernetes.io/change-cause";

const isOther = (now: Json | undefined, wanted: Json | undefined) =>
  now !== undefined && now !== wanted;

function pairsProblem(
  input: PlanInput,
  objects: readonly ShellWord[],
  entries: JsonObject,
  noun: Noun,
) {
  const { flags, invocation } = input;
  if (flags.bool("local") && !hasFiles(input)) {
    const files =
      noun === "label"
        ? "-f pod.yaml or --filename=pod.json"
        : "-f rsrc.yaml or --filename=rsrc.json";
    const message = `error: can only use local files by ${files} when --local=true is set`;
    return refuse("local-needs-file", message, flags.span("local"));
  }
  if (flags.bool("all") && flags.text("selector") !== "") {
    return refuse(
      "all-and-selector",
      "error: cannot set --all and --selector at the same time",
      flags.span("selector"),
    );
  }
  if (objects.length === 0 && !hasFiles(input)) {
    return refuse(
      "objects-needed",
      "error: one or more resources must be specified as <resource> <name> or <resource>/<name>",
      invocation.pathSpan,
    );
  }
  if (Object.keys(entries).length === 0 && !flags.bool("list")) {
    return refuse(
      "change-needed",
      `error: at least one ${noun} update is required`,
      invocation.pathSpan,
      `Add key=value to set ${noun === "label" ? "a label" : "an annotation"}, key- to remove it.`,
    );
  }
  return null;
}
