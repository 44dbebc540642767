/** kubectl run: one pod, optionally a service beside it, optionally attached and removed again. */
import { ok } from "../../../result";
import { normalPath } from "../normal-path";
import { createStep, note, POD, readInteger, SERVICE } from "../create/create-step";
import { labelMapProblem, parseLabelMap } from "../create/label-map";
import { isObject } from "../json-path";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step } from "../plan-model";
import { applyOverrides } from "./overrides";
import { isAttached, runProblem } from "./run-problem";
import { isVariableName } from "./variable-name";

export const planRun: Planner = (input) => {
  const problem = runProblem(input);
  if (problem) return problem;
  const name = input.invocation.args[0];
  if (!name) {
    return refuse("name-needed", "error: NAME is required for run", input.invocation.pathSpan);
  }
  const origins: Origin[] = [];
  const labels = readLabels(input, name.text, origins);
  if (!labels.ok) return labels;
  const container = readContainer(input, name.text, origins);
  if (!container.ok) return container;

  const annotations = readAnnotations(input, origins);
  if (!annotations.ok) return annotations;
  note(origins, "spec.restartPolicy", input.flags.use("restart")?.span);
  const fields: JsonObject = {
    metadata: {
      labels: labels.value,
      ...(annotations.value ? { annotations: annotations.value } : {}),
    },
    spec: {
      containers: [container.value],
      dnsPolicy: "ClusterFirst",
      restartPolicy: input.flags.text("restart") || "Always",
    },
    status: {},
  };
  const pod = applyOverrides(input, createStep(input, POD, name, fields, origins));
  if (!pod.ok) return pod;
  return ok(withCompanions(input, pod.value, labels.value));
};

function readLabels(input: PlanInput, name: string, origins: Origin[]): Planned<JsonObject> {
  const text = input.flags.text("labels");
  if (text === "") return ok({ run: name });
  const labels = parseLabelMap(text);
  const span = input.flags.span("labels");
  if (!labels) {
    return refuse(
      "bad-labels",
      `error: ${labelMapProblem(text)}`,
      span,
      "Write --labels=key=value,key=value.",
    );
  }
  for (const key of Object.keys(labels)) note(origins, `metadata.labels.${key}`, span);
  return ok(labels);
}

function readAnnotations(input: PlanInput, origins: Origin[]): Planned<JsonObject | null> {
  const entries = input.flags.entries("annotations");
  if (entries.length === 0) return ok(null);
  const annotations: JsonObject = {};
  for (const { text, span } of entries) {
    const at = text.indexOf("=");
    if (at < 1) return refuse("bad-annotation", `error: invalid annotations format: ${text}`, span);
    annotations[text.slice(0, at)] = text.slice(at + 1);
    note(origins, `metadata.annotations.${text.slice(0, at)}`, span);
  }
  return ok(annotations);
}

const CONTAINER = "spec.containers.0";

function readContainer(input: PlanInput, name: string, origins: Origin[]): Planned<JsonObject> {
  const { flags } = input;
  const env = readEnv(input, origins);
  if (!env.ok) return env;
  const ports = readPorts(input, origins);
  if (!ports.ok) return ports;
  const pull = flags.text("image-pull-policy");
  for (const [path, flag] of [
    ["image", "image"],
    ["imagePullPolicy", "image-pull-policy"],
    ["stdin", "stdin"],
    ["tty", "tty"],
    ["securityContext", "privileged"],
  ] as const) {
    note(origins, `${CONTAINER}.${path}`, flags.use(flag)?.span);
  }
  const stdin = flags.bool("stdin");
  return ok({
    name,
    image: flags.text("image"),
    ...readWords(input, origins),
    ...(env.value.length > 0 ? { env: env.value } : {}),
    ...(pull === "" ? {} : { imagePullPolicy: pull }),
    ...ports.value,
    resources: {},
    ...(flags.bool("privileged") ? { securityContext: { privileged: true } } : {}),
    ...(stdin ? { stdin: true } : {}),
    ...(stdin && !flags.bool("leave-stdin-open") ? { stdinOnce: true } : {}),
    ...(flags.bool("tty") ? { tty: true } : {}),
  });
}

/** Words after the name are the container's args; with --command, its command. */
function readWords(input: PlanInput, origins: Origin[]): JsonObject {
  const words = input.invocation.args.slice(1);
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return {};
  const field = input.flags.bool("command") ? "command" : "args";
  note(origins, `${CONTAINER}.${field}`, { start: first.start, end: last.end });
  return { [field]: words.map((word) => word.text) };
}

function readEnv(input: PlanInput, origins: Origin[]): Planned<JsonObject[]> {
  const env: JsonObject[] = [];
  for (const { text, span } of input.flags.entries("env")) {
    const at = text.indexOf("=");
    if (at < 1 || !isVariableName(text.slice(0, at))) {
      return refuse(
        "bad-env",
        `error: invalid env: ${text}`,
        span,
        "Write --env=NAME=value, once for each variable.",
      );
    }
    note(origins, `${CONTAINER}.env.${String(env.length)}`, span);
    const value = text.slice(at + 1);
    env.push({ name: text.slice(0, at), ...(value === "" ? {} : { value }) });
  }
  return ok(env);
}

function readPorts(input: PlanInput, origins: Origin[]): Planned<JsonObject> {
  const text = input.flags.text("port");
  if (text === "") return ok({});
  const port = readInteger(text);
  if (port === null) {
    return refuse(
      "bad-port",
      `error: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`,
      input.flags.span("port"),
    );
  }
  note(origins, `${CONTAINER}.ports`, input.flags.use("port")?.span);
  return ok({ ports: [{ containerPort: port }] });
}

type CreateStep = Extract<Step, { kind: "create" }>;

function withCompanions(input: PlanInput, pod: CreateStep, labels: JsonObject): Step[] {
  const steps: Step[] = [pod];
  if (input.flags.bool("expose")) steps.push(serviceFor(input, labels));
  if (!isAttached(input)) return steps;
  const facts: JsonObject = {
    stdin: input.flags.bool("stdin"),
    tty: input.flags.bool("tty"),
    remove: input.flags.bool("rm"),
    ...(input.invocation.stdin ? { input: stdinFact(input) } : {}),
  };
  const origins: Origin[] = [];
  note(origins, "remove", input.flags.use("rm")?.span);
  note(origins, "stdin", input.flags.use("stdin")?.span);
  note(origins, "tty", input.flags.use("tty")?.span);
  if (input.flags.bool("rm")) {
    facts["objects"] = steps.map((step) => (step as CreateStep).object as JsonObject);
  }
  const observation: Step = {
    kind: "observe",
    observation: {
      verb: "run attached",
      targets: [pod.target],
      facts,
      origins: [...origins, ...pod.origins.map(underObjects)],
    },
  };
  if (!input.flags.bool("rm")) return [...steps, observation];
  const removals = steps.map((step): Step => {
    const { target } = step as CreateStep;
    return { kind: "delete", target, origins, options: {} };
  });
  return [...steps, observation, ...removals];
}

const underObjects = (origin: Origin): Origin => ({ ...origin, path: `objects.0.${origin.path}` });

const stdinFact = (input: PlanInput) => {
  const { stdin } = input.invocation;
  if (!stdin) return null;
  return stdin.kind === "text" ? stdin.text : normalPath(stdin.path);
};

function serviceFor(input: PlanInput, labels: JsonObject): CreateStep {
  const port = Number(input.flags.text("port"));
  const origins: Origin[] = [];
  note(origins, "spec", input.flags.use("expose")?.span);
  note(origins, "spec.ports", input.flags.use("port")?.span);
  const given = isObject(labels) && input.flags.text("labels") !== "";
  const fields: JsonObject = {
    metadata: given ? { labels: { ...labels } } : {},
    spec: {
      ports: [{ port, protocol: "TCP", targetPort: port }],
      selector: { ...labels },
    },
    status: { loadBalancer: {} },
  };
  const name = { ...(input.invocation.args[0] as NonNullable<(typeof input.invocation.args)[0]>) };
  return createStep(input, SERVICE, name, fields, origins) as CreateStep;
}
