/** Compares the end states of objects. */
import type { Finding } from "../model";
import { canonicalJson, equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject, Target } from "../plan/plan-model";
import { typeName } from "../plan/resource-types";
import type { Cell } from "../state/outcome";
import type { Difference } from "./diff-json";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { extra, show, spanOf, wrong } from "./difference";
import { normaliseObject } from "./normalise-object";
import { sayField, sayObject } from "./say";

export type Cells = ReadonlyMap<string, Cell>;

export function compareCells(expected: Cells, got: Cells): Weighed[] {
  const missing: Cell[] = [];
  const surplus: Cell[] = [];
  const found: Weighed[] = [];
  for (const [key, cell] of expected) {
    if (!cell.touched || isGhost(cell)) continue;
    const other = got.get(key);
    if (other?.touched && !isGhost(other)) found.push(...compareCell(cell, other));
    else if (!isUnchanged(cell)) missing.push(cell);
  }
  for (const [key, cell] of got) {
    if (!cell.touched || isGhost(cell) || isUnchanged(cell)) continue;
    const other = expected.get(key);
    if (!other?.touched || isGhost(other)) surplus.push(cell);
  }
  return [...found, ...pairUp(missing, surplus)];
}

/** Made and removed again by the same answer: nothing is left of it. */
const isGhost = (cell: Cell) => cell.created && cell.status === "absent" && cell.before === null;

/** Written to without effect, as by a label that was there already. */
const isUnchanged = (cell: Cell) =>
  cell.before !== null &&
  cell.status === "present" &&
  cell.effects.length === 0 &&
  equalJson(
    normaliseObject(cell.object, cell.target.type.kind),
    normaliseObject(cell.before, cell.target.type.kind),
  );

/** An object that should have been written beside one that was: probably a wrong name, type or namespace. */
function pairUp(missing: Cell[], surplus: Cell[]): Weighed[] {
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
  const found: Weighed[] = [];
  const say = (
    code: string,
    field: string,
    expected: string,
    got: string,
    message: string,
    path: string,
  ) =>
    found.push(
      wrong({ code, field, expected, got, span: spanOf(other.origins, path) ?? b.span, message }),
    );
  if (typeName(a.type) !== typeName(b.type)) {
    say(
      "wrong-type",
      "kind",
      a.type.kind,
      b.type.kind,
      `This is about a ${b.type.kind}; the task is about a ${a.type.kind}.`,
      "kind",
    );
  }
  if (a.name !== b.name) {
    say(
      "wrong-name",
      "metadata.name",
      a.name ?? "",
      b.name ?? "",
      `The name should be ${a.name ?? ""}, not ${b.name ?? ""}.`,
      "metadata.name",
    );
  }
  if (a.namespace !== b.namespace && a.type.namespaced && b.type.namespaced) {
    const message = `This happens in namespace ${b.namespace ?? ""}; the task is about namespace ${a.namespace ?? ""}.`;
    say(
      "wrong-namespace",
      "namespace",
      a.namespace ?? "",
      b.namespace ?? "",
      message,
      "metadata.namespace",
    );
  }
  if (found.length === 0) return [wrong(missingFinding(cell)), wrong(surplusFinding(other))];
  return typeName(a.type) === typeName(b.type)
    ? [...found, ...compareCell(cell, other).filter(isNotName)]
    : found;
}

const isNotName = ({ finding }: Weighed) => finding.field !== "metadata.name";

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

export function compareCell(expected: Cell, got: Cell): Weighed[] {
  if (expected.status !== got.status) {
    const verb = expected.status === "absent" ? "should be deleted" : "should stay";
    return [
      wrong({
        code: "wrong-end",
        field: null,
        expected: expected.status,
        got: got.status,
        span: got.target.span,
        message: `The ${sayObject(expected.target)} ${verb}.`,
      }),
    ];
  }
  if (expected.status === "absent") return compareDeletion(expected, got);
  return [
    ...compareObjects(expected, got),
    ...compareEffects(expected, got),
    ...compareNeeds(expected, got),
  ];
}

function compareDeletion(expected: Cell, got: Cell): Weighed[] {
  const a = expected.deletion ?? {};
  const b = got.deletion ?? {};
  return diffJson(a, b).map((one): Weighed => {
    const field = one.path.join(".");
    const grace = field === "gracePeriodSeconds";
    return wrong({
      code: grace ? "wrong-grace-period" : "wrong-cascade",
      field,
      expected: show(one.expected) ?? "default",
      got: show(one.got) ?? "default",
      span: spanOf(got.origins, field),
      message: grace
        ? sayGrace(one)
        : `What depends on the object is treated differently: ${show(one.got) ?? "Background"} instead of ${show(one.expected) ?? "Background"}.`,
    });
  });
}

function sayGrace({ expected, got }: Difference): string {
  if (expected === 0 && got === 1)
    return "A grace period of 0 without --force is raised to 1 second; add --force to delete at once.";
  if (expected === 0) return "The task wants it gone at once: --force --grace-period=0.";
  if (expected === undefined)
    return `The task does not ask to hurry: this gives it only ${show(got) ?? ""} s to shut down.`;
  return `The grace period should be ${show(expected) ?? "the default"} s.`;
}

function compareObjects(expected: Cell, got: Cell): Weighed[] {
  const kind = expected.target.type.kind;
  const a = expected.known ? normaliseObject(expected.object, kind) : expected.object;
  const b = got.known ? normaliseObject(got.object, kind) : got.object;
  if (expected.known !== got.known) return equalChanges(expected, got);
  const differences = diffJson(a, b);
  return differences.flatMap((one) => weigh(one, expected, got, differences));
}

/** One side is laid over an unknown object, the other is whole: they cannot be told alike. */
function equalChanges(expected: Cell, got: Cell): Weighed[] {
  if (equalJson(expected.object, got.object)) return [];
  return [
    wrong({
      code: "other-way",
      field: null,
      expected: null,
      got: null,
      span: got.target.span,
      message: `This does not do the same to the ${sayObject(expected.target)}.`,
    }),
  ];
}

function weigh(one: Difference, expected: Cell, got: Cell, all: readonly Difference[]): Weighed[] {
  const field = one.path.join(".");
  if (isImplied(one, expected, got, all)) return [];
  const finding: Finding = {
    code: codeOf(one),
    field,
    expected: show(one.expected),
    got: show(one.got),
    span: spanOf(got.origins, namedPath(field, got)),
    message: sayField(one, got.target),
  };
  return [
    isHarmless(one, expected, got) ? extra({ ...finding, code: "extra-field" }) : wrong(finding),
  ];
}

/** Origins name containers where the object lists them: spec.…containers.nginx.image. */
function namedPath(field: string, cell: Cell): string {
  const match = /^(.*containers)\.(\d+)(.*)$/.exec(field);
  if (!match) return field;
  const [, list = "", index = "", rest = ""] = match;
  let at: Json | undefined = cell.object;
  for (const key of list.split(".")) at = isObject(at) ? at[key] : undefined;
  const item = Array.isArray(at) ? at[Number(index)] : undefined;
  const name = isObject(item) && typeof item["name"] === "string" ? item["name"] : index;
  const named = `${list}.${name}${rest}`;
  return cell.origins.some((origin) => named.startsWith(origin.path) && origin.path !== "")
    ? named
    : field;
}

const codeOf = ({ expected, got }: Difference) =>
  got === undefined ? "missing-field" : expected === undefined ? "unasked-field" : "wrong-field";

/**
 * Labels that a generator sets by itself (run=web) are nobody's wish: when one side
 * typed labels of its own, or derived others, their absence is no mistake. Selectors
 * are compared by themselves.
 */
function isImplied(
  one: Difference,
  expected: Cell,
  got: Cell,
  all: readonly Difference[],
): boolean {
  const [first, second, key] = one.path;
  if (first !== "metadata" || second !== "labels" || key === undefined) return false;
  if (!expected.created || !got.created) return false;
  const path = `metadata.labels.${key}`;
  const typed = (cell: Cell) =>
    cell.origins.some((origin) => origin.path === path || origin.path === "");
  const kind = expected.target.type.kind;
  if (kind === "Service")
    return !typed(expected) && !typed(got) && (isUnlabelled(expected) || isUnlabelled(got));
  if (kind !== "Pod" || key !== "run" || one.got !== undefined) return false;
  const replaced = all.some(
    ({ path: other, expected: was }) => other[1] === "labels" && was === undefined,
  );
  return replaced && !typed(expected) && !hasTypedLabels(expected);
}

const isUnlabelled = ({ object }: Cell) =>
  !isObject(object["metadata"]) || object["metadata"]["labels"] === undefined;

const hasTypedLabels = (cell: Cell) =>
  cell.origins.some(({ path }) => path.startsWith("metadata.labels."));

/** Labels and annotations added to a new object. */
function isHarmless({ path, expected }: Difference, a: Cell, b: Cell): boolean {
  if (expected !== undefined || !a.created || !b.created) return false;
  const [first, second] = path;
  return first === "metadata" && (second === "labels" || second === "annotations");
}

function compareEffects(expected: Cell, got: Cell): Weighed[] {
  const texts = (cell: Cell) =>
    new Map(cell.effects.map((effect) => [canonicalJson(effect), effect]));
  const a = texts(expected);
  const b = texts(got);
  const missing = [...a].filter(([text]) => !b.has(text)).map(([, effect]) => effect);
  const surplus = [...b].filter(([text]) => !a.has(text)).map(([, effect]) => effect);
  if (missing.length === 0 && surplus.length === 0) return [];
  const left = missing[0];
  const right = surplus[0];
  return [wrong(effectFinding(left, right, got))];
}

function effectFinding(
  expected: JsonObject | undefined,
  got: JsonObject | undefined,
  cell: Cell,
): Finding {
  const what = expected?.["op"] ?? got?.["op"];
  const difference = diffJson(expected, got)[0];
  const field = difference?.path.join(".") ?? "";
  const base = {
    field: field || null,
    expected: show(difference?.expected),
    got: show(difference?.got),
    span: spanOf(cell.origins, field) ?? cell.target.span,
  };
  if (!expected)
    return {
      ...base,
      code: "unasked-change",
      message: `This also does something the task does not ask for: ${String(what)}.`,
    };
  if (!got)
    return {
      ...base,
      code: "missing-change",
      span: null,
      message: `The ${sayObject(cell.target)} is not changed as asked: ${String(what)} is missing.`,
    };
  return {
    ...base,
    code: "wrong-change",
    message: `${field || String(what)} should be ${base.expected ?? "unset"}, not ${base.got ?? "unset"}.`,
  };
}

function compareNeeds(expected: Cell, got: Cell): Weighed[] {
  return got.mustBeUnset
    .filter((path) => !expected.mustBeUnset.includes(path) && !expected.created)
    .map((path) =>
      wrong({
        code: "missing-overwrite",
        field: path,
        expected: "--overwrite",
        got: null,
        span: spanOf(got.origins, path),
        message: `kubectl refuses to change ${path.split(".").slice(2).join(".") || path} when it has a value already; add --overwrite.`,
      }),
    );
}
