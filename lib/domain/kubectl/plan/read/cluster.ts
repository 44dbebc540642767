/** kubectl version, cluster-info, api-resources, api-versions, proxy, completion, kustomize, plugin, options. */
import { ok } from "../../../result";
import { normalPath } from "../file-objects";
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
      return refuse("unexpected-words", `error: unexpected arguments: [${typed}]`, first);
    }
    const facts = first ? { words: args.map((word) => word.text) } : {};
    const origins = first ? [{ path: "words", span: { start: first.start, end: (args.at(-1) ?? first).end } }] : [];
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
export const planApiResources = planShow("api-resources", [
  ["api-group", "text"],
  ["namespaced", "bool"],
  ["verbs", "set"],
  ["categories", "set"],
  ["no-headers", "bool"],
  ["sort-by", "text"],
]);
export const planProxy = planShow(
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
export const planCompletion = planShow("completion", [], "any");
export const planPluginList = planShow("plugin list", [["name-only", "bool"]]);
export const planOptions = planShow("options", [], "any");

export const planKustomize: Planner = (input) => {
  const folder = normalPath(input.invocation.args[0]?.text ?? ".");
  const specs: readonly FactSpec[] = [["enable-helm", "bool"], ["load-restrictor", "text"], ["reorder", "text"]];
  return ok([observe(input, "kustomize", [], specs, { folder })]);
};
