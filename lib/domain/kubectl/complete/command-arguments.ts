/** What the positional words of each command are, as far as completion can offer them. */

export type CommandArguments =
  /** A resource type and names; `only`: plural names of the types that the command works on. */
  | { kind: "types"; only: ReadonlySet<string> | null }
  /** Names of objects of one type. */
  | { kind: "names"; of: string }
  | { kind: "contexts" }
  /** A verb and a resource type. */
  | { kind: "permission" };

const types = (only?: string): CommandArguments => ({
  kind: "types",
  only: only === undefined ? null : new Set(only.split(" ")),
});
const names = (of: string): CommandArguments => ({ kind: "names", of });

const ROLLED_OUT = types("deployments daemonsets statefulsets");
const SCALED = types("deployments replicasets statefulsets replicationcontrollers");
const WITH_CONTAINERS = types(
  "pods deployments daemonsets statefulsets replicasets jobs cronjobs replicationcontrollers",
);
const ANY = types();

const ARGUMENTS: Readonly<Record<string, CommandArguments>> = {
  get: ANY,
  describe: ANY,
  delete: ANY,
  edit: ANY,
  label: ANY,
  annotate: ANY,
  patch: ANY,
  wait: ANY,
  explain: ANY,
  "apply edit-last-applied": ANY,
  "apply view-last-applied": ANY,
  expose: types("pods services deployments replicasets replicationcontrollers"),
  scale: SCALED,
  autoscale: SCALED,
  taint: types("nodes"),
  "rollout history": ROLLED_OUT,
  "rollout pause": types("deployments"),
  "rollout restart": ROLLED_OUT,
  "rollout resume": types("deployments"),
  "rollout status": ROLLED_OUT,
  "rollout undo": ROLLED_OUT,
  "set env": WITH_CONTAINERS,
  "set image": WITH_CONTAINERS,
  "set resources": WITH_CONTAINERS,
  "set serviceaccount": WITH_CONTAINERS,
  "set selector": types("services"),
  "set subject": types("rolebindings clusterrolebindings"),
  logs: names("pods"),
  exec: names("pods"),
  attach: names("pods"),
  "port-forward": names("pods"),
  debug: names("pods"),
  cp: names("pods"),
  "top pod": names("pods"),
  "top node": names("nodes"),
  cordon: names("nodes"),
  uncordon: names("nodes"),
  drain: names("nodes"),
  "create token": names("serviceaccounts"),
  "certificate approve": names("certificatesigningrequests"),
  "certificate deny": names("certificatesigningrequests"),
  "config use-context": { kind: "contexts" },
  "config delete-context": { kind: "contexts" },
  "config rename-context": { kind: "contexts" },
  "config set-context": { kind: "contexts" },
  "config get-contexts": { kind: "contexts" },
  "auth can-i": { kind: "permission" },
};

export const argumentsOf = (path: readonly string[]): CommandArguments | null =>
  ARGUMENTS[path.join(" ")] ?? null;
