/** kubectl logs: one pod, one of several by TYPE/NAME, or all that a selector lets through. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { POD } from "../create/create-step";
import type { FlagReader } from "../flag-reader";
import type { Planned } from "../plan-failure";
import { firstRefusal, refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Target } from "../plan-model";
import { selectorProblem } from "../selector-refusal";
import { canonicalLabelSelector } from "../selector";
import type { FactSpec } from "./observe";
import { observe } from "./observe";
import { containerProblem, containersOf, podlessProblem, timeoutProblem } from "./pod-problem";
import { containerOf, podTarget } from "./pod-target";

const LOG_FACTS: readonly FactSpec[] = [
  ["follow", "bool"],
  ["previous", "bool"],
  ["timestamps", "bool"],
  ["prefix", "bool"],
  ["all-containers", "bool"],
  ["all-pods", "bool"],
  ["since-time", "text"],
  ["since", "duration"],
  ["ignore-errors", "bool"],
];

export const planLogs: Planner = (input) => {
  const { flags, invocation } = input;
  const { args } = invocation;
  const problem = logsProblem(input) ?? timeoutProblem(input);
  if (problem) return problem;
  const selector = flags.text("selector");
  const facts: JsonObject = {};
  const origins: Origin[] = [];
  const container = containerOf(input, args[1], origins);
  if (container !== "") facts["container"] = container;
  const tail = Number(flags.text("tail"));
  // With a selector, kubectl shows the last ten lines unless told otherwise.
  const shown = flags.use("tail") || selector === "" ? tail : 10;
  if (shown !== -1) facts["tail"] = shown;
  if (flags.use("tail")) origins.push({ path: "tail", span: flags.span("tail") });
  const limit = Number(flags.text("limit-bytes"));
  if (limit > 0) facts["limit-bytes"] = limit;
  const target = logsTarget(input, args[0], selector);
  if (!target.ok) return target;
  const wrong = logsTargetProblem(input, target.value, container);
  if (wrong) return wrong;
  return ok([observe(input, "logs", [target.value], LOG_FACTS, facts, origins)]);
};

function logsTargetProblem(input: PlanInput, target: Target, container: string) {
  const { flags, invocation } = input;
  const span = flags.use("container")?.span ?? invocation.args[1] ?? invocation.pathSpan;
  return (
    podlessProblem(input, target, "cannot get the logs from") ??
    containerProblem(
      input,
      target,
      container,
      span,
      (pod) => `error: container ${container} is not valid for pod ${pod}`,
    ) ??
    streamsProblem(input, target)
  );
}

/** Following a selector opens one stream for each pod, or each container. */
function streamsProblem({ flags, world }: PlanInput, target: Target) {
  if (target.name !== null || !flags.bool("follow")) return null;
  const pods = world.list(target) ?? [];
  const streams = flags.bool("all-containers")
    ? pods.flatMap((pod) => containersOf(pod)).length
    : pods.length;
  const most = Number(flags.text("max-log-requests"));
  if (streams < 2 || streams <= most) return null;
  const message = `error: you are attempting to follow ${String(streams)} log streams, but maximum allowed concurrency is ${String(most)}, use --max-log-requests to increase the limit`;
  const hint = `Add --max-log-requests=${String(streams)}.`;
  return refuse("too-many-streams", message, flags.span("follow"), hint);
}

function logsTarget(
  input: PlanInput,
  word: ShellWord | undefined,
  selector: string,
): Planned<Target> {
  if (word) return podTarget(input, word);
  const wrong = selectorProblem(input.flags.use("selector"), null);
  if (wrong) return wrong(POD);
  return ok({
    type: POD,
    namespace: input.namespace,
    name: null,
    labelSelector: canonicalLabelSelector(selector) ?? selector,
    fieldSelector: null,
    span: input.flags.span("selector"),
  });
}

const USAGE = "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.";

function logsProblem(input: PlanInput) {
  const { flags, invocation } = input;
  const { args, pathSpan } = invocation;
  const [pod, container, extra] = args;
  const selected = flags.text("selector") !== "";
  const words = firstRefusal([
    [
      !pod && !selected,
      () => refuse("pod-needed", USAGE, pathSpan, "Name the pod: kubectl logs <pod>."),
    ],
    [
      pod !== undefined && selected,
      () =>
        refuse(
          "selector-with-names",
          "error: only a selector (-l) or a POD name is allowed",
          pod ?? pathSpan,
        ),
    ],
    [
      extra !== undefined,
      () =>
        refuse(
          "too-many-words",
          USAGE,
          extra ?? pathSpan,
          "logs takes a pod and at most one container.",
        ),
    ],
    [
      container !== undefined && flags.use("container") !== null,
      () =>
        refuse(
          "container-twice",
          "error: only one of -c or an inline [CONTAINER] arg is allowed",
          container ?? pathSpan,
        ),
    ],
  ]);
  return words ?? logFlagsProblem(flags, container?.text ?? "");
}

function logFlagsProblem(flags: FlagReader, container: string) {
  const named = flags.text("container") || container;
  const sinceTime = flags.text("since-time") !== "";
  const problem = firstRefusal([
    [
      flags.bool("all-containers") && named !== "",
      () =>
        refuse(
          "all-and-one",
          `error: --all-containers=true should not be specified with container name ${named}`,
          flags.span("all-containers"),
        ),
    ],
    [
      sinceTime && flags.use("since") !== null && flags.text("since") !== "0s",
      () =>
        refuse(
          "since-twice",
          "error: at most one of `sinceTime` or `sinceSeconds` may be specified",
          flags.span("since-time"),
        ),
    ],
  ]);
  return problem ?? logLimitsProblem(flags);
}

function logLimitsProblem(flags: FlagReader) {
  if (flags.text("since").startsWith("-")) {
    return refuse("bad-since", "error: --since must be greater than 0", flags.span("since"));
  }
  const limit = flags.use("limit-bytes");
  if (limit && Number(limit.value) < 0) {
    return refuse("bad-limit", "error: --limit-bytes must be greater than 0", limit.span);
  }
  const time = flags.text("since-time");
  if (time !== "" && !/^\d{4}-\d\d-\d\dT/.test(time)) {
    const message = `error: parsing time ${JSON.stringify(time)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(time)} as "2006"`;
    return refuse(
      "bad-since-time",
      message,
      flags.span("since-time"),
      "Write it like 2026-01-31T08:00:00Z.",
    );
  }
  if (Number(flags.text("tail")) < -1) {
    return refuse(
      "bad-tail",
      "error: --tail must be greater than or equal to -1",
      flags.span("tail"),
    );
  }
  return null;
}
