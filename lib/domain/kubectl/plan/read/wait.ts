/** kubectl wait: for a condition, a value, a creation or a deletion. */
import { ok } from "../../../result";
import { chooseTargets } from "../choose-targets";
import { hasFiles } from "../file-objects";
import type { FlagEntry } from "../flag-reader";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Target } from "../plan-model";
import { relaxedPathProblem } from "../template/json-path-syntax";
import { durationSeconds, observe } from "./observe";

export const planWait: Planner = (input) => {
  const { flags, invocation } = input;
  const conditions = flags.entries("for");
  if (conditions.length === 0) {
    return refuse(
      "condition-needed",
      'error: unrecognized condition: ""',
      invocation.pathSpan,
      "Add --for=condition=Ready.",
    );
  }
  const problem = conditions.map(conditionProblem).find((one) => one !== null);
  if (problem) return problem;
  const wanted = conditions.flatMap(({ text }) => waitCondition(text) ?? []);
  const all = flags.bool("all");
  if (flags.bool("local") && !hasFiles(input)) {
    const message = "error: you must specify resources by --filename when --local is set.";
    return refuse("local-needs-file", message, flags.span("local"));
  }
  const targets = chooseTargets(input, invocation.args, {
    allowEmptySelector: all,
    allNamespaces: flags.bool("all-namespaces"),
  });
  if (!targets.ok) return targets;
  if (
    wanted.some((one) => one !== "delete" && one !== "create") &&
    nothingThere(input, targets.value)
  ) {
    return refuse("nothing-there", "error: no matching resources found", invocation.pathSpan);
  }
  const timeout = durationSeconds(flags.text("timeout")) ?? 0;
  const facts: JsonObject = { for: wanted.sort() };
  const origins = [
    { path: "for", span: flags.span("for") },
    { path: "timeout", span: flags.span("timeout") },
  ];
  if (flags.use("timeout")) facts["timeout"] = timeout;
  return ok([observe(input, "wait", targets.value, [], facts, origins)]);
};

/** Whether the selectors surely find nothing to wait for. */
const nothingThere = ({ world }: PlanInput, targets: readonly Target[]) =>
  targets.length > 0 &&
  targets.every((target) => target.name === null && world.list(target)?.length === 0);

/** What kubectl says of a condition that it cannot wait for. */
function conditionProblem({ text, span }: FlagEntry) {
  const path = /^jsonpath=/i.test(text) ? pathProblem(text.slice("jsonpath=".length)) : null;
  if (path !== null) return refuse("bad-condition", `error: ${path}`, span, HOW_TO_WAIT);
  if (waitCondition(text) !== null) return null;
  const message = `error: unrecognized condition: ${JSON.stringify(text)}`;
  return refuse("bad-condition", message, span, HOW_TO_WAIT);
}

const HOW_TO_WAIT =
  "Write --for=condition=Ready, --for=delete or --for=jsonpath='{.status.phase}'=Running.";

/** A JSON path and, after an equals sign outside of its filters, the value it must have. */
function pathProblem(text: string): string | null {
  const parts = text.split(/(?<![=!<>])=(?!=)/);
  const [path = "", value] = parts;
  if (path === "") return "jsonpath expression cannot be empty";
  if (parts.length > 2) {
    return "jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or --for=jsonpath='{.status.readyReplicas}'";
  }
  const wrong = relaxedPathProblem(path);
  if (wrong !== null) return wrong;
  return value === ""
    ? "jsonpath wait has to have a value after equal sign, like --for=jsonpath='{.status.readyReplicas}'=3"
    : null;
}

/** Condition names are compared without regard to case; a missing value means True. */
const STATUS_OF_CONDITION =
  /^jsonpath=\{\.status\.conditions\[\?\(@\.type\s*==\s*(["'])(\w+)\1\)\]\.status\}=["']?(\w+)["']?$/;

function waitCondition(text: string): string | null {
  if (/^(delete|create)$/i.test(text)) return text.toLowerCase();
  const condition = /^condition=([^=]*)(?:=(.*))?$/.exec(text);
  if (condition) {
    return `condition=${(condition[1] ?? "").toLowerCase()}=${(condition[2] ?? "true").toLowerCase()}`;
  }
  const status = STATUS_OF_CONDITION.exec(text);
  if (status) {
    return `condition=${(status[2] ?? "").toLowerCase()}=${(status[3] ?? "").toLowerCase()}`;
  }
  const path = /^jsonpath=(\{[^}]*\}|[^=]+)(?:=(.*))?$/.exec(text);
  if (!path) return null;
  const expression = (path[1] ?? "").replace(/^\{|\}$/g, "").replace(/^\./, "");
  return `jsonpath=${expression}=${(path[2] ?? "").replace(/^["']|["']$/g, "")}`;
}
