/** create deployment, job, cronjob. */
import { ok } from "../../../result";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Json, JsonObject, Origin, Step, Target } from "../plan-model";
import { cloneJson, getAt, isObject, objectAt } from "../json-path";
import { builtIn, createStep, DEPLOYMENT, note, readName } from "./create-step";

const JOB = builtIn("batch", "v1", "jobs", "Job");
const CRONJOB = builtIn("batch", "v1", "cronjobs", "CronJob");

/** kubectl makes the name unique with five random characters; which ones does not matter. */
const RANDOM_SUFFIX = "xxxxx";

/** The container name kubectl derives: the image's last part without tag or digest. */
function containerNameOf(image: string): string {
  const last = image.split("/").at(-1) ?? image;
  const name = (last.split(":")[0] ?? last).split("@")[0] ?? last;
  if (!/[_.]/.test(name)) return name;
  return `${name.replace(/[_.]/g, "-")}-${RANDOM_SUFFIX}`;
}

export const planCreateDeployment: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const images = input.flags.entries("image");
  const command = commandWords(input);
  if (images.length > 1 && command.length > 0) {
    return refuse(
      "images-and-command",
      "error: cannot specify multiple --image options and command",
      input.invocation.args[1] ?? name.value,
    );
  }
  const origins: Origin[] = [];
  const containers = images.map((image, index): JsonObject => {
    const at = `spec.template.spec.containers.${String(index)}`;
    note(origins, at, image.span);
    return {
      name: containerNameOf(image.text),
      image: image.text,
      ...withCommand(origins, at, command),
      resources: {},
    };
  });
  const port = Number(input.flags.text("port"));
  const first = containers[0];
  if (port >= 0 && first) {
    first["ports"] = [{ containerPort: port }];
    note(origins, "spec.template.spec.containers.0.ports", input.flags.use("port")?.span);
  }
  note(origins, "spec.replicas", input.flags.use("replicas")?.span);
  const labels = { app: name.value.text };
  const fields: JsonObject = {
    metadata: { labels },
    spec: {
      replicas: Number(input.flags.text("replicas")),
      selector: { matchLabels: { ...labels } },
      strategy: {},
      template: { metadata: { labels: { ...labels } }, spec: { containers } },
    },
    status: {},
  };
  return ok([createStep(input, DEPLOYMENT, name.value, fields, origins)]);
};

const commandWords = (input: PlanInput) => input.invocation.args.slice(1);

function withCommand(
  origins: Origin[],
  at: string,
  words: readonly { text: string; start: number; end: number }[],
): JsonObject {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return {};
  note(origins, `${at}.command`, { start: first.start, end: last.end });
  return { command: words.map((word) => word.text) };
}

function podTemplate(input: PlanInput, name: string, at: string, origins: Origin[]): JsonObject {
  const image = input.flags.text("image");
  const container = `${at}.spec.containers.0`;
  note(origins, `${container}.image`, input.flags.use("image")?.span);
  return {
    metadata: {},
    spec: {
      containers: [
        {
          name,
          image,
          ...withCommand(origins, container, commandWords(input)),
          resources: {},
        },
      ],
      restartPolicy: "Never",
    },
  };
}

export const planCreateJob: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const image = input.flags.text("image");
  const from = input.flags.text("from");
  if ((image === "") === (from === "")) {
    return refuse(
      "image-or-from",
      "error: either --image or --from must be specified",
      input.flags.span("from"),
      "Give --image=<image> for a new job or --from=cronjob/<name> to run a cron job now.",
    );
  }
  if (from !== "" && commandWords(input).length > 0) {
    return refuse(
      "from-and-command",
      "error: cannot specify --from and command",
      input.invocation.args[1] ?? name.value,
    );
  }
  const origins: Origin[] = [];
  if (from !== "") return jobFromCronJob(input, name.value, from, origins);
  const template = podTemplate(input, name.value.text, "spec.template", origins);
  const fields: JsonObject = { spec: { template }, status: {} };
  return ok([createStep(input, JOB, name.value, fields, origins)]);
};

function jobFromCronJob(
  input: PlanInput,
  name: Parameters<typeof createStep>[2],
  from: string,
  origins: Origin[],
): Planned<readonly Step[]> {
  const span = input.flags.span("from");
  const [word = "", source = "", more] = from.split("/");
  if (word === "" || source === "" || more !== undefined) {
    return refuse(
      "from-not-cronjob",
      more !== undefined
        ? "error: arguments in resource/name form may not have more than one slash"
        : from.includes("/")
          ? "error: arguments in resource/name form must have a single resource and name"
          : fromWithoutName(input, word),
      span,
      "Write --from=cronjob/<name>.",
    );
  }
  const type = input.types.find(word);
  if (!type) {
    return refuse(
      "unknown-type",
      `error: the server doesn't have a resource type ${JSON.stringify(word)}`,
      span,
    );
  }
  if (type.kind !== "CronJob") {
    return refuse(
      "from-not-cronjob",
      `error: unknown object type *v1.${type.kind}`,
      span,
      "Write --from=cronjob/<name>.",
    );
  }
  note(origins, "spec", span);
  const target: Target = {
    type,
    namespace: input.namespace,
    name: source,
    labelSelector: null,
    fieldSelector: null,
    span,
  };
  const cronJob = input.world.find(target);
  if (cronJob === "absent") {
    return refuse(
      "not-found",
      `Error from server (NotFound): cronjobs.batch ${JSON.stringify(source)} not found`,
      span,
    );
  }
  const fields =
    cronJob === "unknown" ? jobOfUnknown(source) : jobOf(cronJob as JsonObject, source);
  return ok([createStep(input, JOB, name, fields, origins)]);
}

/** A job whose spec is whatever the cron job says; the marker compares equal to itself only. */
const jobOfUnknown = (source: string): JsonObject => ({
  metadata: { annotations: { "cronjob.kubernetes.io/instantiate": "manual" } },
  spec: { $copiedFrom: `cronjob/${source}` },
});

function jobOf(cronJob: JsonObject, source: string): JsonObject {
  const template = getAt(cronJob, ["spec", "jobTemplate"]);
  const metadata = getAt(template, ["metadata"]);
  const labels = getAt(metadata, ["labels"]);
  const annotations = getAt(metadata, ["annotations"]);
  const uid = getAt(cronJob, ["metadata", "uid"]);
  return {
    metadata: {
      annotations: {
        ...(isObject(annotations) ? annotations : {}),
        "cronjob.kubernetes.io/instantiate": "manual",
      },
      ...(isObject(labels) ? { labels } : {}),
      ownerReferences: [
        { apiVersion: "batch/v1", controller: true, kind: "CronJob", name: source, uid: uid ?? "" },
      ],
    },
    spec: filledIn(getAt(template, ["spec"])),
    status: {},
  };
}

/** The empty fields that Go writes where a manifest leaves them out. */
function filledIn(spec: Json | undefined): JsonObject {
  const copy = isObject(spec) ? cloneJson(spec) : {};
  const template = objectAt(copy, ["template"]);
  template["metadata"] ??= {};
  const containers = getAt(template, ["spec", "containers"]);
  for (const container of Array.isArray(containers) ? containers.filter(isObject) : []) {
    container["resources"] ??= {};
  }
  return copy;
}

export const planCreateCronJob: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const origins: Origin[] = [];
  const at = "spec.jobTemplate.spec.template";
  const template = podTemplate(input, name.value.text, at, origins);
  const restart = input.flags.text("restart");
  const podSpec = template["spec"] as JsonObject;
  podSpec["restartPolicy"] = restart === "" ? "OnFailure" : restart;
  note(origins, `${at}.spec.restartPolicy`, input.flags.use("restart")?.span);
  note(origins, "spec.schedule", input.flags.use("schedule")?.span);
  const fields: JsonObject = {
    spec: {
      jobTemplate: { metadata: { name: name.value.text }, spec: { template } },
      schedule: input.flags.text("schedule"),
    },
    status: {},
  };
  return ok([createStep(input, CRONJOB, name.value, fields, origins)]);
};

const fromWithoutName = (input: PlanInput, word: string) =>
  input.types.find(word)
    ? "error: resource(s) were provided, but no name was specified"
    : `error: the server doesn't have a resource type ${JSON.stringify(word)}`;
