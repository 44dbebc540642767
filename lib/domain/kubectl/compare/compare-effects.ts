/** Compares changes that are known only by what they mean to do: rollbacks, drains, taints. */
import type { Finding } from "../model";
import { canonicalJson, equalJson, getAt } from "../plan/json-path";
import type { Json, JsonObject } from "../plan/plan-model";
import type { Cell } from "../state/outcome";
import type { Difference } from "./diff-json";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { show, spanOf, wrong } from "./difference";
import { nameField, sayObject, sayValue } from "./say";

export function compareEffects(expected: Cell, got: Cell): Weighed[] {
  if (expected.effects.length === 0 && got.effects.length === 0) return [];
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

/** Changes as a learner calls them. */
const NAMES: Readonly<Record<string, string>> = {
  taint: "the taint",
  rollback: "going back to an earlier revision",
  drain: "moving the pods away",
  replace: "replacing the object",
  apply: "applying by force",
  reconcile: "reconciling the permissions",
  certificate: "the decision on the request",
  patch: "the patch",
  "only-if": "the condition under which it happens",
  "add-subjects": "the subjects",
  "env-from": "the variables of a ConfigMap or Secret",
  "pod-spec": "the change of the pods",
};
/** Parts of changes that are no flags of that name. */
const PARTS: Readonly<Record<string, string>> = {
  key: "The taint's key",
  value: "The taint's value",
  effect: "The taint's effect",
  source: "The source",
  revision: "--to-revision",
  condition: "The decision",
  currentReplicas: "--current-replicas",
  resourceVersion: "--resource-version",
  body: "The change",
};

function effectFinding(
  expected: JsonObject | undefined,
  got: JsonObject | undefined,
  cell: Cell,
): Finding {
  const what = nameEffect(expected ?? got);
  if (!expected || !got || expected["op"] !== got["op"]) {
    return lonelyEffect(what, expected !== undefined, cell);
  }
  const [difference] = diffJson(expected, got);
  const field = difference?.path.join(".") ?? what;
  return {
    code: "wrong-change",
    field,
    expected: show(difference?.expected),
    got: show(difference?.got),
    span: spanOf(cell.origins, field) ?? cell.target.span,
    message: difference ? sayPart(difference) : `${what} is not as asked.`,
  };
}

const isUnset = (value: Json | undefined) =>
  value === undefined || value === null || value === "" || value === false || isEmptyList(value);
const isEmptyList = (value: Json) => Array.isArray(value) && value.length === 0;

function sayPart({ path, expected, got }: Difference): string {
  const [first = ""] = path;
  const name =
    first === "subjects" ? `The ${nameField(path.join("."))}` : (PARTS[first] ?? `--${first}`);
  const withValue = (value: Json | undefined) => (value === true ? "" : ` ${sayValue(value)}`);
  if (isUnset(got)) return `${name}${withValue(expected)} is missing.`;
  if (isUnset(expected)) {
    return `The task does not ask for ${name.replace(/^The/, "the")}${withValue(got)}.`;
  }
  return `${name} should be ${sayValue(expected)}, not ${sayValue(got)}.`;
}

const nameEffect = (effect: JsonObject | undefined) => {
  const op = show(effect?.["op"]) ?? "change";
  return NAMES[op] ?? op;
};

function lonelyEffect(what: string, asked: boolean, cell: Cell): Finding {
  const message = asked
    ? `The ${sayObject(cell.target)} is not changed as asked: ${what} is missing.`
    : `This also does something the task does not ask for: ${what}.`;
  return {
    code: asked ? "missing-change" : "unasked-change",
    field: null,
    expected: asked ? what : null,
    got: asked ? null : what,
    span: asked ? null : cell.target.span,
    message,
  };
}

/**
 * A condition that the task sets is missed even where it holds today: a line without it
 * would go ahead where the task wants it to stop. One that was added and holds does no harm.
 */
export const missingGuards = (expected: Cell, got: Cell): Weighed[] =>
  expected.guards
    .filter((guard) => !got.guards.some((one) => equalJson(one, guard)))
    .flatMap((guard) => Object.entries(guard))
    .map(([key, value]) =>
      wrong({
        code: "missing-option",
        field: key,
        expected: show(value),
        got: null,
        span: null,
        message: `${PARTS[key] ?? key} ${sayValue(value)} is missing: without it the change is made whatever there is now.`,
      }),
    );

export function compareNeeds(expected: Cell, got: Cell): Weighed[] {
  if (expected.created) return [];
  // What the task does not set at all is said to be unasked.
  const set = got.mustBeUnset.filter((path) => isSet(expected, path));
  return set.flatMap((path) =>
    missingOverwrites(expected.mustBeUnset, [path], spanOf(got.origins, path)),
  );
}

function isSet({ object, effects }: Cell, path: string): boolean {
  const [first = "", field = "", ...key] = path.split(".");
  if (first === "taints") {
    return effects.some((effect) => effect["key"] === path.slice("taints.".length));
  }
  return getAt(object, [first, field, key.join(".")]) !== undefined;
}

const nameUnset = (path: string) =>
  path.startsWith("taints.")
    ? `the taint ${path.slice("taints.".length)}`
    : path.split(".").slice(2).join(".");

/** Fields that the task may replace and the answer only sets where they are unset. */
export const missingOverwrites = (
  allowed: readonly string[],
  mustBeUnset: readonly string[],
  span: Finding["span"],
): Weighed[] =>
  mustBeUnset
    .filter((path) => !allowed.includes(path))
    .map((path) =>
      wrong({
        code: "missing-overwrite",
        field: path,
        expected: "--overwrite",
        got: null,
        span,
        message: `kubectl refuses to change ${nameUnset(path)} when it has a value already; add --overwrite.`,
      }),
    );
