/** kubectl set selector and set subject. */
import { ok } from "../../../result";
import { readSubjects } from "../create/create-binding";
import { parseLabelMap } from "../create/label-map";
import { refuse } from "../plan-failure";
import type { ShellWord } from "../../invocation";
import type { Planner } from "../plan-input";
import { parseLabelSelector } from "../selector";
import type { Origin } from "../plan-model";
import { changeStep, merge, symbolic } from "./change-step";
import { setTargets } from "./set-pods";

/** The last word is the new selector; it replaces the whole old one. */
export const planSetSelector: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const word = args.at(-1);
  if (!word) {
    const message = "error: one selector is required";
    return refuse(
      "selector-needed",
      message,
      pathSpan,
      "End the line with the selector: key=value.",
    );
  }
  const targets = setTargets(input, args.slice(0, -1), "selector");
  if (!targets.ok) return targets;
  const labels = parseLabelMap(word.text);
  if (!labels) return selectorProblem(word);
  const wrong = targets.value.find(
    (target) => target.type.kind !== "Service" && target.type.resource !== "file",
  );
  if (wrong) {
    return refuse(
      "selector-of-service",
      `error: setting a selector is only supported for Services`,
      wrong.span ?? pathSpan,
    );
  }
  const origins: Origin[] = Object.keys(labels).map((key) => ({
    path: `spec.selector.${key}`,
    span: word,
  }));
  origins.push({ path: "spec.selector", span: word });
  const options = { replaces: "spec.selector" };
  return ok(
    targets.value.map((target) =>
      changeStep(target, merge({ spec: { selector: labels } }), origins, options),
    ),
  );
};

const BINDINGS = new Set(["RoleBinding", "ClusterRoleBinding"]);

/** Services select by equality only. */
function selectorProblem(word: ShellWord) {
  const parsed = parseLabelSelector(word.text);
  const first = parsed?.[0];
  const set = /^(.*\S)\s+(in|notin)\s+\((.*)\)$/.exec(word.text);
  if (!first) return refuse("bad-selector", `error: invalid selector: ${word.text}`, word);
  const expression = set
    ? `${set[1] ?? ""} ${set[2] === "in" ? "In" : "NotIn"} [${(set[3] ?? "").split(",").join(" ")}]`
    : `${word.text.replace(/^!/, "")} ${word.text.startsWith("!") ? "DoesNotExist" : "Exists"} []`;
  const message = `error: match expression [{${expression}}] not supported on this object`;
  return refuse("selector-by-set", message, word, "Write key=value.");
}

/** Subjects are added to what the binding has. */
export const planSetSubject: Planner = (input) => {
  const { flags, invocation } = input;
  const targets = setTargets(input, invocation.args, "subjects");
  if (!targets.ok) return targets;
  if (!flags.use("user") && !flags.use("group") && !flags.use("serviceaccount")) {
    return refuse(
      "subject-needed",
      "error: you must specify at least one value of user, group or serviceaccount",
      invocation.pathSpan,
    );
  }
  const wrong = targets.value.find(
    ({ type }) => type.resource !== "file" && !BINDINGS.has(type.kind),
  );
  if (wrong) {
    const message = `error: ${wrong.type.resource}/${wrong.name ?? ""} setting subjects is only supported for RoleBinding/ClusterRoleBinding`;
    return refuse("subjects-of-binding", message, wrong.span ?? invocation.pathSpan);
  }
  const origins: Origin[] = [];
  const subjects = readSubjects(input, origins);
  if (!subjects.ok) return subjects;
  const change = symbolic("add-subjects", { subjects: subjects.value });
  return ok(targets.value.map((target) => changeStep(target, change, origins)));
};
