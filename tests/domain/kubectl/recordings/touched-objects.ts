/**
 * What a plan and a recording are about, in one form: a sorted list of lines such as
 * `create v1/pods default web` or `list apps/v1/deployments * app=web`.
 *
 * kubectl reads most objects before it changes them and reads related ones after;
 * only the requests that the learner asked for count.
 */
import type { Plan, Step, Target } from "@/lib/domain/kubectl/plan/plan-model";
import { canonicalFieldSelector, canonicalLabelSelector } from "@/lib/domain/kubectl/plan/selector";
import type { RecordedRequest, Recording } from "@/scripts/kubectl/recording";

const resourceOf = ({ type }: Target) =>
  [type.group, type.version, type.resource].filter((part) => part !== "").join("/");

function targetsOf(step: Step): readonly Target[] {
  if (step.kind === "config") return [];
  return step.kind === "observe" ? step.observation.targets : [step.target];
}

/** Every object or collection that the plan asks the server for. */
export function plannedObjects({ steps, dryRun }: Plan): string[] {
  // A client-side dry run need not read what it would replace or delete.
  const asked = steps.filter((step) => dryRun !== "client" || step.kind === "observe");
  const lines = asked.flatMap((step) => targetsOf(step).map(lineOf));
  return [...new Set(lines)].sort();
}

function lineOf(target: Target): string {
  const { name, namespace, labelSelector, fieldSelector } = target;
  if (name !== null) return [resourceOf(target), namespace ?? "-", name].join(" ");
  const selectors = [labelSelector ?? "", fieldSelector ?? ""];
  return [resourceOf(target), namespace ?? "*", "list", ...selectors].join(" ");
}

/** Every object or collection that kubectl asked for or changed. */
export function recordedObjects({ requests = [] }: Recording): Set<string> {
  return new Set(requests.map(recordedLine));
}

function recordedLine(request: RecordedRequest): string {
  const { resource, name, labelSelector, fieldSelector } = request;
  // `top` reads the metrics of what it is about.
  const about = resource.replace(/^metrics\.k8s\.io\/v1beta1/, "v1");
  const named = name ?? (request.verb === "create" ? nameIn(request) : undefined);
  if (named !== undefined) return [about, request.namespace ?? "-", named].join(" ");
  const labels =
    labelSelector === undefined ? "" : (canonicalLabelSelector(labelSelector) ?? labelSelector);
  const fields =
    fieldSelector === undefined ? "" : (canonicalFieldSelector(fieldSelector) ?? fieldSelector);
  return [about, request.namespace ?? "*", "list", labels, fields].join(" ");
}

function nameIn({ body }: RecordedRequest): string | undefined {
  const { metadata } = (body ?? {}) as { metadata?: { name?: string; generateName?: string } };
  // Recordings write "xxxxx" for the five random characters of a name that kubectl makes up.
  if (metadata?.name !== undefined) return metadata.name.replace(/-xxxxx$/, "-<random>");
  return metadata?.generateName === undefined ? undefined : `${metadata.generateName}<random>`;
}

const CHANGING = new Set(["create", "update", "patch", "delete"]);

/** Changes of objects that no step of the plan is about. */
export function unplannedChanges(plans: readonly Plan[], { requests = [] }: Recording): string[] {
  if (plans.some(({ path }) => path[0] === "drain")) return []; // what runs on the node decides
  const targets = plans.flatMap(({ steps }) => steps).flatMap(targetsOf);
  return requests
    .filter((request) => CHANGING.has(request.verb) && request.subresource !== "eviction")
    .filter(({ resource }) => !resource.endsWith("reviews"))
    .filter((request) => !targets.some((target) => covers(target, request)))
    .map((request) => `${request.verb} ${recordedLine(request)}`);
}

/** Whether a request is about exactly the object that a target names. */
export const isAbout = (target: Target, request: RecordedRequest): boolean =>
  target.name !== null && covers(target, request);

function covers(target: Target, request: RecordedRequest): boolean {
  if (resourceOf(target) !== request.resource) return false;
  const namespace = request.namespace ?? null;
  if (target.namespace !== "*" && target.namespace !== namespace) return false;
  return target.name === null || target.name === (request.name ?? nameIn(request));
}
