/** kubectl top: what pods and nodes use. */
import { ok } from "../../../result";
import { builtIn, POD } from "../create/create-step";
import { firstRefusal, refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Target } from "../plan-model";
import { canonicalFieldSelector, canonicalLabelSelector } from "../selector";
import { fieldSelectorProblem, labelSelectorProblem } from "../selector-problem";
import type { FactSpec } from "./observe";
import { observe } from "./observe";

const TOP_FACTS: readonly FactSpec[] = [
  ["sort-by", "text"],
  ["no-headers", "bool"],
  ["containers", "bool"],
  ["sum", "bool"],
  ["show-capacity", "bool"],
  ["show-swap", "bool"],
];

export const planTopPod: Planner = (input) => planTop(input, POD);
export const planTopNode: Planner = (input) =>
  planTop(input, builtIn("", "v1", "nodes", "Node", false));

function planTop(input: PlanInput, type: typeof POD): ReturnType<Planner> {
  const { flags, invocation } = input;
  const [name, extra] = invocation.args;
  const selectors = topSelectors(input);
  const selected = selectors.label !== null || selectors.field !== null;
  const problem = firstRefusal([
    [
      extra !== undefined,
      () =>
        refuse(
          "one-name",
          `error: ${invocation.path.at(-1) ?? ""} [NAME | -l label]`,
          extra ?? invocation.pathSpan,
        ),
    ],
    [
      name !== undefined && selected,
      () =>
        refuse(
          "selector-with-names",
          "error: only one of NAME or selector can be provided",
          name ?? invocation.pathSpan,
        ),
    ],
    [
      !SORTS.has(flags.text("sort-by")),
      () =>
        refuse("bad-sort", "error: --sort-by accepts only cpu or memory", flags.span("sort-by")),
    ],
  ]);
  if (problem) return problem;
  const unread =
    labelSelectorProblem(flags.text("selector")) ??
    fieldSelectorProblem(flags.text("field-selector"));
  if (unread !== null) {
    const flag =
      labelSelectorProblem(flags.text("selector")) === null ? "field-selector" : "selector";
    return refuse("bad-selector", `error: ${unread}`, flags.span(flag));
  }
  const everywhere = flags.bool("all-namespaces") ? "*" : input.namespace;
  const target: Target = {
    type,
    namespace: type.namespaced ? everywhere : null,
    name: name?.text ?? null,
    labelSelector: selectors.label,
    fieldSelector: selectors.field,
    span: name ?? invocation.pathSpan,
  };
  return ok([observe(input, "top", [target], TOP_FACTS)]);
}

const SORTS = new Set(["", "cpu", "memory"]);

function topSelectors({ flags }: PlanInput) {
  const label = flags.text("selector");
  const field = flags.text("field-selector");
  return {
    label: label === "" ? null : (canonicalLabelSelector(label) ?? label),
    field: field === "" ? null : (canonicalFieldSelector(field) ?? field),
  };
}
