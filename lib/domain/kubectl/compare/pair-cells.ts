/** Objects that only one of two answers touched: forgotten, too many, or meant but named wrongly. */
import type { Finding } from "../model";
import type { Target } from "../plan/plan-model";
import { apiVersionOf, typeName } from "../plan/resource-types";
import type { Cell } from "../state/outcome";
import { compareCell } from "./compare-cell";
import { compareConnection } from "./compare-connection";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { spanOf, wrong } from "./difference";
import { normalForm, normaliseObject } from "./normalise-object";
import { sayObject } from "./say";

/** An object that should have been written beside one that was: probably a wrong name, type or namespace. */
export function pairUp(missing: Cell[], surplus: Cell[]): Weighed[] {
  const found: Weighed[] = [];
  const rest = [...surplus];
  for (const cell of missing) {
    const index = nearestIndex(cell, rest);
    const [other] = index < 0 ? [] : rest.splice(index, 1);
    found.push(...(other ? mistaken(cell, other) : [wrong(missingFinding(cell))]));
  }
  return [...found, ...rest.map((cell) => wrong(surplusFinding(cell)))];
}

function nearestIndex(cell: Cell, candidates: readonly Cell[]): number {
  let best = -1;
  let bestScore = 0;
  candidates.forEach((candidate, index) => {
    const score =
      likeness(cell.target, candidate.target) + (cell.status === candidate.status ? 1 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

const likeness = (a: Target, b: Target) =>
  (a.type.resource === b.type.resource ? 2 : 0) + (a.name === b.name ? 2 : 0);

function mistaken(cell: Cell, other: Cell): Weighed[] {
  const [a, b] = [cell.target, other.target];
  const sameType = typeName(a.type) === typeName(b.type);
  const found: Weighed[] = [];
  if (!sameType) {
    found.push(wrongType(a, b, other));
  }
  if (a.name !== b.name) found.push(wrongName(other, a.name ?? "", b.name ?? ""));
  if (a.type.namespaced && b.type.namespaced && a.namespace !== b.namespace) {
    found.push(wrongNamespace(other, a.namespace ?? "", b.namespace ?? ""));
  }
  if (found.length === 0) return elsewhere(cell, other);
  return sameType ? [...found, ...otherDifferences(cell, other)] : found;
}

/** The same object of another cluster, or as someone else. */
function elsewhere(cell: Cell, other: Cell): Weighed[] {
  const found = compareConnection(cell.connection, other.connection, other.target.span);
  if (found.length > 0) return [...found, ...otherDifferences(cell, other)];
  return [wrong(missingFinding(cell)), wrong(surplusFinding(other))];
}

/** What differs besides: not what only follows from the name, nor what was so before. */
function otherDifferences(cell: Cell, other: Cell): Weighed[] {
  const changed = new Set([...changedFields(cell), ...changedFields(other)]);
  const [a, b] = [cell.target.name, other.target.name];
  return compareCell(cell, other).filter(({ finding: { field, expected, got } }) => {
    if (field === "metadata.name" || (a !== b && expected === a && got === b)) return false;
    return cell.before === null || field === null || changed.has(field);
  });
}

function changedFields({ before, object, target: { type } }: Cell): string[] {
  if (before === null) return [];
  const [old, now] = [normalForm(before, type.kind), normaliseObject(object, type.kind)];
  return diffJson(old, now).map(({ path }) => path.join("."));
}

/** A kind is told by its name; two kinds of one name by their groups. */
function wrongType({ type: a }: Target, { type: b }: Target, other: Cell): Weighed {
  const kind = a.kind !== b.kind;
  const named = kind ? ([a.kind, b.kind] as const) : ([apiVersionOf(a), apiVersionOf(b)] as const);
  const message = kind
    ? `This is about a ${b.kind}; the task is about a ${a.kind}.`
    : `The apiVersion of a ${a.kind} should be ${named[0]}, not ${named[1]}.`;
  return misnamed(other, "wrong-type", kind ? "kind" : "apiVersion", named, message);
}

const wrongName = (other: Cell, expected: string, got: string) =>
  misnamed(
    other,
    "wrong-name",
    "metadata.name",
    [expected, got],
    `The name should be ${expected}, not ${got}.`,
  );

const wrongNamespace = (other: Cell, expected: string, got: string) =>
  misnamed(
    other,
    "wrong-namespace",
    "metadata.namespace",
    [expected, got],
    `This happens in namespace ${got}; the task is about namespace ${expected}.`,
  );

function misnamed(
  other: Cell,
  code: string,
  field: string,
  [expected, got]: readonly [string, string],
  message: string,
): Weighed {
  const span = spanOf(other.origins, field) ?? other.target.span;
  return wrong({ code, field, expected, got, span, message });
}

function missingFinding(cell: Cell): Finding {
  const object = sayObject(cell.target);
  const what = cell.status === "absent" ? "deleted" : cell.created ? "created" : "changed";
  return {
    code: `not-${what}`,
    field: null,
    expected: object,
    got: null,
    span: null,
    message: `The ${object} is not ${what}.`,
  };
}

function surplusFinding(cell: Cell): Finding {
  const object = sayObject(cell.target);
  const what = cell.status === "absent" ? "deletes" : cell.created ? "creates" : "changes";
  return {
    code: "overreach",
    field: null,
    expected: null,
    got: object,
    span: cell.target.span,
    message: `This also ${what} the ${object}, which the task does not ask for.`,
  };
}
