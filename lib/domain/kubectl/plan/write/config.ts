/** kubectl config …: changes and reads of the kubeconfig file. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { ConfigChange, Json, Origin, Step } from "../plan-model";
import { observe } from "../read/observe";

const change = (path: string, value: Json, span: Origin["span"]): Step => ({
  kind: "config",
  change: { path, value },
  origins: [{ path, span }],
});

function oneWord(input: PlanInput, usage: string, what: string): Planned<ShellWord> {
  const { args, pathSpan } = input.invocation;
  const [word, extra] = args;
  if (word && !extra) return ok(word);
  return refuse("one-word", usage, extra ?? pathSpan, `Give exactly one ${what}.`);
}

/** The error is a usage line: `error: Unexpected args: [a b]`. */
const unexpected = (input: PlanInput) => `error: Unexpected args: [${input.invocation.args.map((word) => word.text).join(" ")}]`;

export const planUseContext: Planner = (input) => {
  const word = oneWord(input, unexpected(input), "context");
  return word.ok ? ok([change("current-context", word.value.text, word.value)]) : word;
};

/** set-context [NAME | --current] --namespace=… --cluster=… --user=… */
export const planSetContext: Planner = (input) => {
  const { flags, invocation, world } = input;
  const { args, pathSpan } = invocation;
  const current = flags.bool("current");
  const [word, extra] = args;
  if (extra) return refuse("one-word", unexpected(input), extra);
  if (!word && !current) {
    return refuse("context-needed", "error: You must specify a non-empty context name or --current", pathSpan, "Add --current to change the context in use.");
  }
  if (word && current) {
    return refuse("context-twice", "error: You cannot specify both a context name and --current", word);
  }
  const name = current ? (world.currentContext ?? "") : (word?.text ?? "");
  const target = current && world.currentContext === null ? "(current)" : name;
  const steps: Step[] = [];
  for (const flag of ["namespace", "cluster", "user"]) {
    const use = flags.use(flag);
    if (use) steps.push(change(`contexts.${target}.${flag}`, use.value, use.span));
  }
  if (steps.length === 0) steps.push(change(`contexts.${target}`, "unchanged", word ?? pathSpan));
  return ok(steps);
};

const planSetEntry =
  (section: "clusters" | "users", names: readonly string[]): Planner =>
  (input) => {
    const word = oneWord(input, unexpected(input), "name");
    if (!word.ok) return word;
    const steps: Step[] = [];
    for (const name of names) {
      const use = input.flags.use(name);
      if (use) steps.push(change(`${section}.${word.value.text}.${name}`, use.value, use.span));
    }
    if (steps.length === 0) steps.push(change(`${section}.${word.value.text}`, "unchanged", word.value));
    return ok(steps);
  };

export const planSetCluster = planSetEntry("clusters", ["server", "certificate-authority", "embed-certs", "insecure-skip-tls-verify", "proxy-url", "tls-server-name"]);
export const planSetCredentials = planSetEntry("users", [
  "client-certificate",
  "client-key",
  "embed-certs",
  "token",
  "username",
  "password",
  "auth-provider",
  "auth-provider-arg",
  "exec-command",
  "exec-arg",
  "exec-env",
  "exec-api-version",
  "exec-interactive-mode",
  "exec-provide-cluster-info",
]);

export const planConfigSet: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const [path, value, extra] = args;
  if (!path || !value || extra) return refuse("path-and-value", unexpected(input), extra ?? pathSpan, "Write kubectl config set <path> <value>.");
  return ok([change(path.text, value.text, { start: path.start, end: value.end })]);
};

export const planConfigUnset: Planner = (input) => {
  const word = oneWord(input, unexpected(input), "path");
  return word.ok ? ok([change(word.value.text, null, word.value)]) : word;
};

const planDeleteEntry =
  (section: string): Planner =>
  (input) => {
    const word = oneWord(input, unexpected(input), "name");
    return word.ok ? ok([change(`${section}.${word.value.text}`, null, word.value)]) : word;
  };

export const planDeleteContext = planDeleteEntry("contexts");
export const planDeleteCluster = planDeleteEntry("clusters");
export const planDeleteUser = planDeleteEntry("users");

export const planRenameContext: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const [from, to, extra] = args;
  if (!from || !to || extra) return refuse("two-names", unexpected(input), extra ?? pathSpan, "Write the old name, then the new one.");
  const renamed: ConfigChange = { path: `contexts.${from.text}.renamed`, value: to.text };
  return ok([{ kind: "config", change: renamed, origins: [{ path: renamed.path, span: { start: from.start, end: to.end } }] }]);
};

const planShowConfig =
  (verb: string): Planner =>
  (input) => {
    const words = input.invocation.args.map((word) => word.text);
    const specs = [
      ["minify", "bool"],
      ["raw", "bool"],
      ["flatten", "bool"],
      ["merge", "bool"],
      ["no-headers", "bool"],
    ] as const;
    return ok([observe(input, verb, [], specs, words.length > 0 ? { words } : {})]);
  };

export const planConfigView = planShowConfig("config view");
export const planGetContexts = planShowConfig("config get-contexts");
export const planGetClusters = planShowConfig("config get-clusters");
export const planGetUsers = planShowConfig("config get-users");
export const planCurrentContext = planShowConfig("config current-context");
