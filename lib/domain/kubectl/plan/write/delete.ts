/** kubectl delete: by name, by selector, by file, or everything with --all. */
import { ok } from "../../../result";
import { chooseTargets } from "../choose-targets";
import { hasFiles } from "../file-objects";
import { note } from "../create/create-step";
import type { FlagReader } from "../flag-reader";
import type { FlagUse } from "../../invocation";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step } from "../plan-model";
import { rawProblem, rawTarget } from "../read/raw-problem";
import { cascadeProblem } from "./apply-problem";
import { saysYes } from "./typed-reply";

export const planDelete: Planner = (input) => {
  const { flags, invocation } = input;
  const raw = flags.use("raw");
  if (raw && raw.value !== "") return planRaw(input, raw);
  const problem = deleteProblem(input);
  if (problem) return problem;
  const targets = chooseTargets(input, invocation.args, {
    allowEmptySelector: false,
    all: flags.bool("all"),
    allNamespaces: flags.bool("all-namespaces"),
  });
  if (!targets.ok) return targets;
  if (flags.bool("interactive") && saysYes(input) === false) return ok([cancelled(input)]);
  const origins: Origin[] = [];
  note(origins, "gracePeriodSeconds", flags.use("grace-period")?.span ?? flags.use("now")?.span);
  note(origins, "force", flags.use("force")?.span);
  note(origins, "propagationPolicy", flags.use("cascade")?.span);
  const options = deleteOptions(input);
  const steps = targets.value.map((target) => ({
    kind: "delete" as const,
    target,
    origins,
    options,
  }));
  return ok(steps);
};

/** `--raw`: a path of the server. */
function planRaw(input: PlanInput, raw: FlagUse): ReturnType<Planner> {
  if (input.flags.bool("interactive")) {
    const message = "error: --interactive can not be used with --raw";
    return refuse("interactive-raw", message, input.flags.span("interactive"));
  }
  const wrong = rawProblem(input, raw.value);
  if (wrong) return wrong;
  const target = rawTarget(input, raw.value, raw.span);
  if (target) return ok([{ kind: "delete", target, origins: [], options: {} }]);
  const origins = [{ path: "raw", span: raw.span }];
  const observation = { verb: "delete raw", targets: [], facts: { raw: raw.value }, origins };
  return ok([{ kind: "observe", observation }]);
}

/** It asks, gets no yes, and leaves everything as it is. */
const cancelled = ({ flags }: PlanInput): Step => ({
  kind: "observe",
  observation: {
    verb: "delete cancelled",
    targets: [],
    facts: {},
    origins: [{ path: "interactive", span: flags.span("interactive") }],
  },
});

function deleteProblem(input: PlanInput) {
  const { flags, invocation } = input;
  const all = flags.bool("all");
  if (all && flags.text("selector") !== "") {
    return refuse(
      "all-and-selector",
      invocation.args.length === 0
        ? "error: cannot set --all and --selector at the same time"
        : "error: setting 'all' parameter but found a non empty selector. ",
      flags.span("selector"),
    );
  }
  if (invocation.args.length === 0 && !hasFiles(input) && flags.use("selector") === null && !all) {
    return refuse(
      "nothing-given",
      "error: You must provide one or more resources by argument or filename.",
      invocation.pathSpan,
      "Say what to delete: TYPE NAME.",
    );
  }
  return graceProblem(flags) ?? deleteFormatProblem(flags);
}

function graceProblem(flags: FlagReader) {
  const grace = Number(flags.text("grace-period"));
  if (flags.bool("now") && grace !== -1) {
    return refuse(
      "now-and-grace",
      "error: --now and --grace-period cannot be specified together",
      flags.span("grace-period"),
    );
  }
  if ((grace > 0 || flags.bool("now")) && flags.bool("force")) {
    return refuse(
      "force-and-grace",
      "error: --force and --grace-period greater than 0 cannot be specified together",
      flags.use("grace-period") ? flags.span("grace-period") : flags.span("now"),
    );
  }
  return null;
}

function deleteFormatProblem(flags: FlagReader) {
  const output = flags.text("output");
  if (output !== "" && output !== "name") {
    const message = `error: unexpected -o output mode: ${output}. We only support '-o name'`;
    return refuse("bad-output", message, flags.span("output"));
  }
  return cascadeProblem(flags);
}

/**
 * What the server is told. --force alone means a grace period of 0; a grace period
 * of 0 without --force is raised to 1 second; --now is 1 second.
 */
function deleteOptions(input: PlanInput): JsonObject {
  const { flags } = input;
  const force = flags.bool("force");
  const options: JsonObject = {};
  const grace = gracePeriod(flags);
  if (grace !== null) options["gracePeriodSeconds"] = grace;
  if (force) options["force"] = true;
  const cascade = flags.text("cascade");
  if (cascade === "orphan" || cascade === "false") options["propagationPolicy"] = "Orphan";
  if (cascade === "foreground") options["propagationPolicy"] = "Foreground";
  if (flags.bool("ignore-not-found")) options["ignoreNotFound"] = true;
  if (flags.bool("interactive")) options["interactive"] = true;
  return options;
}

function gracePeriod(flags: FlagReader): number | null {
  const force = flags.bool("force");
  const grace = Number(flags.text("grace-period"));
  if (flags.bool("now")) return 1;
  if (grace > 0) return grace;
  if (force) return 0;
  return grace === 0 ? 1 : null;
}
