/** kubectl config …: changes and reads of the kubeconfig file. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { normalPath } from "../normal-path";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { ConfigChange, Step } from "../plan-model";
import { observe } from "../read/observe";
import { configChange, KUBECONFIG, knownContexts, oneWord, unexpected } from "./config-change";
import { fieldProblem, sectionProblem } from "./config-path";

export const planUseContext: Planner = (input) => {
  const word = oneWord(input, unexpected(input), "context");
  if (!word.ok) return word;
  const { contexts } = input.world;
  const name = word.value;
  if (contexts !== undefined && !contexts.includes(name.text)) {
    const message = `error: no context exists with the name: ${JSON.stringify(name.text)}`;
    return refuse("no-such-context", message, name, knownContexts(contexts));
  }
  return ok([configChange("current-context", name.text, name)]);
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
    if (use) steps.push(configChange(`contexts.${target}.${flag}`, use.value, use.span));
  }
  if (steps.length === 0) {
    steps.push(configChange(`contexts.${target}`, "unchanged", word ?? pathSpan));
  }
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
  const unset = fieldProblem(input, path);
  return unset ?? ok([configChange(path.text, value.text, { start: path.start, end: value.end })]);
};

export const planConfigUnset: Planner = (input) => {
  const word = oneWord(input, unexpected(input), "path");
  if (!word.ok) return word;
  return sectionProblem(word.value) ?? ok([configChange(word.value.text, null, word.value)]);
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
  const unknown = minifyProblem(input);
  if (unknown && !stray) return unknown;
  if (!stray && !input.flags.bool("merge") && input.flags.text("kubeconfig") === "") {
    const message = "error: if merge==false a precise file must be specified";
    return refuse("file-needed", message, input.flags.span("merge"), "Add --kubeconfig=<file>.");
  }
  if (!stray) return showConfig(input);
  const typed = args.map((word) => word.text).join(" ");
  return refuse("unexpected-words", `error: unexpected arguments: [${typed}]`, stray);
};

/** --minify keeps one context, which must be there. */
function minifyProblem({ flags, world: { contexts } }: PlanInput) {
  const use = flags.uses("context").findLast((one) => one.global);
  if (!flags.bool("minify") || !use || contexts?.includes(use.value) !== false) return null;
  const message = `error: cannot locate context ${use.value}`;
  return refuse("no-such-context", message, use.valueSpan ?? use.span, knownContexts(contexts));
}

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
