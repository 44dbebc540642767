/** kubectl cordon, uncordon, drain and taint. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { builtIn, note } from "../create/create-step";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step, Target } from "../plan-model";
import { getAt, isObject } from "../json-path";
import { selectTargets } from "../select-targets";
import { canonicalLabelSelector } from "../selector";
import { changeStep, merge, symbolic } from "./change-step";

const NODE = builtIn("", "v1", "nodes", "Node", false);
const EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

function nodeTargets(input: PlanInput): Planned<Target[]> {
  const { args, pathSpan, path } = input.invocation;
  const selectorText = input.flags.text("selector");
  const usage = `error: USAGE: ${path.join(" ")} NODE [flags]`;
  if (args.length > 0 && selectorText !== "") {
    return refuse(
      "node-and-selector",
      "error: cannot specify both a node name and a --selector option",
      input.flags.span("selector"),
    );
  }
  if (args.length === 0 && selectorText === "") {
    return refuse("node-needed", usage, pathSpan, "Add the node's name.");
  }
  const base = { type: NODE, namespace: null, fieldSelector: null };
  if (selectorText !== "") {
    const labelSelector = canonicalLabelSelector(selectorText);
    if (labelSelector === null) {
      return refuse(
        "bad-selector",
        `error: invalid selector ${selectorText}`,
        input.flags.span("selector"),
      );
    }
    return ok([{ ...base, name: null, labelSelector, span: input.flags.span("selector") }]);
  }
  const targets: Target[] = [];
  for (const word of args) {
    const name = nodeName(input, word);
    if (!name.ok) return name;
    targets.push({ ...base, name: name.value, labelSelector: null, span: word });
  }
  return ok(targets);
}

/** "worker", "node/worker". */
function nodeName(input: PlanInput, word: ShellWord): Planned<string> {
  const [head = "", tail] = word.text.split("/");
  if (tail === undefined) return ok(head);
  const type = input.types.find(head);
  if (type?.kind === "Node") return ok(tail);
  return refuse(
    "not-a-node",
    type
      ? `error: expected resource of type node, got "${type.group}/${type.version}, Resource=${type.resource}"`
      : `error: the server doesn't have a resource type ${JSON.stringify(head)}`,
    word,
    "Only nodes can be named here.",
  );
}

const planSchedulable =
  (unschedulable: true | null): Planner =>
  (input) => {
    const targets = nodeTargets(input);
    if (!targets.ok) return targets;
    return ok(
      targets.value.map((target) => changeStep(target, merge({ spec: { unschedulable } }))),
    );
  };

export const planCordon = planSchedulable(true);
export const planUncordon = planSchedulable(null);

/** Cordon, then evict. Flags that allow more pods to go matter; how long to wait does not. */
export const planDrain: Planner = (input) => {
  const targets = nodeTargets(input);
  if (!targets.ok) return targets;
  const { flags } = input;
  const origins: Origin[] = [];
  const facts: JsonObject = {};
  for (const flag of ["delete-emptydir-data", "disable-eviction", "force", "ignore-daemonsets"]) {
    if (flags.bool(flag)) facts[flag] = true;
    note(origins, flag, flags.use(flag)?.span);
  }
  const podSelector = flags.text("pod-selector");
  if (podSelector !== "") {
    facts["pod-selector"] = canonicalLabelSelector(podSelector) ?? podSelector;
  }
  note(origins, "pod-selector", flags.use("pod-selector")?.span);
  const grace = Number(flags.text("grace-period"));
  if (grace >= 0) facts["grace-period"] = grace;
  note(origins, "grace-period", flags.use("grace-period")?.span);
  const steps: Step[] = targets.value.map((target) =>
    changeStep(target, merge({ spec: { unschedulable: true } })),
  );
  for (const target of targets.value) {
    steps.push(changeStep(target, symbolic("drain", facts), origins));
  }
  return ok(steps);
};

export const planTaint: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const first = args.findIndex((word) => isTaint(word.text));
  const objects = first < 0 ? args : args.slice(0, first);
  const changes = first < 0 ? [] : args.slice(first);
  const stray = changes.find((word) => !isTaint(word.text));
  if (stray) {
    return refuse(
      "objects-after-changes",
      `error: all resources must be specified before taint changes: ${stray.text}`,
      stray,
    );
  }
  if (objects.length === 0) {
    return refuse(
      "objects-needed",
      "error: one or more resources must be specified as <resource> <name>",
      pathSpan,
      "Write nodes <name> first.",
    );
  }
  if (changes.length === 0) {
    return refuse(
      "taint-needed",
      "error: at least one taint update is required",
      pathSpan,
      "Add key=value:Effect, or key:Effect- to remove one.",
    );
  }
  const taints = readTaints(changes);
  if (!taints.ok) return taints;
  const targets = taintTargets(input, objects);
  if (!targets.ok) return targets;
  const problem = heldTaintProblem(input, targets.value, taints.value.list);
  if (problem) return problem;
  const change = symbolic("taint", { taints: taints.value.list });
  const options = { overwrite: input.flags.bool("overwrite") };
  return ok(
    targets.value.map((target) => changeStep(target, change, taints.value.origins, options)),
  );
};

/** `nodes a b`; with --all or -l the names that are given do not count. */
function taintTargets(input: PlanInput, objects: readonly ShellWord[]): Planned<Target[]> {
  const [word] = objects;
  const { flags, invocation } = input;
  if (!word) return ok([]);
  const type = input.types.find(word.text);
  if (!type) {
    const message = `the server doesn't have a resource type ${JSON.stringify(word.text)}`;
    return refuse("unknown-type", message, word, "Write nodes, a space, then the node's name.");
  }
  if (type.kind !== "Node") {
    const message = `error: invalid resource type ${word.text}, only node types are supported`;
    return refuse("taint-of-node", message, word, "Only nodes have taints.");
  }
  const every = flags.bool("all") || flags.text("selector") !== "";
  if (flags.bool("all") && flags.text("selector") !== "") {
    const message = "error: cannot set --all and --selector at the same time";
    return refuse("all-and-selector", message, flags.span("selector"));
  }
  const names = every ? [word] : objects;
  if (!every && objects.length === 1) {
    const message = "error: resource(s) were provided, but no name was specified";
    return refuse("no-name", message, invocation.pathSpan, "Add the node's name, or --all.");
  }
  return selectTargets(input, names, { allowEmptySelector: every });
}

/** What the known nodes already have decides on `key-` and on missing --overwrite. */
function heldTaintProblem(
  input: PlanInput,
  targets: readonly Target[],
  wanted: readonly JsonObject[],
) {
  for (const target of targets) {
    const node = target.name === null ? "unknown" : input.world.find(target);
    if (typeof node === "string") continue;
    const held = getAt(node as JsonObject, ["spec", "taints"]);
    const taints = Array.isArray(held) ? held.filter(isObject) : [];
    const message = taintConflict(taints, wanted, target.name ?? "", input.flags.bool("overwrite"));
    const at = target.span ?? input.invocation.pathSpan;
    if (message !== null) return refuse("taint-conflict", `error: ${message}`, at);
  }
  return null;
}

function taintConflict(
  held: readonly JsonObject[],
  wanted: readonly JsonObject[],
  node: string,
  overwrite: boolean,
): string | null {
  const same = (taint: JsonObject, other: JsonObject) =>
    taint["key"] === other["key"] &&
    (other["effect"] === null || taint["effect"] === other["effect"]);
  for (const taint of wanted) {
    const isHeld = held.some((one) => same(one, taint));
    const { key, effect } = taint;
    if (taint["remove"] === true && !isHeld) {
      const name = effect === null ? String(key) : `${String(key)}:${String(effect)}`;
      return `taint ${JSON.stringify(name)} not found`;
    }
    if (taint["remove"] !== true && isHeld && !overwrite) {
      return `node ${node} already has ${String(key)} taint(s) with same effect(s) and --overwrite is false`;
    }
  }
  return null;
}

const isTaint = (text: string) => text.includes("=") || text.includes(":") || text.endsWith("-");

/** "key=value:Effect" and "key:Effect" add; "key:Effect-" and "key-" remove. */
function readTaints(
  words: readonly ShellWord[],
): Planned<{ list: JsonObject[]; origins: Origin[] }> {
  const list: JsonObject[] = [];
  const origins: Origin[] = [];
  for (const word of words) {
    const taint = readTaint(word);
    if (!taint.ok) return taint;
    const { key, value, effect, remove } = taint.value;
    const twin = list.find((one) => one["key"] === key && one["effect"] === effect);
    if (twin && !remove && twin["remove"] !== true) {
      const shown = `{${key} ${value} ${String(effect)} <nil>}`;
      const message = `error: duplicated taints with the same key and effect: ${shown}`;
      return refuse("repeated-taint", message, word);
    }
    origins.push({ path: `taints.${key}`, span: word });
    list.push({ key, ...(value === "" || remove ? {} : { value }), effect, remove });
  }
  const both = list.find(
    (one) => one["remove"] === true && list.some((other) => isBothWays(one, other)),
  );
  const last = words.at(-1);
  if (!both || !last) return ok({ list, origins });
  const message = `error: can not both modify and remove the following taint(s) in the same command: ${String(both["key"])}=${both["effect"] === null ? "" : String(both["effect"])}`;
  return refuse("set-and-removed", message, last);
}

const isBothWays = (removed: JsonObject, other: JsonObject) =>
  other["remove"] !== true &&
  other["key"] === removed["key"] &&
  (removed["effect"] === null || removed["effect"] === other["effect"]);

type Taint = { key: string; value: string; effect: string | null; remove: boolean };

function readTaint(word: ShellWord): Planned<Taint> {
  const remove = word.text.endsWith("-");
  const text = remove ? word.text.slice(0, -1) : word.text;
  const [pair = "", effect, more] = text.split(":");
  const [key = "", value = "", extra] = effect === undefined ? [pair] : pair.split("=");
  const wrong = (reason: string) =>
    refuse(
      "bad-taint",
      `error: invalid taint spec: ${text}${reason}`,
      word,
      "Write key=value:NoSchedule.",
    );
  if (more !== undefined || extra !== undefined) return wrong("");
  if (effect !== undefined && !EFFECTS.includes(effect) && !(remove && effect === "")) {
    return refuse(
      "bad-taint-effect",
      `error: invalid taint effect: ${effect}, unsupported taint effect`,
      word,
      "The effect is NoSchedule, PreferNoSchedule or NoExecute.",
    );
  }
  const problems = keyProblems(key);
  if (problems.length > 0) return wrong(`, ${problems.join("; ")}`);
  if (effect === undefined && !remove) return wrong("");
  return ok({ key, value, effect: effect || null, remove });
}

const NAME_PART = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Kubernetes' words for what is wrong with a qualified name such as "example.com/role". */
function keyProblems(key: string): string[] {
  const name = key.split("/").at(-1) ?? "";
  const problems = name === "" ? ["name part must be non-empty"] : [];
  if (!NAME_PART.test(name)) {
    problems.push(
      "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    );
  }
  return problems;
}
