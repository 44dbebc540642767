/** Judges an end state by goals: what must hold afterwards, and nothing else changed. */
import type { Goal } from "../model";
import { equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import { matchesLabels, parseLabelSelector } from "../plan/selector";
import type { Cell, Outcome } from "../state/outcome";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { extra, show, spanOf, wrong } from "./difference";
import { normaliseObject } from "./normalise-object";
import { nameField, sayObject } from "./say";

type Found = {
  key: string;
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
  const found: Weighed[] = [];
  const meant = new Set<string>();
  for (const goal of goals) {
    const objects = objectsOf(goal, got);
    for (const { key } of objects) meant.add(key);
    for (const [key, cell] of got.cells) {
      if (cell.status === "absent" && isMeant(goal, cell)) meant.add(key);
    }
    found.push(...checkGoal(goal, objects));
  }
  for (const outcome of accepted) {
    for (const [key, cell] of outcome.cells) if (cell.touched) meant.add(key);
  }
  for (const [key, cell] of got.cells) {
    const ghost = cell.created && cell.status === "absent";
    if (!cell.touched || meant.has(key) || ghost) continue;
    found.push(
      wrong({
        code: "overreach",
        field: null,
        expected: null,
        got: sayObject(cell.target),
        span: cell.target.span,
        message: `This also touches the ${sayObject(cell.target)}, which the task does not ask for.`,
      }),
    );
  }
  return [...found, ...changedMore(goals, got, accepted)];
}

const isMeant = (goal: Goal, { target }: Cell) =>
  target.type.kind === goal.kind &&
  (goal.name === undefined || goal.name === target.name) &&
  sameNamespace(goal, target.namespace);

const sameNamespace = (goal: Goal, namespace: string | null) =>
  goal.namespace === undefined || namespace === null || goal.namespace === namespace;

function objectsOf(goal: Goal, outcome: Outcome): Found[] {
  const found: Found[] = [];
  const look = (key: string, object: JsonObject, cell: Cell | null) => {
    const [type = "", namespace = "", name = ""] = key.split("|");
    const kind = cell?.target.type.kind ?? object["kind"];
    if (kind !== goal.kind || type === "") return;
    if (goal.name !== undefined && goal.name !== name) return;
    if (!sameNamespace(goal, namespace === "" ? null : namespace)) return;
    if (matchesSelector(goal, object)) found.push({ key, name, namespace, object, cell });
  };
  for (const [key, cell] of outcome.cells) {
    if (cell.status === "present") look(key, cell.object, cell);
  }
  for (const [key, object] of outcome.base) {
    if (!outcome.cells.has(key)) look(key, object as JsonObject, null);
  }
  return found;
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
  const found: Weighed[] = [];
  const want = (path: readonly string[], expected: Json, got: Json | undefined): void => {
    if (isObject(expected)) {
      for (const key in expected) {
        want([...path, key], expected[key] ?? null, isObject(got) ? got[key] : undefined);
      }
    } else if (Array.isArray(expected) && Array.isArray(got) && expected.length === got.length) {
      expected.forEach((item, index) => {
        want([...path, String(index)], item, got[index]);
      });
    } else if (!equalJson(expected, got) && !(expected === null && got === undefined)) {
      const field = path.join(".");
      const message = `The ${nameField(field)} should be ${show(expected) ?? "unset"}, not ${show(got) ?? "unset"}.`;
      found.push(
        wrong({
          code: "goal-field",
          field,
          expected: show(expected),
          got: show(got),
          span: cell ? spanOf(cell.origins, field) : null,
          message,
        }),
      );
    }
  };
  want([], (goal.has ?? {}) as JsonObject, object);
  return found;
}

/** Fields that were changed though no goal and no accepted answer changes them. */
function changedMore(
  goals: readonly Goal[],
  got: Outcome,
  accepted: readonly Outcome[],
): Weighed[] {
  const found: Weighed[] = [];
  for (const [key, cell] of got.cells) {
    if (!cell.touched || cell.status === "absent") continue;
    const kind = cell.target.type.kind;
    const before = cell.before ? normaliseObject(cell.before, kind) : {};
    const allowed = accepted
      .map((outcome) => outcome.cells.get(key))
      .filter((one) => one !== undefined)
      .map((one) => normaliseObject(one.object, kind));
    for (const { path, got: value } of diffJson(before, normaliseObject(cell.object, kind))) {
      const field = path.join(".");
      const wanted =
        allowed.some((object) => equalJson(at(object, path), value)) ||
        goals.some(
          (goal) => goal.kind === kind && at((goal.has ?? {}) as JsonObject, path) !== undefined,
        );
      const header = cell.created && ["apiVersion", "kind", "metadata.name"].includes(field);
      if (wanted || header || (cell.created && accepted.length === 0)) continue;
      const finding = {
        code: "changed-more",
        field,
        expected: null,
        got: show(value),
        span: spanOf(cell.origins, field),
        message: `The task does not ask to change the ${nameField(field)}.`,
      };
      found.push(cell.created ? extra(finding) : wrong(finding));
    }
  }
  return found;
}

function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  let here = value;
  for (const key of path) {
    if (isObject(here)) here = here[key];
    else if (Array.isArray(here)) here = here[Number(key)];
    else return undefined;
  }
  return here;
}
