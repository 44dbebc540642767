/** Files and contexts that kubectl needs before it talks to any server. */
import { nearest } from "../hints/edit-distance";
import type { Invocation } from "../invocation";
import type { FlagReader } from "./flag-reader";
import { normalPath } from "./normal-path";
import { refuse } from "./plan-failure";
import type { World } from "./plan-input";

type Refused = ReturnType<typeof refuse>;

/** These never talk to a server, or write the kubeconfig that they are given. */
const WORKS_ALONE = new Set(["completion", "config", "kustomize", "options", "plugin", "alpha"]);

export function connectionProblem(
  invocation: Invocation,
  flags: FlagReader,
  world: World,
): Refused | null {
  const missing = preferencesProblem(flags, world);
  if (missing) return missing;
  const [first = ""] = invocation.path;
  const alone = WORKS_ALONE.has(first) || (first === "version" && flags.bool("client"));
  if (alone) return null;
  return (
    kubeconfigProblem(flags, world) ??
    contextProblem(invocation, flags, world) ??
    entryProblem(invocation, flags, world)
  );
}

const globalUse = (flags: FlagReader, name: string) =>
  flags.uses(name).findLast((one) => one.global && one.value !== "");

/** Preferences are read before the command runs. */
function preferencesProblem(flags: FlagReader, world: World): Refused | null {
  const use = globalUse(flags, "kuberc") ?? flags.use("kuberc");
  if (!use || use.value === "off" || !world.lacksFile(normalPath(use.value))) return null;
  const message = `error occurred while applying preferences kuberc error kuberc: open ${use.value}: no such file or directory`;
  return refuse("no-such-file", message, use.valueSpan ?? use.span, NO_FILE);
}

const NO_FILE = "There is no file of this name here.";

function kubeconfigProblem(flags: FlagReader, world: World): Refused | null {
  const use = globalUse(flags, "kubeconfig");
  if (!use || !world.lacksFile(normalPath(use.value))) return null;
  const message = `error: stat ${use.value}: no such file or directory`;
  return refuse("no-such-file", message, use.valueSpan ?? use.span, NO_FILE);
}

/** These ask the kubeconfig in another way, and say so in other words. */
const SENDS_OBJECTS = new Set(
  "apply auth autoscale cluster-info cordon create drain expose run uncordon version".split(" "),
);

/** --cluster and --user of which there are none. */
function entryProblem({ path }: Invocation, flags: FlagReader, world: World): Refused | null {
  if (globalUse(flags, "kubeconfig")) return null;
  return clusterProblem(path, flags, world) ?? userProblem(flags, world);
}

function clusterProblem(path: readonly string[], flags: FlagReader, { clusters }: World) {
  const use = globalUse(flags, "cluster");
  if (!use || !clusters || clusters.includes(use.value)) return null;
  const name = JSON.stringify(use.value);
  const sends = SENDS_OBJECTS.has(path[0] ?? "") && path[1] !== "token";
  const message = sends ? `cluster ${name} does not exist` : `no server found for cluster ${name}`;
  const hint = `The clusters are ${clusters.join(", ")}.`;
  return refuse("no-such-cluster", `error: ${message}`, use.valueSpan ?? use.span, hint);
}

function userProblem(flags: FlagReader, { users }: World) {
  const use = globalUse(flags, "user");
  if (!use || !users || users.includes(use.value)) return null;
  const message = `error: auth info ${JSON.stringify(use.value)} does not exist`;
  return refuse(
    "no-such-user",
    message,
    use.valueSpan ?? use.span,
    `The users are ${users.join(", ")}.`,
  );
}

function contextProblem({ path }: Invocation, flags: FlagReader, world: World): Refused | null {
  const use = globalUse(flags, "context");
  const { contexts } = world;
  if (!use || !contexts || globalUse(flags, "kubeconfig")) return null;
  const known = [...contexts, world.currentContext];
  if (known.includes(use.value)) return null;
  const generates = path[0] === "create" && path.length > 1;
  const message = generates
    ? `error: context ${JSON.stringify(use.value)} does not exist`
    : `Error in configuration: context was not found for specified context: ${use.value}`;
  const near = nearest(use.value, contexts);
  const hint = near === null ? `The contexts are ${contexts.join(", ")}.` : `Did you mean ${near}?`;
  return refuse("no-such-context", message, use.valueSpan ?? use.span, hint);
}
