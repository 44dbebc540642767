/** Compares the end states of one object. */
import type { Finding } from "../model";
import { equalJson, isObject } from "../plan/json-path";
import type { Json } from "../plan/plan-model";
import type { Cell } from "../state/outcome";
import { compareEffects, compareNeeds, missingGuards } from "./compare-effects";
import type { Difference } from "./diff-json";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { extra, show, spanOf, wrong } from "./difference";
import { normalForm, normaliseChange, normaliseObject } from "./normalise-object";
import { alignLists } from "./same-meaning";
import { sayField, sayObject } from "./say";

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
    ...missingGuards(expected, got),
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
      message: grace ? sayGrace(one) : sayCascade(one),
    });
  });
}

function sayCascade({ expected, got }: Difference): string {
  if (expected === "Orphan") return "What the object owns should stay: --cascade=orphan.";
  if (expected === "Foreground") {
    return "What the object owns should be deleted before it: --cascade=foreground.";
  }
  return got === "Orphan"
    ? "The task does not ask to leave behind what the object owns, as --cascade=orphan does."
    : "The task does not ask for --cascade=foreground.";
}

function sayGrace({ expected, got }: Difference): string {
  if (expected === 0 && got === 1) {
    return "A grace period of 0 without --force is raised to 1 second; add --force to delete at once.";
  }
  if (expected === 0) return "The task wants it gone at once: --force --grace-period=0.";
  if (expected === undefined) {
    return `The task does not ask to hurry: this gives it only ${show(got) ?? ""} s to shut down.`;
  }
  return `The grace period should be ${show(expected) ?? "the default"} s.`;
}

function compareObjects(expected: Cell, got: Cell): Weighed[] {
  const kind = expected.target.type.kind;
  if (expected.known !== got.known) return equalChanges(expected, got);
  if (equalJson(expected.object, got.object)) return [];
  const [a, b] = expected.known
    ? [normalForm(expected.object, kind), normaliseObject(got.object, kind)]
    : [normaliseChange(expected.object), normaliseChange(got.object)];
  alignLists(a, b, kind);
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
  return [isHarmless(one) ? extra({ ...finding, code: "extra-field" }) : wrong(finding)];
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
  if (expected.target.type.kind === "Service") {
    const unlabelled = isUnlabelled(expected) || isUnlabelled(got);
    return unlabelled && !isTyped(expected, path) && !isTyped(got, path);
  }
  return isReplacedRunLabel(one, expected, all) && !isTyped(expected, path);
}

const isTyped = (cell: Cell, path: string) =>
  cell.origins.some((origin) => origin.path === path || origin.path === "");

/** `kubectl run -l …` drops the label run=<name> that it would set otherwise. */
function isReplacedRunLabel(
  { path, got }: Difference,
  expected: Cell,
  all: readonly Difference[],
): boolean {
  if (expected.target.type.kind !== "Pod" || path[2] !== "run" || got !== undefined) return false;
  const replaced = all.some((one) => one.path[1] === "labels" && one.expected === undefined);
  return replaced && !hasTypedLabels(expected);
}

const isUnlabelled = ({ object }: Cell) =>
  !isObject(object["metadata"]) || object["metadata"]["labels"] === undefined;

const hasTypedLabels = (cell: Cell) =>
  cell.origins.some(({ path }) => path.startsWith("metadata.labels."));

/** A note on why a rollout happened: nothing selects it and nothing acts on it. */
const CHANGE_CAUSE = "kubernetes.io/change-cause";

/**
 * Whatever else stays in the cluster is no harmless extra: services and policies select by
 * labels, controllers act on annotations, a pull policy decides what runs.
 */
const isHarmless = ({ path: [first, second, key], expected }: Difference) =>
  expected === undefined &&
  first === "metadata" &&
  second === "annotations" &&
  key === CHANGE_CAUSE;
