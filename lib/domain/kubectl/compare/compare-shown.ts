/** Compares what two answers read, ran or printed. */
import { equalJson, getAt } from "../plan/json-path";
import type { Json, JsonObject, Observation, Origin, Target } from "../plan/plan-model";
import type { Outcome, Shown } from "../state/outcome";
import { cellKey } from "../state/outcome";
import type { Difference } from "./diff-json";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { extra, show, spanOf, wrong } from "./difference";
import { compareOutput } from "./compare-output";
import { compareTargets } from "./compare-targets";

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
    ...compareTargets(targetsOf(a), targetsOf(b)),
    ...compareFacts(a.verb, factsOf(wanted, outcome), factsOf(got, outcome), b.origins, got.span),
    ...compareOutput(wanted.output, got.output, got.span),
    ...compareConnection(wanted.connection, got.connection, got.span),
  ];
}

/** What `events --for` selects is compared as the flag that says it. */
const targetsOf = ({ verb, targets }: Observation): readonly Target[] =>
  verb === "events" ? targets.map((target) => ({ ...target, fieldSelector: null })) : targets;

/** Facts in their one spelling; the only container of a known pod need not be named. */
function factsOf({ observation }: Shown, outcome: Outcome): JsonObject {
  const facts: JsonObject = { ...observation.facts };
  const container = soleContainer(observation.targets, outcome);
  if (container !== null && facts["container"] === container) delete facts["container"];
  const sort = facts["sort-by"];
  if (typeof sort === "string") facts["sort-by"] = sort.replace(/^\{|\}$/g, "").replace(/^\./, "");
  return facts;
}

/** The name of a known pod's only container. */
function soleContainer(targets: readonly Target[], outcome: Outcome): string | null {
  const [target, another] = targets;
  if (!target || another || target.type.kind !== "Pod" || target.name === null) return null;
  const key = cellKey(target);
  const object =
    outcome.cells.get(key)?.object ?? (outcome.base.get(key) as JsonObject | undefined);
  const containers = getAt(object, ["spec", "containers"]);
  if (!Array.isArray(containers) || containers.length !== 1) return null;
  return show(getAt(containers[0], ["name"]));
}

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
    if (key === "objects") {
      differences.push(
        ...diffJson(expected[key], got[key]).map((one) => ({ ...one, path: [key, ...one.path] })),
      );
    } else differences.push({ path: [key], expected: expected[key], got: got[key] });
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
  const wanted = show(expected);
  const typed = show(got);
  if (isUnset(got)) return `${flag}${expected === true ? "" : ` ${wanted ?? ""}`} is missing.`;
  if (isUnset(expected)) {
    return `The task does not ask for ${flag}${got === true ? "" : ` ${typed ?? ""}`}.`;
  }
  return `${flag} should be ${wanted ?? "unset"}, not ${typed ?? "unset"}.`;
}

const isUnset = (value: Json | undefined) => value === undefined || value === false;

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

function compareConnection(
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
