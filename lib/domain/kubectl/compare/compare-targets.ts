/** Compares which objects two reads are about. */
import type { Finding } from "../model";
import { canonicalJson } from "../plan/json-path";
import type { Target } from "../plan/plan-model";
import type { Weighed } from "./difference";
import { wrong } from "./difference";
import { sayObject, sayObjects } from "./say";

const targetText = ({ type, namespace, name, labelSelector, fieldSelector }: Target) =>
  canonicalJson([type.group, type.resource, namespace, name, labelSelector, fieldSelector]);

export function compareTargets(expected: readonly Target[], got: readonly Target[]): Weighed[] {
  const wanted = new Map(expected.map((target) => [targetText(target), target]));
  const found = new Map(got.map((target) => [targetText(target), target]));
  const missed = [...wanted].filter(([text]) => !found.has(text)).map(([, target]) => target);
  const more = [...found].filter(([text]) => !wanted.has(text)).map(([, target]) => target);
  const [left] = missed;
  const [right] = more;
  if (left && right) return [wrong(targetFinding(left, right))];
  if (left) return [wrong(missingTarget(left))];
  return right ? [wrong(unaskedTarget(right))] : [];
}

const missingTarget = (target: Target): Finding => ({
  code: "missing-target",
  field: "target",
  expected: sayObject(target),
  got: null,
  span: null,
  message:
    target.name === null
      ? `The task also asks for ${sayObjects(target)}.`
      : `The ${sayObject(target)} is missing.`,
});

const unaskedTarget = (target: Target): Finding => ({
  code: "unasked-target",
  field: "target",
  expected: null,
  got: sayObject(target),
  span: target.span,
  message: `The task does not ask for ${target.name === null ? "" : "the "}${sayObjects(target)}.`,
});

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
    const message = sayDifference(key, name, expected[key], got[key]);
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

function sayDifference(
  key: string,
  name: string,
  expected: string | null,
  got: string | null,
): string {
  if (key === "namespace" && got === "*") {
    return "-A looks into every namespace; the task is about one.";
  }
  if (key === "namespace" && expected === "*") {
    return "The task is about every namespace: -A is missing.";
  }
  if (expected === null) return `The task does not ask for the ${name} ${got ?? ""}.`;
  if (got === null) return `The ${name} ${expected} is missing.`;
  return `The ${name} should be ${expected}, not ${got}.`;
}
