/** kubectl debug: an ephemeral container, a copy of a pod, or a pod on a node. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { filesAndWords } from "../choose-targets";
import { POD } from "../create/create-step";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step, Target } from "../plan-model";
import { debugProblem } from "./debug-problem";
import type { FactSpec } from "./observe";
import { observe } from "./observe";
import { podTarget } from "./pod-target";

const DEBUG_FACTS: readonly FactSpec[] = [
  ["image", "text"],
  ["target", "text"],
  ["container", "text"],
  ["same-node", "bool"],
  ["share-processes", "bool"],
  ["set-image", "list"],
  ["env", "list"],
  ["profile", "text"],
  ["custom", "text"],
  ["stdin", "bool"],
  ["tty", "bool"],
  ["attach", "bool"],
  ["arguments-only", "bool"],
  ["image-pull-policy", "text"],
  ["keep-labels", "bool"],
  ["keep-annotations", "bool"],
  ["keep-liveness", "bool"],
  ["keep-readiness", "bool"],
  ["keep-startup", "bool"],
  ["keep-init-containers", "bool"],
];

export const planDebug: Planner = (input) => {
  const { args, argsLenAtDash, pathSpan } = input.invocation;
  const count = argsLenAtDash ?? 1;
  const word = count === 0 ? undefined : args[0];
  const early = debugProblem(input, word !== undefined && /^no.*\//.test(word.text));
  if (!word) {
    const message = "error: NAME or filename is required for debug";
    return early ?? refuse("pod-needed", message, pathSpan, "Name a pod, or node/<name>.");
  }
  if (input.flags.use("filename")) return filesAndWords({ ...word, text: `pod/${word.text}` });
  const target = podTarget(input, word);
  if (!target.ok) return target;
  const { kind } = target.value.type;
  if (kind !== "Pod" && kind !== "Node") return early ?? notDebuggable(target.value, word);
  const problem = debugProblem(input, kind === "Node");
  if (problem) return problem;
  return ok([...debugPod(input, target.value), debugStep(input, target.value, args.slice(count))]);
};

/** The pod that is made beside the one that is looked at: its copy, or one on the node. */
function debugPod(input: PlanInput, target: Target): Step[] {
  const { flags, namespace } = input;
  const copy = flags.text("copy-to");
  const node = target.type.kind === "Node";
  if (!node && copy === "") return [];
  const name = node ? `node-debugger-${target.name ?? ""}-<random>` : copy;
  const use = flags.use("copy-to");
  const origins: Origin[] = use ? [{ path: "metadata.name", span: use.span }] : [];
  const made: Step = {
    kind: "create",
    target: { ...target, type: POD, namespace, name, span: use?.valueSpan ?? target.span },
    object: {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name, namespace },
      spec: { $copiedFrom: node ? "node" : `spec of pods/${target.name ?? ""}` },
    },
    origins,
  };
  const replaced = !node && flags.bool("replace");
  return replaced ? [made, { kind: "delete", target, origins: [], options: {} }] : [made];
}

function debugStep(input: PlanInput, target: Target, command: readonly ShellWord[]) {
  const facts: JsonObject = command.length > 0 ? { command: command.map((one) => one.text) } : {};
  return observe(input, "debug", [target], DEBUG_FACTS, facts, commandOrigin(command));
}

function notDebuggable({ type: { group, version, kind } }: Target, word: ShellWord) {
  const message = `error: "${group}/${version}, Kind=${kind}" not supported by debug`;
  return refuse("not-debuggable", message, word, "debug takes pods and nodes.");
}

const commandOrigin = (command: readonly ShellWord[]): Origin[] => {
  const first = command[0];
  const last = command.at(-1);
  return first && last ? [{ path: "command", span: { start: first.start, end: last.end } }] : [];
};
