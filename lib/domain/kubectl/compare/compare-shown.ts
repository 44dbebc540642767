/** Compares what two answers read, ran or printed. */
import { POD } from "../plan/create/create-step";
import { getAt } from "../plan/json-path";
import type { JsonObject, Observation, Target } from "../plan/plan-model";
import type { Outcome, Shown } from "../state/outcome";
import { cellKey } from "../state/outcome";
import { compareConnection } from "./compare-connection";
import { compareFacts } from "./compare-facts";
import { compareOutput } from "./compare-output";
import { compareTargets } from "./compare-targets";
import type { Weighed } from "./difference";
import { extra, show, wrong } from "./difference";

/** Reads that leave the cluster as it is: one more of them does no harm. */
const PLAIN_READS = new Set([
  "get",
  "describe",
  "logs",
  "events",
  "top",
  "explain",
  "kustomize",
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

/** Verbs that are called otherwise on the line. */
const VERBS: Readonly<Record<string, string>> = {
  "run attached": "run -it",
  "list labels": "label --list",
  "list annotations": "annotate --list",
  "list env": "set env --list",
  "get raw": "get --raw",
  "delete raw": "delete --raw",
  "delete cancelled": "delete -i without a yes",
};
const sayVerb = (verb: string) => VERBS[verb] ?? verb;

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
    expected: `kubectl ${sayVerb(observation.verb)}`,
    got: null,
    span: null,
    message: `The task asks for kubectl ${sayVerb(observation.verb)}, which is missing.`,
  });
}

function surplus({ observation, span }: Shown): Weighed {
  const plain = PLAIN_READS.has(observation.verb);
  const finding = {
    code: plain ? "extra-read" : "overreach",
    field: null,
    expected: null,
    got: `kubectl ${sayVerb(observation.verb)}`,
    span,
    message: plain
      ? `kubectl ${sayVerb(observation.verb)} is not needed here; it does no harm.`
      : `The task does not ask for kubectl ${sayVerb(observation.verb)}.`,
  };
  return plain ? extra(finding) : wrong(finding);
}

function compareOne(wanted: Shown, got: Shown, outcome: Outcome): Weighed[] {
  const a = wanted.observation;
  const b = got.observation;
  if (a.verb !== b.verb) {
    const message = `The task asks for kubectl ${sayVerb(a.verb)}, not kubectl ${sayVerb(b.verb)}.`;
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
    ...compareFacts(
      factsOf(wanted, outcome),
      withoutNeedlessAll(factsOf(got, outcome), wanted, outcome),
      b,
      got.span,
      wanted.output.file !== null,
    ),
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
  const container = soleContainer(observation, outcome);
  if (container !== null && facts["container"] === container) delete facts["container"];
  const sort = facts["sort-by"];
  if (typeof sort === "string") facts["sort-by"] = sort.replace(/^\{|\}$/g, "").replace(/^\./, "");
  return facts;
}

/** The name of a known pod's only container. */
function soleContainer(observation: Observation, outcome: Outcome): string | null {
  const target = podOf(observation);
  if (target === null) return null;
  const key = cellKey(target);
  const object =
    outcome.cells.get(key)?.object ?? (outcome.base.get(key) as JsonObject | undefined);
  const [main, ...more] = CONTAINERS.flatMap((list) => getAt(object, ["spec", list]) ?? []);
  return main === undefined || more.length > 0 ? null : show(getAt(main, ["name"]));
}

/** Where the task names no container, all of them are the only one. */
function withoutNeedlessAll(facts: JsonObject, { observation }: Shown, outcome: Outcome) {
  const asked = observation.facts["container"] ?? observation.facts["all-containers"];
  if (asked !== undefined || soleContainer(observation, outcome) === null) return facts;
  const { "all-containers": _all, ...rest } = facts;
  return rest;
}

const CONTAINERS = ["containers", "initContainers", "ephemeralContainers"];

/** The one pod that a command names. `cp` names it in one of its paths. */
function podOf({ verb, targets, facts }: Observation): Target | null {
  if (verb === "cp") {
    const ends = [facts["from"], facts["to"]].map((end) =>
      /^([^/:]+)\/([^/:]+):/.exec(show(end) ?? ""),
    );
    const [, namespace = "", name = ""] = ends.find((end) => end !== null) ?? [];
    return { type: POD, namespace, name, labelSelector: null, fieldSelector: null, span: null };
  }
  const [target, another] = targets;
  return target?.type.kind === "Pod" && target.name !== null && !another ? target : null;
}
