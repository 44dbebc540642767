/** kubectl cordon, uncordon, drain and taint. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { builtIn, note } from "../create/create-step";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step, Target } from "../plan-model";
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
    if (labelSelector === null)
      return refuse(
        "bad-selector",
        `error: invalid selector ${selectorText}`,
        input.flags.span("selector"),
      );
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
    `error: the server doesn't have a resource type ${JSON.stringify(head)}`,
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
  if (podSelector !== "")
    facts["pod-selector"] = canonicalLabelSelector(podSelector) ?? podSelector;
  note(origins, "pod-selector", flags.use("pod-selector")?.span);
  const grace = Number(flags.text("grace-period"));
  if (grace >= 0) facts["grace-period"] = grace;
  note(origins, "grace-period", flags.use("grace-period")?.span);
  const steps: Step[] = targets.value.map((target) =>
    changeStep(target, merge({ spec: { unschedulable: true } })),
  );
  for (const target of targets.value)
    steps.push(changeStep(target, symbolic("drain", facts), origins));
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
  const targets = selectTargets(input, objects, {
    allowEmptySelector: false,
    all: input.flags.bool("all"),
  });
  if (!targets.ok) return targets;
  const wrong = targets.value.find((target) => target.type.kind !== "Node");
  if (wrong) {
    return refuse(
      "taint-of-node",
      `error: invalid resource type ${wrong.type.resource}, only node types are supported`,
      wrong.span ?? pathSpan,
      "Only nodes have taints.",
    );
  }
  const change = symbolic("taint", { taints: taints.value.list });
  const options = { overwrite: input.flags.bool("overwrite") };
  return ok(
    targets.value.map((target) => changeStep(target, change, taints.value.origins, options)),
  );
};

const isTaint = (text: string) => text.includes("=") || text.includes(":") || text.endsWith("-");

/** "key=value:Effect" and "key:Effect" add; "key:Effect-" and "key-" remove. */
function readTaints(
  words: readonly ShellWord[],
): Planned<{ list: JsonObject[]; origins: Origin[] }> {
  const list: JsonObject[] = [];
  const origins: Origin[] = [];
  for (const word of words) {
    const remove = word.text.endsWith("-");
    const text = remove ? word.text.slice(0, -1) : word.text;
    const [pair = "", effect, more] = text.split(":");
    const [key = "", value = ""] = pair.split("=");
    if (more !== undefined || key === "" || (!remove && effect === undefined)) {
      return refuse(
        "bad-taint",
        `error: invalid taint spec: ${word.text}`,
        word,
        "Write key=value:NoSchedule.",
      );
    }
    if (effect !== undefined && effect !== "" && !EFFECTS.includes(effect)) {
      return refuse(
        "bad-taint-effect",
        `error: invalid taint effect: ${effect}, unsupported taint effect`,
        word,
        "The effect is NoSchedule, PreferNoSchedule or NoExecute.",
      );
    }
    origins.push({ path: `taints.${key}`, span: word });
    list.push({
      key,
      ...(value === "" || remove ? {} : { value }),
      effect: effect ?? null,
      remove,
    });
  }
  return ok({ list, origins });
}
