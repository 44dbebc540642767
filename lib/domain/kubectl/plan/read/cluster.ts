/** kubectl version, cluster-info, api-resources, api-versions, proxy, completion, kustomize, plugin, options. */
import { ok } from "../../../result";
import { normalPath } from "../normal-path";
import { PIPE } from "../../invocation";
import { readOutput } from "../dry-run";
import { kustomizeProblem } from "../path-problem";
import { refuse } from "../plan-failure";
import type { Planner } from "../plan-input";
import type { FactSpec } from "./observe";
import { observe } from "./observe";

const planShow =
  (verb: string, specs: readonly FactSpec[], words: "none" | "any" = "none"): Planner =>
  (input) => {
    const { args } = input.invocation;
    const first = args[0];
    if (words === "none" && first) {
      const typed = args.map((word) => word.text).join(" ");
      const said = verb === "version" ? "extra arguments" : "unexpected arguments";
      return refuse("unexpected-words", `error: ${said}: [${typed}]`, first);
    }
    const facts = first ? { words: args.map((word) => word.text) } : {};
    const origins = first
      ? [{ path: "words", span: { start: first.start, end: (args.at(-1) ?? first).end } }]
      : [];
    return ok([observe(input, verb, [], specs, facts, origins)]);
  };

export const planVersion = planShow("version", [["client", "bool"]]);
export const planClusterInfo = planShow("cluster-info", [], "any");
export const planClusterInfoDump = planShow(
  "cluster-info dump",
  [
    ["all-namespaces", "bool"],
    ["namespaces", "set"],
    ["output-directory", "text"],
  ],
  "any",
);
export const planApiVersions = planShow("api-versions", []);
export const planApiResources: Planner = (input) => {
  const sort = input.flags.text("sort-by");
  if (sort !== "" && sort !== "name" && sort !== "kind") {
    return refuse(
      "bad-sort",
      "error: --sort-by accepts only name or kind",
      input.flags.span("sort-by"),
    );
  }
  return showApiResources(input);
};
const showApiResources = planShow("api-resources", [
  ["api-group", "text"],
  ["namespaced", "bool"],
  ["verbs", "set"],
  ["categories", "set"],
  ["no-headers", "bool"],
  ["sort-by", "text"],
]);
const MAX_PORT = 65_535;

export const planProxy: Planner = (input) => {
  const { flags } = input;
  const port = Number(flags.text("port"));
  if (flags.use("port") && flags.text("unix-socket") !== "") {
    return refuse(
      "socket-and-port",
      "error: cannot set --unix-socket and --port at the same time",
      flags.span("unix-socket"),
    );
  }
  if (port < 0 || port > MAX_PORT) {
    return refuse(
      "bad-port",
      `error: listen tcp: address ${String(port)}: invalid port`,
      flags.span("port"),
    );
  }
  return showProxy(input);
};
const showProxy = planShow(
  "proxy",
  [
    ["port", "number"],
    ["address", "text"],
    ["www", "text"],
    ["www-prefix", "text"],
    ["api-prefix", "text"],
    ["unix-socket", "text"],
    ["accept-hosts", "text"],
    ["accept-paths", "text"],
    ["reject-paths", "text"],
    ["reject-methods", "text"],
    ["disable-filter", "bool"],
  ],
  "any",
);
const SHELLS = ["bash", "zsh", "fish", "powershell"];

export const planCompletion: Planner = (input) => {
  const [shell, extra] = input.invocation.args;
  if (!shell) {
    return refuse(
      "shell-needed",
      "error: Shell not specified.",
      input.invocation.pathSpan,
      `Name a shell: ${SHELLS.join(", ")}.`,
    );
  }
  if (extra) {
    return refuse("one-shell", "error: Too many arguments. Expected only the shell type.", extra);
  }
  if (!SHELLS.includes(shell.text)) {
    return refuse(
      "bad-shell",
      `error: Unsupported shell type ${JSON.stringify(shell.text)}.`,
      shell,
      `It is one of ${SHELLS.join(", ")}.`,
    );
  }
  return showCompletion(input);
};
const showCompletion = planShow("completion", [], "any");
export const planPluginList = planShow("plugin list", [["name-only", "bool"]]);
export const planOptions = planShow("options", [], "any");

export const planKustomize: Planner = (input) => {
  const extra = input.invocation.args[1];
  if (extra) return refuse("one-folder", "error: specify one path to kustomization.yaml", extra);
  const word = input.invocation.args[0];
  const problem = kustomizeProblem(input, word?.text ?? ".", word ?? input.invocation.pathSpan);
  if (problem) return problem;
  const folder = normalPath(word?.text ?? ".");
  const specs: readonly FactSpec[] = [
    ["enable-helm", "bool"],
    ["load-restrictor", "text"],
    ["reorder", "text"],
  ];
  // Where it goes is part of what is asked: on a screen it is read, in a file it is kept.
  const { file } = readOutput(input.invocation, input.flags);
  const facts = file === null || file.startsWith(PIPE) ? { folder } : { folder, to: file };
  return ok([observe(input, "kustomize", [], specs, facts)]);
};
