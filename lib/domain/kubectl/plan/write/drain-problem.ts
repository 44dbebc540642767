/** Pods that keep a node from being drained, when all pods are known. */
import type { KubeObject } from "../../model";
import { POD } from "../create/create-step";
import type { FlagReader } from "../flag-reader";
import { getAt, isObject } from "../json-path";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { JsonObject, Target } from "../plan-model";
import { canonicalLabelSelector } from "../selector";

const MIRROR = "kubernetes.io/config.mirror";
const ENDED: readonly unknown[] = ["Succeeded", "Failed"];

export function drainProblem(input: PlanInput, node: Target) {
  const reasons = reasonsToStay(input, node);
  if (reasons.size === 0) return null;
  const said = [...reasons].map(([reason, pods]) => `cannot delete ${reason}: ${pods.join(", ")}`);
  const errors = said.length === 1 ? (said[0] ?? "") : `[${said.sort().join(", ")}]`;
  const message = `error: unable to drain node ${JSON.stringify(node.name)} due to error: ${errors}, continuing command...`;
  const flag = (reason: string) => /use (--\S+)/.exec(reason)?.[1] ?? "";
  const hint = `Add ${[...reasons.keys()].map(flag).sort().join(" and ")} to go on.`;
  return refuse("pods-stay", message, node.span ?? input.invocation.pathSpan, hint);
}

/** Pods of the node that may not go, by what kubectl says of them. */
function reasonsToStay({ world, flags }: PlanInput, node: Target): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  if (node.name === null || typeof world.find(node) === "string") return reasons;
  const selector = flags.text("pod-selector");
  const labelSelector = selector === "" ? null : canonicalLabelSelector(selector);
  const all = { ...node, type: POD, namespace: "*", name: null, fieldSelector: null };
  for (const pod of world.list({ ...all, labelSelector }) ?? []) {
    if (getAt(pod as JsonObject, ["spec", "nodeName"]) !== node.name) continue;
    const reason = whyNot(pod, flags);
    if (reason === null) continue;
    const { name = "", namespace = "" } = pod.metadata;
    reasons.set(reason, [...(reasons.get(reason) ?? []), `${namespace}/${name}`]);
  }
  return reasons;
}

/** The first of kubectl's reasons to leave a pod where it is; null when it may go, or is passed over. */
function whyNot(pod: KubeObject, flags: FlagReader): string | null {
  const ended = ENDED.includes(getAt(pod as JsonObject, ["status", "phase"]));
  const owner = controllerOf(pod);
  if (owner === "DaemonSet" && !ended) {
    return flags.bool("ignore-daemonsets")
      ? null
      : "DaemonSet-managed Pods (use --ignore-daemonsets to ignore)";
  }
  if (getAt(pod.metadata as JsonObject, ["annotations", MIRROR]) !== undefined) return null;
  if (ended) return null;
  if (hasLocalStorage(pod) && !flags.bool("delete-emptydir-data")) {
    return "Pods with local storage (use --delete-emptydir-data to override)";
  }
  return owner !== null || flags.bool("force")
    ? null
    : "cannot delete Pods that declare no controller (use --force to override)";
}

function controllerOf({ metadata }: KubeObject): string | null {
  const owners = metadata["ownerReferences"];
  const list = Array.isArray(owners) ? (owners as JsonObject[]).filter(isObject) : [];
  const kind = list.find((owner) => owner["controller"] === true)?.["kind"];
  return typeof kind === "string" ? kind : null;
}

function hasLocalStorage(pod: KubeObject): boolean {
  const volumes = getAt(pod as JsonObject, ["spec", "volumes"]);
  return Array.isArray(volumes) && volumes.some((one) => isObject(one) && "emptyDir" in one);
}
