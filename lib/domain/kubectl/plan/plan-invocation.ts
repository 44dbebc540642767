/** Turns one parsed line into its plan. */
import { ok } from "../../result";
import type { Invocation } from "../invocation";
import { connectionProblem } from "./connection-problem";
import { readDryRun, readOutput } from "./dry-run";
import type { FlagReader } from "./flag-reader";
import { readFlags } from "./flag-reader";
import { groupProblem } from "./group-help";
import { commonProblem, outputProblem } from "./output-format";
import type { Planned } from "./plan-failure";
import { cannotJudge } from "./plan-failure";
import type { PlanInput, Planner, World } from "./plan-input";
import type { DryRun, JsonObject, Origin, Plan, Step } from "./plan-model";
import { plannerFor } from "./planners";
import { observe } from "./read/observe";
import { typeTable } from "./resource-types";
import { serverProblem } from "./server-refusal";

/** Flags that change whom kubectl talks to, or as whom. */
const CONNECTION = [
  "context",
  "cluster",
  "user",
  "server",
  "kubeconfig",
  "as",
  "as-group",
  "as-uid",
  "as-user-extra",
  "token",
  "username",
  "password",
  "client-certificate",
  "client-key",
  "certificate-authority",
  "tls-server-name",
  "insecure-skip-tls-verify",
];

export function planInvocation(invocation: Invocation, world: World): Planned<Plan> {
  const flags = readFlags(invocation);
  if (invocation.help) {
    return groupProblem(invocation, flags, world.version) ?? ok(helpPlan(invocation, flags, world));
  }
  const unconnected = connectionProblem(invocation, flags, world);
  if (unconnected) return unconnected;
  const planner = plannerFor(invocation.path);
  if (!planner) {
    return cannotJudge(
      "out-of-reach",
      `What kubectl ${invocation.path.join(" ")} does is decided while it runs, so it is left to you to judge.`,
      invocation.pathSpan,
    );
  }
  return planWith(planner, invocation, flags, world);
}

function planWith(
  planner: Planner,
  invocation: Invocation,
  flags: FlagReader,
  world: World,
): Planned<Plan> {
  const dryRun = readDryRun(flags);
  if (!dryRun.ok) return dryRun;
  const late = invocation.path[0] === "get";
  const problem = commonProblem(flags) ?? (late ? null : outputProblem(invocation, flags, world));
  if (problem) return problem;
  const input = inputOf(invocation, flags, world, dryRun.value);
  const steps = planner(input);
  if (!steps.ok) return steps;
  const refused =
    serverProblem(input, steps.value) ?? (late ? outputProblem(invocation, flags, world) : null);
  if (refused) return refused;
  return ok({
    path: invocation.path,
    steps: steps.value.map((step) => withNamespaceOrigin(step, flags)),
    dryRun: isLocal(invocation, flags) ? "client" : dryRun.value,
    output: readOutput(invocation, flags),
    ...readConnection(flags, world),
  });
}

const isLocal = ({ command }: Invocation, flags: FlagReader) =>
  flags.bool("local") && command.flags.some((flag) => flag.name === "local");

/** What is done in a namespace that -n named was sent there by these very characters. */
function withNamespaceOrigin(step: Step, flags: FlagReader): Step {
  const use = flags.uses("namespace").findLast((one) => one.global);
  if (!use || step.kind === "observe" || step.kind === "config") return step;
  return { ...step, origins: [...step.origins, { path: "metadata.namespace", span: use.span }] };
}

function inputOf(
  invocation: Invocation,
  flags: FlagReader,
  world: World,
  dryRun: DryRun,
): PlanInput {
  const use = flags.uses("namespace").findLast((one) => one.global) ?? null;
  const given = use !== null && use.value !== "";
  return {
    invocation,
    flags,
    types: typeTable(world.version),
    world,
    namespace: given ? use.value : contextNamespace(flags, world),
    namespaceGiven: given,
    dryRun,
  };
}

function contextNamespace(flags: FlagReader, world: World): string {
  const context = flags.uses("context").findLast((one) => one.global)?.value ?? "";
  const same = context === "" || context === world.currentContext;
  return same ? world.namespace : world.namespaceOf(context);
}

function readConnection(
  flags: FlagReader,
  world: World,
): { connection: JsonObject; origins: readonly Origin[] } {
  const connection: JsonObject = {};
  const origins: Origin[] = [];
  for (const name of CONNECTION) {
    const use = flags.uses(name).findLast((one) => one.global);
    if (!use || use.value === "" || use.value === use.spec.default) continue;
    if (name === "context" && use.value === world.currentContext) continue;
    connection[name] = use.values.length > 1 ? [...use.values].sort() : use.value;
    origins.push({ path: name, span: use.span });
  }
  const namespace = flags.uses("namespace").findLast((one) => one.global);
  if (namespace) origins.push({ path: "namespace", span: namespace.span });
  return { connection, origins };
}

/** `--help` shows a page and touches nothing. */
function helpPlan(invocation: Invocation, flags: FlagReader, world: World): Plan {
  const input = inputOf(invocation, flags, world, "none");
  const topic = invocation.path.join(" ");
  const words = invocation.path.length > 0 ? topic : "kubectl";
  return {
    path: invocation.path,
    steps: [
      observe(input, "help", [], [], { topic: words }, [
        { path: "topic", span: invocation.pathSpan },
      ]),
    ],
    dryRun: "none",
    output: readOutput(invocation, flags),
    connection: {},
    origins: [],
  };
}
