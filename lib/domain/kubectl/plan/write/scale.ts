/** kubectl scale and autoscale. */
import { ok } from "../../../result";
import { builtIn, note } from "../create/create-step";
import { chooseTargets } from "../choose-targets";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step, Target } from "../plan-model";
import { canonicalQuantity } from "../quantity";
import { apiVersionOf } from "../resource-types";
import { absence } from "../server-refusal";
import { changeStep, merge } from "./change-step";

const AUTOSCALER = builtIn(
  "autoscaling",
  "v2",
  "horizontalpodautoscalers",
  "HorizontalPodAutoscaler",
);
const SCALABLE = new Set(["Deployment", "ReplicaSet", "StatefulSet", "ReplicationController"]);

export const planScale: Planner = (input) => {
  const { flags } = input;
  const replicas = Number(flags.text("replicas"));
  if (replicas < 0) {
    return refuse(
      "replicas-needed",
      "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0",
      flags.span("replicas"),
    );
  }
  const current = Number(flags.text("current-replicas"));
  if (current < -1) {
    return refuse(
      "bad-current-replicas",
      "error: The --current-replicas must specify an integer of -1 or greater",
      flags.span("current-replicas"),
    );
  }
  const targets = chooseTargets(input, input.invocation.args, {
    allowEmptySelector: flags.bool("all"),
  });
  if (!targets.ok) return targets;
  const origins: Origin[] = [];
  note(origins, "spec.replicas", flags.use("replicas")?.span);
  note(origins, "currentReplicas", flags.use("current-replicas")?.span);
  const options: JsonObject = {};
  if (current >= 0) options["currentReplicas"] = current;
  const version = flags.text("resource-version");
  if (version !== "") options["resourceVersion"] = version;
  const change = merge({ spec: { replicas } }, "scale");
  return ok(targets.value.map((target) => changeStep(target, change, origins, options)));
};

export const planAutoscale: Planner = (input) => {
  const { flags } = input;
  const minimum = Number(flags.text("min"));
  const maximum = Number(flags.text("max"));
  if (maximum < 1) {
    return refuse(
      "max-needed",
      `error: --max=MAXPODS is required and must be at least 1, max: ${String(maximum)}`,
      flags.span("max"),
    );
  }
  if (maximum < minimum) {
    return refuse(
      "max-below-min",
      `error: --max=MAXPODS must be larger or equal to --min=MINPODS, max: ${String(maximum)}, min: ${String(minimum)}`,
      flags.span("max"),
    );
  }
  const origins: Origin[] = [];
  const metrics = readMetrics(input, origins);
  if (!metrics.ok) return metrics;
  const targets = chooseTargets(input, input.invocation.args, { allowEmptySelector: false });
  if (!targets.ok) return targets;
  const wrong = targets.value.find(
    (target) => target.type.resource !== "file" && !SCALABLE.has(target.type.kind),
  );
  if (wrong) {
    const { kind, resource } = wrong.type;
    const message = `error: cannot autoscale a ${kind}: could not find scale subresource for ${wrong.type.group}/${wrong.type.version}, Resource=${resource} in discovery information`;
    return refuse("not-scalable", message, wrong.span ?? input.invocation.pathSpan);
  }
  for (const target of targets.value) {
    const absent = absence(input, target);
    if (absent) return absent;
  }
  note(origins, "spec.minReplicas", flags.use("min")?.span);
  note(origins, "spec.maxReplicas", flags.use("max")?.span);
  note(origins, "metadata.name", flags.use("name")?.span);
  return ok(targets.value.map((target) => autoscaler(input, target, metrics.value, origins)));
};

function autoscaler(
  input: PlanInput,
  target: Target,
  metrics: JsonObject[],
  origins: Origin[],
): Step {
  const name = input.flags.text("name") || (target.name ?? "");
  const minimum = Number(input.flags.text("min"));
  const metadata: JsonObject = { name };
  if (input.namespaceGiven) metadata["namespace"] = input.namespace;
  const all = [...origins];
  note(all, "spec.scaleTargetRef", target.span);
  return {
    kind: "create",
    origins: all,
    target: { ...target, type: AUTOSCALER, namespace: input.namespace, name, labelSelector: null },
    object: {
      apiVersion: "autoscaling/v2",
      kind: "HorizontalPodAutoscaler",
      metadata,
      spec: {
        maxReplicas: Number(input.flags.text("max")),
        ...(metrics.length > 0 ? { metrics } : {}),
        ...(minimum > 0 ? { minReplicas: minimum } : {}),
        scaleTargetRef: {
          apiVersion: apiVersionOf(target.type),
          kind: target.type.kind,
          name: target.name,
        },
      },
      status: { currentMetrics: null, desiredReplicas: 0 },
    },
  };
}

function readMetrics(input: PlanInput, origins: Origin[]): Planned<JsonObject[]> {
  const { flags } = input;
  const metrics: JsonObject[] = [];
  const percent = flags.use("cpu-percent");
  if (percent && flags.use("cpu")) {
    return refuse(
      "cpu-twice",
      "error: --cpu-percent and --cpu are mutually exclusive",
      percent.span,
    );
  }
  if (percent && Number(percent.value) >= 0) {
    note(origins, "spec.metrics.0", percent.span);
    metrics.push(
      metricOf("cpu", { averageUtilization: Number(percent.value), type: "Utilization" }),
    );
  }
  for (const resource of ["cpu", "memory"]) {
    const use = flags.use(resource);
    if (!use || use.value === "") continue;
    const target = metricTarget(use.value, resource);
    if (!target) {
      return badMetric(resource, use.value, use.valueSpan ?? use.span);
    }
    note(origins, `spec.metrics.${String(metrics.length)}`, use.span);
    metrics.push(metricOf(resource, target));
  }
  return ok(metrics);
}

function badMetric(resource: string, value: string, span: Origin["span"]) {
  const negative = /^-\d+(?=%$)/.exec(value)?.[0];
  return refuse(
    "bad-metric",
    negative === undefined
      ? `error: invalid resource ${resource} value: ${value}`
      : `error: invalid percentage value: ${negative}`,
    span,
    `Write a share such as --${resource}=80% or a quantity such as ${resource === "cpu" ? "500m" : "200Mi"}.`,
  );
}

const metricOf = (name: string, target: JsonObject): JsonObject => ({
  resource: { name, target },
  type: "Resource",
});

/** "80%" is a share of the request; "500m" an amount; a bare number counts milli-CPUs or mebibytes. */
function metricTarget(text: string, resource: string): JsonObject | null {
  const percent = /^(\d+)%$/.exec(text);
  if (percent) return { averageUtilization: Number(percent[1]), type: "Utilization" };
  const unit = resource === "cpu" ? "m" : "Mi";
  const quantity = canonicalQuantity(/[\d.]$/.test(text) ? text + unit : text);
  return quantity === null ? null : { averageValue: quantity, type: "AverageValue" };
}
