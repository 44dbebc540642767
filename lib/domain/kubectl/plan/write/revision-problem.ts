/** Revisions that a rollout does not have, as far as the cluster is known. */
import type { KubeObject } from "../../model";
import { builtIn } from "../create/create-step";
import { getAt, isObject } from "../json-path";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { JsonObject, Target } from "../plan-model";

type Refused = ReturnType<typeof refuse>;

const REPLICA_SET = builtIn("apps", "v1", "replicasets", "ReplicaSet");
const CONTROLLER_REVISION = builtIn("apps", "v1", "controllerrevisions", "ControllerRevision");
const REVISION = "deployment.kubernetes.io/revision";

/** The named objects of a target, or those that its selector lets through. */
export function namedTargets({ world }: PlanInput, target: Target): readonly Target[] {
  if (target.name !== null) return [target];
  return (world.list(target) ?? []).map(({ metadata: { name = "", namespace } }) => ({
    ...target,
    name,
    namespace: namespace ?? target.namespace,
    labelSelector: null,
    fieldSelector: null,
  }));
}

/** Revisions kept for a workload, oldest first; null when they are not all known. */
function revisionsOf({ world }: PlanInput, target: Target): number[] | null {
  const isDeployment = target.type.kind === "Deployment";
  const type = isDeployment ? REPLICA_SET : CONTROLLER_REVISION;
  const kept = world.list({
    ...target,
    type,
    name: null,
    labelSelector: null,
    fieldSelector: null,
  });
  if (kept === null || typeof world.find(target) === "string") return null;
  const owned = kept.filter((object) => isOwned(object, target));
  const numbers = owned.map((object) =>
    isDeployment ? Number(annotation(object)) : Number(object["revision"]),
  );
  return numbers.filter((number) => number > 0).sort((a, b) => a - b);
}

function annotation(object: KubeObject): unknown {
  return getAt(object.metadata as JsonObject, ["annotations", REVISION]);
}

function isOwned({ metadata }: KubeObject, { type, name }: Target): boolean {
  const owners = metadata["ownerReferences"];
  return (
    Array.isArray(owners) &&
    (owners as JsonObject[])
      .filter(isObject)
      .some((owner) => owner["kind"] === type.kind && owner["name"] === name)
  );
}

export function undoProblem(input: PlanInput, target: Target, revision: number): Refused | null {
  const span = input.flags.use("to-revision")?.span ?? target.span ?? input.invocation.pathSpan;
  const missing = `error: unable to find specified revision ${String(revision)} in history`;
  if (input.world.find(target) === "absent") return null;
  if (revision < 0) return refuse("no-such-revision", missing, span, "Revisions count from 1.");
  const revisions = revisionsOf(input, target);
  if (revisions === null) return null;
  if (revision > 0) {
    const known = revisions.includes(revision);
    return known ? null : refuse("no-such-revision", missing, span, hintRevisions(revisions));
  }
  if (revisions.length > 1) return null;
  const message =
    target.type.kind === "Deployment"
      ? `error: no rollout history found for deployment ${JSON.stringify(target.name)}`
      : "error: no last revision to roll back to";
  return refuse("no-history", message, span, "There is no earlier revision.");
}

const hintRevisions = (revisions: readonly number[]) =>
  revisions.length === 0
    ? "No revision is kept."
    : `The revisions are ${revisions.map(String).join(", ")}.`;

/** Only deployments mind a revision that is not there; the others say that there is no history. */
export function historyProblem(input: PlanInput, target: Target): Refused | null {
  const revision = Number(input.flags.text("revision"));
  if (revision === 0 || target.type.kind !== "Deployment") return null;
  const revisions = revisionsOf(input, target);
  if (revisions === null || revisions.length === 0 || revisions.includes(revision)) return null;
  const message = "error: unable to find the specified revision";
  return refuse(
    "no-such-revision",
    message,
    input.flags.span("revision"),
    hintRevisions(revisions),
  );
}

export function statusProblem(input: PlanInput, target: Target): Refused | null {
  const revision = input.flags.text("revision");
  const found = input.world.find(target);
  if (revision === "0" || target.type.kind !== "Deployment" || typeof found === "string") {
    return null;
  }
  const running = annotation(found);
  if (typeof running !== "string" || running === revision) return null;
  return refuse(
    "other-revision",
    `error: desired revision (${revision}) is different from the running revision (${running})`,
    input.flags.span("revision"),
  );
}
