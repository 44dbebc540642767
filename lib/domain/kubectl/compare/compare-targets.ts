/** Compares which objects two reads are about. */
import { canonicalJson } from "../plan/json-path";
import type { Target } from "../plan/plan-model";
import type { Weighed } from "./difference";
import { wrong } from "./difference";
import { sayObject } from "./say";

const targetText = ({ type, namespace, name, labelSelector, fieldSelector }: Target) =>
  canonicalJson([type.group, type.resource, namespace, name, labelSelector, fieldSelector]);

export function compareTargets(expected: readonly Target[], got: readonly Target[]): Weighed[] {
  const wanted = new Map(expected.map((target) => [targetText(target), target]));
  const found = new Map(got.map((target) => [targetText(target), target]));
  const missed = [...wanted].filter(([text]) => !found.has(text)).map(([, target]) => target);
  const more = [...found].filter(([text]) => !wanted.has(text)).map(([, target]) => target);
  const [left] = missed;
  const [right] = more;
  if (!left && !right) return [];
  if (left && right) return [wrong(targetFinding(left, right))];
  const one = (left ?? right)!;
  return [
    wrong({
      code: left ? "missing-target" : "unasked-target",
      field: "target",
      expected: left ? sayObject(left) : null,
      got: right ? sayObject(right) : null,
      span: right?.span ?? null,
      message: left
        ? `The ${sayObject(one)} is missing.`
        : `The task does not ask for the ${sayObject(one)}.`,
    }),
  ];
}

const FIELDS = [
  ["namespace", "namespace"],
  ["name", "name"],
  ["labelSelector", "label selector"],
  ["fieldSelector", "field selector"],
] as const;

function targetFinding(expected: Target, got: Target) {
  if (expected.type.resource !== got.type.resource || expected.type.group !== got.type.group) {
    const message = `This is about ${got.type.resource}; the task is about ${expected.type.resource}.`;
    return {
      code: "wrong-type",
      field: "resource",
      expected: expected.type.resource,
      got: got.type.resource,
      span: got.span,
      message,
    };
  }
  for (const [key, name] of FIELDS) {
    if (expected[key] === got[key]) continue;
    const everywhere = key === "namespace" && got[key] === "*";
    const message = everywhere
      ? "-A looks into every namespace; the task is about one."
      : `The ${name} should be ${sayChoice(expected[key])}, not ${sayChoice(got[key])}.`;
    return {
      code: `wrong-${name.replace(" ", "-")}`,
      field: name,
      expected: expected[key],
      got: got[key],
      span: got.span,
      message,
    };
  }
  return {
    code: "wrong-target",
    field: "target",
    expected: sayObject(expected),
    got: sayObject(got),
    span: got.span,
    message: "This is about another object.",
  };
}

const sayChoice = (value: string | null) =>
  value === "*" ? "every namespace" : (value ?? "left out");
