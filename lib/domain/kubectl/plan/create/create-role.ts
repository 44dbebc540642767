/** create role, clusterrole: rules grouped by API group, as kubectl writes them. */
import { ok } from "../../../result";
import type { FlagEntry } from "../flag-reader";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin } from "../plan-model";
import { builtIn, createStep, note, readName } from "./create-step";
import { readLabelMap } from "./label-map";

const RBAC = "rbac.authorization.k8s.io";
const ROLE = builtIn(RBAC, "v1", "roles", "Role");
const CLUSTER_ROLE = builtIn(RBAC, "v1", "clusterroles", "ClusterRole", false);

/** Verbs that act on these types only; "group/resource". */
const SPECIAL_VERBS: Readonly<Record<string, readonly string[]>> = {
  use: ["policy/podsecuritypolicies", "extensions/podsecuritypolicies"],
  bind: [`${RBAC}/roles`, `${RBAC}/clusterroles`],
  escalate: [`${RBAC}/roles`, `${RBAC}/clusterroles`],
  impersonate: ["/users", "/serviceaccounts", "/groups", "authentication.k8s.io/userextras"],
};
const URL_VERBS = ["get", "put", "post", "head", "options", "delete", "patch", "*"];

type RuleResource = { group: string; resource: string; subresource: string; entry: FlagEntry };

export const planCreateRole: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const verbs = readVerbs(input);
  const resources = readResources(input);
  if (verbs.length === 0) {
    return refuse(
      "verb-needed",
      "error: at least one verb must be specified",
      input.invocation.pathSpan,
    );
  }
  if (resources.length === 0) {
    return refuse(
      "resource-needed",
      "error: at least one resource must be specified",
      input.invocation.pathSpan,
    );
  }
  const origins: Origin[] = [];
  const rules = resourceRules(input, verbs, resources, origins);
  if (!rules.ok) return rules;
  return ok([createStep(input, ROLE, name.value, { rules: rules.value }, origins)]);
};

export const planCreateClusterRole: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const origins: Origin[] = [];
  const aggregation = input.flags.use("aggregation-rule");
  const verbs = readVerbs(input);
  const resources = readResources(input);
  const urls = input.flags.entries("non-resource-url").map((entry) => entry.text);
  if (aggregation) {
    const others = urls.length + verbs.length + resources.length + resourceNames(input).length;
    if (others > 0) {
      return refuse(
        "aggregation-alone",
        "error: aggregation rule must be specified without nonResourceURLs, verbs, resources or resourceNames",
        aggregation.span,
      );
    }
    const selectors = readLabelMap(aggregation.values.join(","));
    note(origins, "aggregationRule", aggregation.span);
    const fields = {
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: selectors }] },
      rules: null,
    };
    return ok([createStep(input, CLUSTER_ROLE, name.value, fields, origins)]);
  }
  const problem = clusterRoleProblem(input, verbs, resources, urls);
  if (problem) return refuse("bad-rule", `error: ${problem}`, input.invocation.pathSpan);
  const rules = resources.length > 0 ? resourceRules(input, verbs, resources, origins) : ok([]);
  if (!rules.ok) return rules;
  if (urls.length > 0) {
    note(origins, `rules.${String(rules.value.length)}`, input.flags.use("non-resource-url")?.span);
    rules.value.push({ nonResourceURLs: urls, verbs });
  }
  return ok([createStep(input, CLUSTER_ROLE, name.value, { rules: rules.value }, origins)]);
};

function clusterRoleProblem(
  input: PlanInput,
  verbs: readonly string[],
  resources: readonly RuleResource[],
  urls: readonly string[],
): string | null {
  if (verbs.length === 0) return "at least one verb must be specified";
  if (resources.length === 0 && resourceNames(input).length > 0) {
    return "resource must be specified if resourceNames specified";
  }
  if (resources.length === 0 && urls.length === 0) {
    return "one of resource or nonResourceURL must be specified";
  }
  if (urls.length === 0) return null;
  const bad = verbs.find((verb) => !URL_VERBS.includes(verb));
  if (bad !== undefined) return `invalid verb: '${bad}' for nonResourceURL`;
  return urls.map(urlProblem).find((problem) => problem !== null) ?? null;
}

function urlProblem(url: string): string | null {
  if (url === "*") return null;
  if (url === "") return "nonResourceURL should not be empty";
  if (!url.startsWith("/")) return "nonResourceURL should start with /";
  return url.slice(0, -1).includes("*")
    ? "nonResourceURL only supports wildcard matches when '*' is at the end"
    : null;
}

const resourceNames = (input: PlanInput) => [
  ...new Set(input.flags.entries("resource-name").map((entry) => entry.text)),
];

function readVerbs(input: PlanInput): string[] {
  const verbs = [...new Set(input.flags.entries("verb").map((entry) => entry.text))];
  return verbs.includes("*") ? ["*"] : verbs;
}

/** "pods", "deployments.apps", "pods/log", "*". A bare "*" stands for all and is kept alone. */
function readResources(input: PlanInput): RuleResource[] {
  const resources: RuleResource[] = [];
  for (const entry of input.flags.entries("resource")) {
    const slash = entry.text.indexOf("/");
    const head = slash < 0 ? entry.text : entry.text.slice(0, slash);
    const dot = head.indexOf(".");
    const resource: RuleResource = {
      group: dot < 0 ? "" : head.slice(dot + 1),
      resource: dot < 0 ? head : head.slice(0, dot),
      subresource: slash < 0 ? "" : entry.text.slice(slash + 1),
      entry,
    };
    if (entry.text === "*") return [resource];
    resources.push(resource);
  }
  return resources;
}

function resourceRules(
  input: PlanInput,
  verbs: readonly string[],
  resources: readonly RuleResource[],
  origins: Origin[],
): Planned<JsonObject[]> {
  const groups = new Map<string, string[]>();
  for (const resource of resources) {
    const found = mapResource(input, verbs, resource);
    if (!found.ok) return found;
    const { group, resource: name } = found.value;
    const list = groups.get(group) ?? [];
    if (!list.includes(name)) list.push(name);
    groups.set(group, list);
  }
  const names = resourceNames(input);
  const rules = [...groups.keys()].sort().map((group, index): JsonObject => {
    note(origins, `rules.${String(index)}`, input.flags.use("resource")?.span);
    note(origins, `rules.${String(index)}.verbs`, input.flags.use("verb")?.span);
    note(origins, `rules.${String(index)}.resourceNames`, input.flags.use("resource-name")?.span);
    return {
      apiGroups: [group],
      ...(names.length > 0 ? { resourceNames: names } : {}),
      resources: groups.get(group) ?? [],
      verbs: [...verbs],
    };
  });
  return ok(rules);
}

function mapResource(
  input: PlanInput,
  verbs: readonly string[],
  wanted: RuleResource,
): Planned<{ group: string; resource: string }> {
  const { entry, subresource } = wanted;
  if (wanted.resource === "") {
    return refuse(
      "empty-resource",
      "error: resource must be specified if apiGroup/subresource specified",
      entry.span,
    );
  }
  if (wanted.resource === "*") {
    return ok({ group: wanted.group, resource: withSubresource("*", subresource) });
  }
  return mapNamed(input, verbs, wanted);
}

function mapNamed(
  input: PlanInput,
  verbs: readonly string[],
  wanted: RuleResource,
): Planned<{ group: string; resource: string }> {
  const { entry, subresource } = wanted;
  const word = wanted.group === "" ? wanted.resource : `${wanted.resource}.${wanted.group}`;
  const type = input.types.find(word);
  const group = type?.group ?? wanted.group;
  const resource = type?.resource ?? wanted.resource;
  const special = verbs.filter((verb) => SPECIAL_VERBS[verb] !== undefined);
  for (const verb of special) {
    if (SPECIAL_VERBS[verb]?.includes(`${group}/${resource}`)) continue;
    return refuse(
      "verb-on-type",
      `error: can not perform '${verb}' on '${resource}' in group '${group}'`,
      entry.span,
    );
  }
  if ((!type || isVersioned(wanted.group, type.group)) && special.length === 0) {
    return refuse(
      "unknown-type",
      `the server doesn't have a resource type ${JSON.stringify(wanted.resource)}${inGroup(wanted.group)}`,
      entry.span,
      input.types.nearest(wanted.resource),
    );
  }
  return ok({ group, resource: withSubresource(resource, subresource) });
}

const inGroup = (group: string) => (group === "" ? "" : ` in group ${JSON.stringify(group)}`);

/** "deployments.v1.apps" works with get; here everything after the first dot is a group. */
const isVersioned = (typed: string, group: string) =>
  typed !== "" && /^v\d/.test(typed) && typed !== group;

const withSubresource = (resource: string, subresource: string) =>
  subresource === "" ? resource : `${resource}/${subresource}`;
