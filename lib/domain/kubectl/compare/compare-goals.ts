/** Judges an end state by goals: what must hold afterwards, and nothing else changed. */
import type { Goal } from "../model";
import { equalJson, getAt, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import { shortestQuantity } from "../plan/quantity";
import { matchesLabels, parseLabelSelector } from "../plan/selector";
import type { Cell, Outcome } from "../state/outcome";
import type { Difference } from "./diff-json";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { extra, show, spanOf, wrong } from "./difference";
import { normalForm, normaliseObject } from "./normalise-object";
import { nameField, sayGoal, sayObject } from "./say";

type Found = {
  key: string;
  kind: string;
  name: string;
  namespace: string | null;
  object: JsonObject;
  cell: Cell | null;
};

export function compareGoals(
  goals: readonly Goal[],
  got: Outcome,
  accepted: readonly Outcome[],
): Weighed[] {
  const meant = new Set<string>();
  for (const outcome of accepted) {
    for (const [key, cell] of outcome.cells) if (cell.touched) meant.add(key);
  }
  const found = goals.flatMap((goal) => {
    const objects = objectsOf(goal, got);
    for (const { key } of objects) meant.add(key);
    for (const [key, cell] of got.cells) {
      if (cell.status === "absent" && isMeant(goal, cell)) meant.add(key);
    }
    return checkGoal(goal, objects);
  });
  const more = [...got.cells].filter(([key, cell]) => !meant.has(key) && leavesSomething(cell));
  return [
    ...found,
    ...more.map(([, cell]) => overreach(cell)),
    ...changedMore(goals, got, accepted),
  ];
}

const leavesSomething = (cell: Cell) => cell.touched && !(cell.created && cell.status === "absent");

const overreach = ({ target }: Cell): Weighed =>
  wrong({
    code: "overreach",
    field: null,
    expected: null,
    got: sayObject(target),
    span: target.span,
    message: `This also touches the ${sayObject(target)}, which the task does not ask for.`,
  });

const isMeant = (goal: Goal, { target }: Cell) =>
  target.type.kind === goal.kind &&
  (goal.name === undefined || goal.name === target.name) &&
  sameNamespace(goal, target.namespace);

const sameNamespace = (goal: Goal, namespace: string | null) =>
  goal.namespace === undefined || namespace === null || goal.namespace === namespace;

function objectsOf(goal: Goal, outcome: Outcome): Found[] {
  const all: Found[] = [];
  for (const [key, cell] of outcome.cells) {
    if (cell.status === "present") all.push(foundAt(key, cell.object, cell));
  }
  for (const [key, object] of outcome.base) {
    if (!outcome.cells.has(key)) all.push(foundAt(key, object as JsonObject, null));
  }
  return all.filter(
    ({ kind, name, namespace, object }) =>
      kind === goal.kind &&
      (goal.name === undefined || goal.name === name) &&
      sameNamespace(goal, namespace) &&
      matchesSelector(goal, object),
  );
}

function foundAt(key: string, object: JsonObject, cell: Cell | null): Found {
  const [, namespace = "", name = ""] = key.split("|");
  const kind = cell?.target.type.kind ?? show(object["kind"]) ?? "";
  return { key, kind, name, namespace: namespace === "" ? null : namespace, object, cell };
}

function matchesSelector(goal: Goal, object: JsonObject): boolean {
  if (goal.selector === undefined) return true;
  const metadata = object["metadata"];
  const labels = isObject(metadata) && isObject(metadata["labels"]) ? metadata["labels"] : {};
  return matchesLabels(parseLabelSelector(goal.selector) ?? [], labels);
}

function checkGoal(goal: Goal, objects: readonly Found[]): Weighed[] {
  const name = `${goal.kind} ${goal.name ?? goal.selector ?? ""}`.trim();
  if (goal.absent) {
    return objects.map(({ cell, name: one }) =>
      wrong({
        code: "goal-not-gone",
        field: null,
        expected: "absent",
        got: "present",
        span: cell?.target.span ?? null,
        message: `The ${goal.kind} ${one} should be gone.`,
      }),
    );
  }
  if (objects.length === 0) {
    return [
      wrong({
        code: "goal-missing",
        field: null,
        expected: name,
        got: null,
        span: null,
        message: `The ${name} does not exist afterwards.`,
      }),
    ];
  }
  return objects.flatMap(({ object, cell }) => missingParts(goal, object, cell));
}

function missingParts(goal: Goal, object: JsonObject, cell: Cell | null): Weighed[] {
  return lacking([], (goal.has ?? {}) as JsonObject, object).map(({ path, expected, got }) => {
    const field = path.join(".");
    return wrong({
      code: "goal-field",
      field,
      expected: show(expected),
      got: show(got),
      span: cell ? spanOf(cell.origins, field) : null,
      message: sayGoal({ path, expected, got }, goal.kind),
    });
  });
}

/** Parts of `expected` that `got` does not contain: maps by key, lists element by element. */
function lacking(path: readonly string[], expected: Json, got: Json | undefined): Difference[] {
  if (isObject(expected)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      lacking([...path, key], value, isObject(got) ? got[key] : undefined),
    );
  }
  if (Array.isArray(expected) && Array.isArray(got) && expected.length === got.length) {
    return expected.flatMap((item, index) =>
      lacking([...path, keyOf(item, index)], item, got[index]),
    );
  }
  const same =
    equalJson(expected, got) ||
    (expected === null && got === undefined) ||
    (path.some((key) => AMOUNTS.has(key)) && sameAmount(expected, got));
  return same ? [] : [{ path, expected, got }];
}

/** Variables are known by their names, other things by their place. */
const keyOf = (item: Json, index: number) =>
  isObject(item) && typeof item["name"] === "string" && ("value" in item || "valueFrom" in item)
    ? item["name"]
    : String(index);

/** Maps of amounts: 20 is "20", and "8000m" is "8". */
const AMOUNTS = new Set(["hard", "limits", "requests", "capacity"]);

function sameAmount(expected: Json, got: Json | undefined): boolean {
  if (got === undefined || isObject(expected) || Array.isArray(expected)) return false;
  const [a, b] = [expected, got].map((value) => shortestQuantity(show(value) ?? ""));
  return a !== null && a === b;
}

/** Fields that were changed though no goal and no accepted answer changes them. */
function changedMore(
  goals: readonly Goal[],
  got: Outcome,
  accepted: readonly Outcome[],
): Weighed[] {
  return [...got.cells].flatMap(([key, cell]) => {
    if (!cell.touched || cell.status === "absent") return [];
    const kind = cell.target.type.kind;
    const allowed = accepted
      .flatMap((outcome) => outcome.cells.get(key) ?? [])
      .map((one) => normalForm(one.object, kind));
    const wishes = goals
      .filter((goal) => goal.kind === kind)
      .map((goal) => (goal.has ?? {}) as JsonObject);
    // A new object is held against the one an accepted answer makes.
    const before = cell.before ? normalForm(cell.before, kind) : (allowed[0] ?? null);
    if (before === null) return [];
    return diffJson(before, normaliseObject(cell.object, kind))
      .filter(
        ({ path, got: value }) => !isHeader(cell, path) && !isAllowed(path, value, allowed, wishes),
      )
      .map((one) => changedField(cell, one));
  });
}

const HEADER = new Set(["apiVersion", "kind", "metadata.name"]);
const isHeader = (cell: Cell, path: readonly string[]) =>
  cell.created && HEADER.has(path.join("."));

const isAllowed = (
  path: readonly string[],
  value: Json | undefined,
  allowed: readonly JsonObject[],
  wishes: readonly JsonObject[],
) =>
  allowed.some((object) => equalJson(getAt(object, path), value)) ||
  wishes.some((wish) => getAt(wish, path) !== undefined);

function changedField(cell: Cell, { path, got }: Difference): Weighed {
  const field = path.join(".");
  const finding = {
    code: "changed-more",
    field,
    expected: null,
    got: show(got),
    span: spanOf(cell.origins, field),
    message: `The task does not ask to change the ${nameField(field)}.`,
  };
  return cell.created ? extra(finding) : wrong(finding);
}
