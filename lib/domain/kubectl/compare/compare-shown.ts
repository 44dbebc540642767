/** Compares what two answers read, ran or printed. */
import { canonicalJson, equalJson, isObject } from "../plan/json-path";
import type { Json, JsonObject, Origin, Output, Target } from "../plan/plan-model";
import type { Outcome, Shown } from "../state/outcome";
import { cellKey } from "../state/outcome";
import type { Difference } from "./diff-json";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { extra, show, spanOf, wrong } from "./difference";
import { canonicalTemplate } from "./canonical-template";
import { sayObject } from "./say";

/** Reads that leave the cluster as it is: one more of them does no harm. */
const PLAIN_READS = new Set([
  "get",
  "describe",
  "logs",
  "events",
  "top",
  "explain",
  "rollout status",
  "rollout history",
  "list labels",
  "list annotations",
  "list env",
  "auth can-i",
  "auth can-i --list",
  "auth whoami",
  "version",
  "cluster-info",
  "api-resources",
  "api-versions",
  "config view",
  "config get-contexts",
  "config get-clusters",
  "config get-users",
  "config current-context",
  "diff",
  "wait",
  "help",
  "options",
  "plugin list",
  "completion",
]);

/** Additions that show the same and a little more, by command. */
const HARMLESS: Readonly<Record<string, ReadonlySet<string>>> = {
  get: new Set([
    "show-labels",
    "show-kind",
    "label-columns",
    "sort-by",
    "ignore-not-found",
    "show-managed-fields",
  ]),
  exec: new Set(["stdin", "tty"]),
  top: new Set(["sort-by"]),
  wait: new Set(["timeout"]),
  "run attached": new Set(["tty"]),
  "api-resources": new Set(["sort-by"]),
};

export function compareShown(expected: Outcome, got: Outcome): Weighed[] {
  const rest = [...got.shown];
  const found: Weighed[] = [];
  for (const wanted of expected.shown) {
    const [index, differences] = nearest(wanted, rest, got);
    const [match] = index < 0 ? [] : rest.splice(index, 1);
    found.push(...(match ? differences : [missing(wanted)]));
  }
  return [...found, ...rest.map(surplus)];
}

function nearest(wanted: Shown, candidates: readonly Shown[], got: Outcome): [number, Weighed[]] {
  let best = -1;
  let fewest: Weighed[] = [];
  candidates.forEach((candidate, index) => {
    const differences = compareOne(wanted, candidate, got);
    if (best < 0 || weightOf(differences) < weightOf(fewest)) [best, fewest] = [index, differences];
  });
  return [best, fewest];
}

const weightOf = (list: readonly Weighed[]) =>
  list.reduce((sum, { weight }) => sum + (weight === "extra" ? 1 : 100), 0);

function missing({ observation }: Shown): Weighed {
  return wrong({
    code: "not-shown",
    field: null,
    expected: `kubectl ${observation.verb}`,
    got: null,
    span: null,
    message: `The task asks for kubectl ${observation.verb}, which is missing.`,
  });
}

function surplus({ observation, span }: Shown): Weighed {
  const plain = PLAIN_READS.has(observation.verb);
  const finding = {
    code: plain ? "extra-read" : "overreach",
    field: null,
    expected: null,
    got: `kubectl ${observation.verb}`,
    span,
    message: plain
      ? `kubectl ${observation.verb} is not needed here; it does no harm.`
      : `The task does not ask for kubectl ${observation.verb}.`,
  };
  return plain ? extra(finding) : wrong(finding);
}

function compareOne(wanted: Shown, got: Shown, outcome: Outcome): Weighed[] {
  const a = wanted.observation;
  const b = got.observation;
  if (a.verb !== b.verb) {
    const message = `The task asks for kubectl ${a.verb}, not kubectl ${b.verb}.`;
    return [
      wrong({
        code: "wrong-command",
        field: "command",
        expected: a.verb,
        got: b.verb,
        span: got.span,
        message,
      }),
    ];
  }
  return [
    ...compareTargets(a.targets, b.targets),
    ...compareFacts(a.verb, factsOf(wanted, outcome), factsOf(got, outcome), b.origins, got.span),
    ...compareOutput(wanted.output, got.output, got.span),
    ...compareConnection(wanted.connection, got.connection, got.span),
  ];
}

/** Facts in their one spelling; the only container of a known pod need not be named. */
function factsOf({ observation }: Shown, outcome: Outcome): JsonObject {
  const facts: JsonObject = { ...observation.facts };
  const container = soleContainer(observation.targets, outcome);
  if (container !== null && facts["container"] === container) delete facts["container"];
  const sort = facts["sort-by"];
  if (typeof sort === "string") facts["sort-by"] = sort.replace(/^\{|\}$/g, "").replace(/^\./, "");
  return facts;
}

function soleContainer(targets: readonly Target[], outcome: Outcome): string | null {
  const [target, another] = targets;
  if (!target || another || target.type.kind !== "Pod" || target.name === null) return null;
  const key = cellKey(target);
  const object =
    outcome.cells.get(key)?.object ?? (outcome.base.get(key) as JsonObject | undefined);
  const spec = isObject(object?.["spec"]) ? object["spec"] : {};
  const containers = spec["containers"];
  if (!Array.isArray(containers)) return null;
  // kubectl picks the first one; naming another is a difference.
  const [first] = containers;
  return isObject(first) && typeof first["name"] === "string" && containers.length === 1
    ? first["name"]
    : null;
}

const targetText = ({ type, namespace, name, labelSelector, fieldSelector }: Target) =>
  canonicalJson([type.group, type.resource, namespace, name, labelSelector, fieldSelector]);

function compareTargets(expected: readonly Target[], got: readonly Target[]): Weighed[] {
  const wanted = new Map(expected.map((target) => [targetText(target), target]));
  const found = new Map(got.map((target) => [targetText(target), target]));
  const missed = [...wanted].filter(([text]) => !found.has(text)).map(([, target]) => target);
  const more = [...found].filter(([text]) => !wanted.has(text)).map(([, target]) => target);
  const [left] = missed;
  const [right] = more;
  if (!left && !right) return [];
  if (left && right) return [wrong(targetFinding(left, right))];
  const one = (left ?? right) as Target;
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

function compareFacts(
  verb: string,
  expected: JsonObject,
  got: JsonObject,
  origins: readonly Origin[],
  span: { start: number; end: number },
): Weighed[] {
  const differences: Difference[] = [];
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    if (equalJson(expected[key], got[key])) continue;
    if (key === "objects")
      differences.push(
        ...diffJson(expected[key], got[key]).map((one) => ({ ...one, path: [key, ...one.path] })),
      );
    else differences.push({ path: [key], expected: expected[key], got: got[key] });
  }
  return differences.map((one) => weighFact(verb, one, origins, span));
}

function weighFact(
  verb: string,
  one: Difference,
  origins: readonly Origin[],
  span: { start: number; end: number },
): Weighed {
  const field = one.path.join(".");
  const missed = one.got === undefined || one.got === false;
  const surplusFact = one.expected === undefined || one.expected === false;
  const finding = {
    code: missed ? "missing-option" : surplusFact ? "unasked-option" : "wrong-option",
    field,
    expected: show(one.expected),
    got: show(one.got),
    span: missed ? null : (spanOf(origins, field) ?? span),
    message: sayFact(field, one),
  };
  const harmless = surplusFact && HARMLESS[verb]?.has(field) === true;
  return harmless ? extra({ ...finding, code: "extra-option" }) : wrong(finding);
}

function sayFact(field: string, { expected, got }: Difference): string {
  const flag = /^[a-z-]+$/.test(field) && !NOT_FLAGS.has(field) ? `--${field}` : field;
  if (got === undefined || got === false)
    return expected === true
      ? `${flag} is missing.`
      : `${flag} should be ${show(expected) ?? "set"}; it is missing.`;
  if (expected === undefined || expected === false)
    return `The task does not ask for ${flag}${got === true ? "" : ` ${show(got) ?? ""}`}.`;
  return `${flag} should be ${show(expected) ?? "unset"}, not ${show(got) ?? "unset"}.`;
}

const NOT_FLAGS = new Set([
  "command",
  "ports",
  "words",
  "verb",
  "resource",
  "group",
  "name",
  "path",
  "from",
  "to",
  "url",
  "topic",
  "stdin",
  "remove",
]);

/** -o yaml where nothing was asked for shows another thing; -o wide shows a little more. */
export function compareOutput(
  expected: Output,
  got: Output,
  span: { start: number; end: number },
): Weighed[] {
  const found: Weighed[] = [];
  const a = formatText(expected);
  const b = formatText(got);
  if (a !== b) found.push(formatDifference(expected, got, span));
  if ((expected.file ?? null) !== (got.file ?? null))
    found.push(fileDifference(expected, got, span));
  return found;
}

const formatText = ({ format, template }: Output) =>
  format === null
    ? ""
    : `${/^wide$/i.test(format) ? format : format.toLowerCase()}=${canonicalTemplate(format, template)}`;

function formatDifference(
  expected: Output,
  got: Output,
  span: { start: number; end: number },
): Weighed {
  const say = ({ format, template }: Output) =>
    format === null ? null : `-o ${format}${template === null ? "" : `=${template}`}`;
  const a = say(expected);
  const b = say(got);
  const finding = {
    code: a === null ? "unasked-output" : b === null ? "missing-output" : "wrong-output",
    field: "output",
    expected: a,
    got: b,
    span: got.span ?? (b === null ? null : span),
    message:
      a === null
        ? `The task does not ask for ${b ?? ""}.`
        : b === null
          ? `The output should be ${a}; it is missing.`
          : `The output should be ${a}, not ${b}.`,
  };
  if (a === null && got.format === "wide")
    return extra({
      ...finding,
      code: "extra-output",
      message: "-o wide shows more columns than asked; that does no harm.",
    });
  const programs = new Set(["go-template", "jsonpath"]);
  if (
    expected.format !== got.format &&
    programs.has(expected.format ?? "") &&
    programs.has(got.format ?? "")
  ) {
    return { weight: "cannot-judge", finding: { ...finding, code: "other-template-language" } };
  }
  return wrong(finding);
}

function fileDifference(
  expected: Output,
  got: Output,
  span: { start: number; end: number },
): Weighed {
  const finding = {
    code:
      got.file === null ? "missing-file" : expected.file === null ? "unasked-file" : "wrong-file",
    field: "file",
    expected: expected.file,
    got: got.file,
    span: got.file === null ? null : span,
    message:
      got.file === null
        ? `The output should go to the file ${expected.file ?? ""}.`
        : expected.file === null
          ? `The output goes to the file ${got.file} instead of the screen.`
          : `The file should be ${expected.file}, not ${got.file}.`,
  };
  return expected.file === null ? extra(finding) : wrong(finding);
}

export function compareConnection(
  expected: JsonObject,
  got: JsonObject,
  span: { start: number; end: number },
): Weighed[] {
  return diffJson(expected, got).map(
    ({
      path,
      expected: a,
      got: b,
    }: {
      path: readonly string[];
      expected: Json | undefined;
      got: Json | undefined;
    }) =>
      wrong({
        code: "wrong-connection",
        field: path.join("."),
        expected: show(a),
        got: show(b),
        span,
        message: `--${path.join(".")} should be ${show(a) ?? "left out"}, not ${show(b) ?? "left out"}.`,
      }),
  );
}
