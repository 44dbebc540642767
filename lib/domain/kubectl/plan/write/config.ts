/** kubectl config …: changes and reads of the kubeconfig file. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { normalPath } from "../normal-path";
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
const unexpected = (input: PlanInput) =>
  `error: Unexpected args: [${input.invocation.args.map((word) => word.text).join(" ")}]`;

export const planUseContext: Planner = (input) => {
  const word = oneWord(input, unexpected(input), "context");
  if (!word.ok) return word;
  const { contexts } = input.world;
  const name = word.value;
  if (contexts !== undefined && !contexts.includes(name.text)) {
    const message = `error: no context exists with the name: ${JSON.stringify(name.text)}`;
    return refuse("no-such-context", message, name, knownContexts(contexts));
  }
  return ok([change("current-context", name.text, name)]);
};

/** set-context [NAME | --current] --namespace=… --cluster=… --user=… */
export const planSetContext: Planner = (input) => {
  const { flags, invocation, world } = input;
  const { args, pathSpan } = invocation;
  const current = flags.bool("current");
  const problem = setContextProblem(input);
  if (problem) return problem;
  const [word] = args;
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

function setContextProblem(input: PlanInput) {
  const { args, pathSpan } = input.invocation;
  const current = input.flags.bool("current");
  const [word, extra] = args;
  if (extra) return refuse("one-word", unexpected(input), extra);
  if (!word && !current) {
    return refuse(
      "context-needed",
      "error: you must specify a non-empty context name or --current",
      pathSpan,
      "Add --current to change the context in use.",
    );
  }
  if (word && current) {
    return refuse(
      "context-twice",
      "error: you cannot specify both a context name and --current",
      word,
    );
  }
  const file = input.flags.uses("kubeconfig").at(-1)?.value ?? "";
  if (!current || file === "" || !input.world.lacksFile(normalPath(file))) return null;
  return refuse("no-current-context", "error: no current context is set", pathSpan);
}

const planSetEntry =
  (section: "clusters" | "users", names: readonly string[]): Planner =>
  (input) => {
    const usage = section === "users" ? unexpected(input).replace("U", "u") : unexpected(input);
    const word = oneWord(input, usage, "name");
    if (!word.ok) return word;
    const problem = section === "users" ? credentialsProblem(input) : clusterProblem(input);
    if (problem) return problem;
    const steps: Step[] = [];
    for (const name of names) {
      const use = input.flags.use(name);
      if (use) steps.push(change(`${section}.${word.value.text}.${name}`, use.value, use.span));
    }
    if (steps.length === 0) {
      steps.push(change(`${section}.${word.value.text}`, "unchanged", word.value));
    }
    return ok(steps);
  };

function clusterProblem({ flags }: PlanInput) {
  if (!flags.bool("embed-certs") || flags.text("certificate-authority") !== "") return null;
  const message = "error: you must specify a --certificate-authority to embed";
  return refuse("nothing-to-embed", message, flags.span("embed-certs"));
}

const INTERACTIVE_MODES = new Set(["IfAvailable", "Never", "Always"]);

function credentialsProblem({ flags }: PlanInput) {
  if (flags.text("token") !== "" && flags.text("username") + flags.text("password") !== "") {
    const message =
      "error: you cannot specify more than one authentication method at the same time: --token, --username/--password";
    return refuse("two-methods", message, flags.span("token"));
  }
  const certificates = flags.text("client-certificate") + flags.text("client-key");
  if (flags.bool("embed-certs") && certificates === "") {
    const message = "error: you must specify a --client-certificate or --client-key to embed";
    return refuse("nothing-to-embed", message, flags.span("embed-certs"));
  }
  const argument = flags.entries("auth-provider-arg").find(({ text }) => !/[=-]/.test(text));
  if (argument) {
    const message = `error: invalid auth-provider-arg format: ${argument.text}`;
    return refuse("bad-auth-provider-arg", message, argument.span, "Write KEY=VALUE.");
  }
  const mode = flags.text("exec-interactive-mode");
  if (mode === "" || INTERACTIVE_MODES.has(mode)) return null;
  const message = "error: invalid interactive mode type, can be only IfAvailable, Never, Always";
  return refuse("bad-interactive-mode", message, flags.span("exec-interactive-mode"));
}

export const planSetCluster = planSetEntry("clusters", [
  "server",
  "certificate-authority",
  "embed-certs",
  "insecure-skip-tls-verify",
  "proxy-url",
  "tls-server-name",
]);
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
  const unknown = path && value && !extra ? sectionProblem(path) : null;
  if (unknown) return unknown;
  if (!path || !value || extra) {
    return refuse(
      "path-and-value",
      unexpected(input),
      extra ?? pathSpan,
      "Write kubectl config set <path> <value>.",
    );
  }
  return ok([change(path.text, value.text, { start: path.start, end: value.end })]);
};

const SECTIONS =
  "apiVersion clusters contexts current-context extensions kind preferences users".split(" ");

function sectionProblem(path: ShellWord) {
  const [section = ""] = path.text.split(".");
  if (SECTIONS.includes(section)) return null;
  const message = `error: unable to parse ${path.text} after [] at api.Config`;
  return refuse(
    "bad-config-path",
    message,
    path,
    `The path begins with one of ${SECTIONS.join(", ")}.`,
  );
}

export const planConfigUnset: Planner = (input) => {
  const word = oneWord(input, unexpected(input), "path");
  if (!word.ok) return word;
  return sectionProblem(word.value) ?? ok([change(word.value.text, null, word.value)]);
};

/** Without exactly one name, `delete-context` and `delete-cluster` print their help and end well. */
const planDeleteEntry =
  (section: "contexts" | "clusters"): Planner =>
  (input) => {
    const [name, extra] = input.invocation.args;
    if (!name || extra) {
      const topic = input.invocation.path.join(" ");
      return ok([observe(input, "help", [], [], { topic })]);
    }
    const missing = section === "contexts" && contextProblem(input, name);
    return missing || ok([change(`${section}.${name.text}`, null, name)]);
  };

/** kubectl's words for a context that the kubeconfig does not have; false when it may have it. */
function contextProblem(input: PlanInput, name: ShellWord) {
  const { contexts } = input.world;
  if (contexts === undefined || contexts.includes(name.text)) return false;
  const message = `cannot delete context ${name.text}, not in ${KUBECONFIG}`;
  return refuse("no-such-context", `error: ${message}`, name, knownContexts(contexts));
}

const KUBECONFIG = "$HOME/.kube/config";

const knownContexts = (contexts: readonly string[]) =>
  contexts.length === 0 ? null : `The contexts are ${contexts.join(", ")}.`;

export const planDeleteContext = planDeleteEntry("contexts");
export const planDeleteCluster = planDeleteEntry("clusters");
export const planDeleteUser: Planner = (input) => {
  const [name] = input.invocation.args;
  if (name) return ok([change(`users.${name.text}`, null, name)]);
  return refuse("user-needed", "error: user to delete is required", input.invocation.pathSpan);
};

export const planRenameContext: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const [from, to, extra] = args;
  if (!from || !to || extra) {
    return refuse(
      "two-names",
      unexpected(input),
      extra ?? pathSpan,
      "Write the old name, then the new one.",
    );
  }
  const problem = renameProblem(from, to, input.world.contexts);
  if (problem) return problem;
  const renamed: ConfigChange = { path: `contexts.${from.text}.renamed`, value: to.text };
  return ok([
    {
      kind: "config",
      change: renamed,
      origins: [{ path: renamed.path, span: { start: from.start, end: to.end } }],
    },
  ]);
};

function renameProblem(from: ShellWord, to: ShellWord, contexts: readonly string[] | undefined) {
  if (contexts === undefined) return null;
  if (!contexts.includes(from.text)) {
    const message = `error: cannot rename the context ${JSON.stringify(from.text)}, it's not in ${KUBECONFIG}`;
    return refuse("no-such-context", message, from, knownContexts(contexts));
  }
  if (!contexts.includes(to.text)) return null;
  const message = `error: cannot rename the context ${JSON.stringify(from.text)}, the context ${JSON.stringify(to.text)} already exists in ${KUBECONFIG}`;
  return refuse("context-exists", message, to);
}

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

const showConfig = planShowConfig("config view");
export const planConfigView: Planner = (input) => {
  const { args } = input.invocation;
  const [stray] = args;
  if (!stray && !input.flags.bool("merge") && input.flags.text("kubeconfig") === "") {
    const message = "error: if merge==false a precise file must be specified";
    return refuse("file-needed", message, input.flags.span("merge"), "Add --kubeconfig=<file>.");
  }
  if (!stray) return showConfig(input);
  const typed = args.map((word) => word.text).join(" ");
  return refuse("unexpected-words", `error: unexpected arguments: [${typed}]`, stray);
};

const showContexts = planShowConfig("config get-contexts");
export const planGetContexts: Planner = (input) => {
  const { contexts } = input.world;
  const missing = input.invocation.args.find((word) => contexts?.includes(word.text) === false);
  if (!missing || contexts === undefined) return showContexts(input);
  const message = `error: context ${missing.text} not found`;
  return refuse("no-such-context", message, missing, knownContexts(contexts));
};
export const planGetClusters = planShowConfig("config get-clusters");
export const planGetUsers = planShowConfig("config get-users");
export const planCurrentContext = planShowConfig("config current-context");
