/** kubectl cordon, uncordon, drain and taint. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { builtIn, note } from "../create/create-step";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step, Target } from "../plan-model";
import { absence } from "../server-refusal";
import { selectorProblem } from "../selector-refusal";
import { canonicalLabelSelector } from "../selector";
import { labelSelectorProblem } from "../selector-problem";
import { changeStep, merge, symbolic } from "./change-step";
import { drainProblem } from "./drain-problem";
import { namedTargets } from "./revision-problem";

const NODE = builtIn("", "v1", "nodes", "Node", false);

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
    const wrong = selectorProblem(input.flags.use("selector"), null);
    if (wrong) return wrong(NODE);
    const labelSelector = canonicalLabelSelector(selectorText) ?? selectorText;
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
  if (labelSelectorProblem(input.flags.text("pod-selector")) !== null) {
    const message = "error: --pod-selector=<pod_selector> must be a valid label selector";
    return refuse("bad-selector", message, input.flags.span("pod-selector"));
  }
  for (const target of targets.value) {
    const absent = absence(input, target);
    if (absent) return absent;
  }
  for (const target of targets.value.flatMap((one) => namedTargets(input, one))) {
    const problem = drainProblem(input, target);
    if (problem) return problem;
  }
  return drainSteps(input, targets.value);
};

function drainSteps(input: PlanInput, targets: readonly Target[]): ReturnType<Planner> {
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
  const steps: Step[] = targets.map((target) =>
    changeStep(target, merge({ spec: { unschedulable: true } })),
  );
  for (const target of targets) {
    steps.push(changeStep(target, symbolic("drain", facts), origins));
  }
  return ok(steps);
}
