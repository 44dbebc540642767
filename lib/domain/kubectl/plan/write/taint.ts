/** kubectl taint: marks that keep pods away from nodes. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { getAt, isObject } from "../json-path";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Json, JsonObject, Origin, Target } from "../plan-model";
import { selectTargets } from "../select-targets";
import { changeStep, symbolic } from "./change-step";

const EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

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
    const message =
      "error: at least one resource name must be specified since 'all' parameter is not set";
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
      const name = effect === null ? textOf(key) : `${textOf(key)}:${textOf(effect)}`;
      return `taint ${JSON.stringify(name)} not found`;
    }
    if (taint["remove"] !== true && isHeld && !overwrite) {
      return `node ${node} already has ${textOf(key)} taint(s) with same effect(s) and --overwrite is false`;
    }
  }
  return null;
}

const textOf = (value: Json | undefined) => (typeof value === "string" ? value : "");

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
  const message = `error: can not both modify and remove the following taint(s) in the same command: ${textOf(both["key"])}=${textOf(both["effect"])}`;
  return refuse("set-and-removed", message, last);
}

const isBothWays = (removed: JsonObject, other: JsonObject) =>
  other["remove"] !== true &&
  other["key"] === removed["key"] &&
  (removed["effect"] === null || removed["effect"] === other["effect"]);

type Taint = { key: string; value: string; effect: string | null; remove: boolean };

function taintParts(text: string) {
  const [pair = "", effect, more] = text.split(":");
  const [key = "", value = "", extra] = effect === undefined ? [pair] : pair.split("=");
  return { key, value, effect, more: more !== undefined || extra !== undefined };
}

function readTaint(word: ShellWord): Planned<Taint> {
  const remove = word.text.endsWith("-");
  const text = word.text.replace(/-$/, "");
  const { key, value, effect, more } = taintParts(text);
  const wrong = (reason: string) =>
    refuse(
      "bad-taint",
      `error: invalid taint spec: ${text}${reason}`,
      word,
      "Write key=value:NoSchedule.",
    );
  if (more) return wrong("");
  if (effect !== undefined && !isEffect(effect, remove)) return badEffect(word, effect);
  const problems = keyProblems(key);
  if (problems.length > 0) return wrong(`, ${problems.join("; ")}`);
  if (effect === undefined && !remove) return wrong("");
  return ok({ key, value, effect: orNull(effect), remove });
}

const orNull = (text: string | undefined) => (text === undefined || text === "" ? null : text);

const isEffect = (effect: string, remove: boolean) =>
  EFFECTS.includes(effect) || (remove && effect === "");

const badEffect = (word: ShellWord, effect: string) =>
  refuse(
    "bad-taint-effect",
    `error: invalid taint effect: ${effect}, unsupported taint effect`,
    word,
    "The effect is NoSchedule, PreferNoSchedule or NoExecute.",
  );

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
