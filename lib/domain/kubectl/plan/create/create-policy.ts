/** create quota, poddisruptionbudget, priorityclass. */
import { ok } from "../../../result";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin } from "../plan-model";
import { canonicalQuantity } from "../quantity";
import { parseLabelSelector } from "../selector";
import { labelSelectorProblem } from "../selector-problem";
import { builtIn, createStep, note, readInteger, readName } from "./create-step";

const QUOTA = builtIn("", "v1", "resourcequotas", "ResourceQuota");
const BUDGET = builtIn("policy", "v1", "poddisruptionbudgets", "PodDisruptionBudget");
const PRIORITY_CLASS = builtIn(
  "scheduling.k8s.io",
  "v1",
  "priorityclasses",
  "PriorityClass",
  false,
);

export const planCreateQuota: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const origins: Origin[] = [];
  const hard = readResourceList(input, "hard", "spec.hard", origins);
  if (!hard.ok) return hard;
  const scopesText = input.flags.text("scopes");
  note(origins, "spec.scopes", input.flags.use("scopes")?.span);
  const fields: JsonObject = {
    spec: {
      ...(hard.value ? { hard: hard.value } : {}),
      ...(scopesText === "" ? {} : { scopes: scopesText.split(",") }),
    },
    status: {},
  };
  return ok([createStep(input, QUOTA, name.value, fields, origins)]);
};

/** "cpu=1,memory=2Gi" with quantities in their canonical spelling. */
export function readResourceList(
  input: PlanInput,
  flag: string,
  path: string,
  origins: Origin[],
): Planned<JsonObject | null> {
  const text = input.flags.text(flag);
  if (text === "") return ok(null);
  const span = input.flags.span(flag);
  const list: JsonObject = {};
  for (const part of text.split(",")) {
    const pieces = part.split("=");
    const [key = "", value = ""] = pieces;
    if (pieces.length !== 2) {
      return refuse(
        "bad-quantity-list",
        `error: Invalid argument syntax ${part}, expected <resource>=<value>`,
        span,
        `Write --${flag}=cpu=1,memory=1Gi.`,
      );
    }
    const quantity = canonicalQuantity(value);
    if (quantity === null) {
      return refuse(
        "bad-quantity",
        "error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
        span,
        `${JSON.stringify(value)} is not a quantity; write something like 500m, 2 or 1Gi.`,
      );
    }
    list[key] = quantity;
    note(origins, `${path}.${key}`, span);
  }
  return ok(list);
}

export const planCreateBudget: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const { flags } = input;
  const minimum = flags.text("min-available");
  const maximum = flags.text("max-unavailable");
  const selectorText = flags.text("selector");
  const problem = budgetProblem(input, selectorText, minimum, maximum);
  if (problem) return problem;
  const selector = labelSelectorObject(selectorText);
  if (typeof selector === "string") {
    return refuse("bad-selector", `error: ${selector}`, flags.span("selector"));
  }
  const origins: Origin[] = [];
  note(origins, "spec.selector", flags.use("selector")?.span);
  note(origins, "spec.minAvailable", flags.use("min-available")?.span);
  note(origins, "spec.maxUnavailable", flags.use("max-unavailable")?.span);
  const fields: JsonObject = {
    spec: {
      ...(minimum === "" ? {} : { minAvailable: readInteger(minimum) ?? minimum }),
      ...(maximum === "" ? {} : { maxUnavailable: readInteger(maximum) ?? maximum }),
      selector,
    },
    status: { currentHealthy: 0, desiredHealthy: 0, disruptionsAllowed: 0, expectedPods: 0 },
  };
  return ok([createStep(input, BUDGET, name.value, fields, origins)]);
};

function budgetProblem(input: PlanInput, selector: string, minimum: string, maximum: string) {
  const at = input.invocation.pathSpan;
  if (selector === "") return refuse("selector-needed", "error: a selector must be specified", at);
  if (minimum === "" && maximum === "") {
    return refuse(
      "budget-needed",
      "error: one of min-available or max-unavailable must be specified",
      at,
    );
  }
  if (minimum !== "" && maximum !== "") {
    return refuse(
      "one-budget",
      "error: min-available and max-unavailable cannot be both specified",
      at,
    );
  }
  const flag = minimum === "" ? "max-unavailable" : "min-available";
  const value = minimum === "" ? maximum : minimum;
  if (!/^\d+%?$/.test(value)) {
    return refuse(
      "bad-budget",
      `error: invalid format specified for ${flag}`,
      input.flags.span(flag),
    );
  }
  return null;
}

/** A LabelSelector object, or what kubectl says of the text. */
function labelSelectorObject(text: string): JsonObject | string {
  const requirements = parseLabelSelector(text);
  if (!requirements) {
    const problem = labelSelectorProblem(text) ?? "unable to parse requirement";
    return `couldn't parse the selector string ${JSON.stringify(text)}: ${problem}`;
  }
  const matchLabels: JsonObject = {};
  const matchExpressions: JsonObject[] = [];
  for (const { key, operator, values } of requirements) {
    if (operator === "in" && values.length === 1) matchLabels[key] = values[0] ?? "";
    else if (operator === "notin" && text.includes("!=")) {
      return '"!=" is not a valid label selector operator';
    } else matchExpressions.push(expressionOf(key, operator, values));
  }
  return {
    ...(matchExpressions.length > 0 ? { matchExpressions } : {}),
    ...(Object.keys(matchLabels).length > 0 ? { matchLabels } : {}),
  };
}

const OPERATORS = { in: "In", notin: "NotIn", exists: "Exists", absent: "DoesNotExist" } as const;

const expressionOf = (
  key: string,
  operator: keyof typeof OPERATORS,
  values: readonly string[],
): JsonObject => ({
  key,
  operator: OPERATORS[operator],
  ...(values.length > 0 ? { values: [...values] } : {}),
});

export const planCreatePriorityClass: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const { flags } = input;
  const origins: Origin[] = [];
  note(origins, "value", flags.use("value")?.span);
  note(origins, "globalDefault", flags.use("global-default")?.span);
  note(origins, "description", flags.use("description")?.span);
  note(origins, "preemptionPolicy", flags.use("preemption-policy")?.span);
  const description = flags.text("description");
  const fields: JsonObject = {
    ...(description === "" ? {} : { description }),
    ...(flags.bool("global-default") ? { globalDefault: true } : {}),
    preemptionPolicy: flags.text("preemption-policy"),
    value: Number(flags.text("value")),
  };
  return ok([createStep(input, PRIORITY_CLASS, name.value, fields, origins)]);
};
