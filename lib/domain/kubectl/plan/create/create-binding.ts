/** create rolebinding, clusterrolebinding. */
import { ok } from "../../../result";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin } from "../plan-model";
import { builtIn, createStep, note, readName } from "./create-step";

const RBAC = "rbac.authorization.k8s.io";
const ROLE_BINDING = builtIn(RBAC, "v1", "rolebindings", "RoleBinding");
const CLUSTER_ROLE_BINDING = builtIn(
  RBAC,
  "v1",
  "clusterrolebindings",
  "ClusterRoleBinding",
  false,
);

export const planCreateRoleBinding: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const role = input.flags.text("role");
  const clusterRole = input.flags.text("clusterrole");
  if ((role === "") === (clusterRole === "")) {
    return refuse(
      "one-role",
      "error: exactly one of clusterrole or role must be specified",
      input.flags.span("role"),
      "Give either --role=<name> or --clusterrole=<name>.",
    );
  }
  const roleRef = {
    apiGroup: RBAC,
    kind: role === "" ? "ClusterRole" : "Role",
    name: role || clusterRole,
  };
  return bindingStep(input, name.value, roleRef, role === "" ? "clusterrole" : "role");
};

export const planCreateClusterRoleBinding: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const roleRef = { apiGroup: RBAC, kind: "ClusterRole", name: input.flags.text("clusterrole") };
  return bindingStep(input, name.value, roleRef, "clusterrole");
};

function bindingStep(
  input: PlanInput,
  name: Parameters<typeof createStep>[2],
  roleRef: JsonObject,
  roleFlag: string,
): ReturnType<Planner> {
  const origins: Origin[] = [];
  note(origins, "roleRef", input.flags.use(roleFlag)?.span);
  const subjects = readSubjects(input, origins);
  if (!subjects.ok) return subjects;
  const type = input.invocation.path.at(-1) === "rolebinding" ? ROLE_BINDING : CLUSTER_ROLE_BINDING;
  const fields: JsonObject = {
    roleRef,
    ...(subjects.value.length > 0 ? { subjects: subjects.value } : {}),
  };
  return ok([createStep(input, type, name, fields, origins)]);
}

/** Users, then groups, then service accounts, whatever the order on the line. */
export function readSubjects(input: PlanInput, origins: Origin[]): Planned<JsonObject[]> {
  const subjects: JsonObject[] = [];
  const noteNext = (span: { start: number; end: number }) => {
    note(origins, `subjects.${String(subjects.length)}`, span);
  };
  for (const [flag, kind] of [
    ["user", "User"],
    ["group", "Group"],
  ] as const) {
    for (const { text, span } of input.flags.entries(flag)) {
      noteNext(span);
      subjects.push({ apiGroup: RBAC, kind, name: text });
    }
  }
  for (const { text, span } of input.flags.entries("serviceaccount")) {
    const parts = text.split(":");
    const [namespace = "", account = ""] = parts;
    if (parts.length !== 2 || namespace === "" || account === "") {
      return refuse(
        "bad-serviceaccount",
        "error: serviceaccount must be <namespace>:<name>",
        span,
        `Write the namespace too: --serviceaccount=${input.namespace}:${text.replaceAll(":", "") || "<name>"}.`,
      );
    }
    noteNext(span);
    subjects.push({ kind: "ServiceAccount", name: account, namespace });
  }
  return ok(subjects);
}
