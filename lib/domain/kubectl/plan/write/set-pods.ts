/**
 * kubectl set image, env, resources, serviceaccount: changes of pod specs.
 * Where no container is named, every container changes; that is written as "*".
 */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { spanWithin } from "../../invocation";
import { chooseTargets } from "../choose-targets";
import { readResourceList } from "../create/create-policy";
import { hasFiles, isOpaqueFile } from "../file-objects";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step, Target } from "../plan-model";
import { getAt, isObject } from "../json-path";
import { podSpecPath } from "../pod-spec-path";
import { absence } from "../server-refusal";
import { changeStep, nested, strategic, symbolic } from "./change-step";
import { namedTargets } from "./revision-problem";
import { placeContainers } from "./place-containers";
import { splitPairs } from "./split-pairs";

export const EVERY = "*";

/** These leave `--local` without a file to the code that looks for objects. */
const LISTS_LOCALLY = new Set(["environment", "service account"]);

export function setTargets(
  input: PlanInput,
  objects: readonly ShellWord[],
  noun: string,
): Planned<Target[]> {
  const { flags, invocation } = input;
  if (flags.bool("all") && flags.text("selector") !== "") {
    return refuse(
      "all-and-selector",
      "error: cannot set --all and --selector at the same time",
      flags.span("selector"),
    );
  }
  if (flags.bool("local") && !hasFiles(input)) {
    const message = LISTS_LOCALLY.has(noun)
      ? "error: You must provide one or more resources by argument or filename."
      : "error: you must specify resources by --filename when --local is set.";
    return refuse("local-needs-file", message, flags.span("local"));
  }
  if (objects.length === 0 && !hasFiles(input)) {
    return refuse(
      "objects-needed",
      noun === "environment"
        ? "error: one or more resources must be specified as <resource> <name> or <resource>/<name>"
        : "error: You must provide one or more resources by argument or filename.",
      invocation.pathSpan,
      `Say whose ${noun} to change: TYPE/NAME.`,
    );
  }
  const targets = chooseTargets(input, objects, { allowEmptySelector: flags.bool("all") });
  if (!targets.ok || flags.bool("local")) return targets;
  const absent = targets.value.map((target) => absence(input, target)).find((one) => one !== null);
  return absent ?? targets;
}

/** The same change of the pod spec for every target. */
export function podChanges(
  input: PlanInput,
  targets: readonly Target[],
  podSpec: JsonObject,
  origins: readonly Origin[],
): Planned<Step[]> {
  const steps: Step[] = [];
  for (const target of targets) {
    if (isOpaqueFile(target)) {
      steps.push(changeStep(target, symbolic("pod-spec", { podSpec }), origins));
      continue;
    }
    const path = podSpecPath(target.type.kind);
    if (!path) {
      const lower = target.type.resource;
      return refuse(
        "no-pod-spec",
        `error: ${lower}/${target.name ?? ""} the object is not a pod or does not have a pod template: *v1.${target.type.kind}`,
        target.span ?? input.invocation.pathSpan,
        "Only objects with a pod template can be changed this way: deployments, daemon sets, jobs …",
      );
    }
    const placed = placeContainers(input, target, path, { podSpec, origins });
    const prefixed = placed.origins.map((origin) => ({
      ...origin,
      path: [...path, origin.path].join("."),
    }));
    steps.push(changeStep(target, strategic(nested(path, placed.podSpec)), prefixed));
  }
  return ok(steps);
}

export const planSetImage: Planner = (input) => {
  const pairs = splitPairs(input.invocation.args, "image");
  if (!pairs.ok) return pairs;
  const { objects, changes } = pairs.value;
  const origins: Origin[] = [];
  const containers: JsonObject[] = [];
  for (const word of changes) {
    const parts = word.text.split("=");
    const [name = "", image = ""] = parts;
    if (parts.length !== 2 || name === "") {
      return refuse(
        "bad-image-pair",
        `error: invalid image: ${word.text}`,
        word,
        "Write <container>=<image>.",
      );
    }
    origins.push({ path: `containers.${name}`, span: word });
    origins.push({
      path: `containers.${name}.image`,
      span: spanWithin(word, name.length + 1, word.text.length),
    });
    containers.push({ name, image: image === "" ? null : image });
  }
  const targets = setTargets(input, objects, "image");
  if (!targets.ok) return targets;
  const problem = imagesProblem(input, containers, changes);
  if (problem) return problem;
  const names = containers.flatMap(({ name }) => (typeof name === "string" ? [name] : []));
  const say = (name: string) => `error: unable to find container named ${JSON.stringify(name)}`;
  const missing = missingContainer(input, targets.value, names, say);
  if (missing) return missing;
  return podChanges(input, targets.value, { containers }, origins);
};

function imagesProblem(
  input: PlanInput,
  containers: readonly JsonObject[],
  changes: readonly ShellWord[],
) {
  if (containers.length === 0) {
    return refuse(
      "image-needed",
      "error: at least one image update is required",
      input.invocation.pathSpan,
      "Add <container>=<image>.",
    );
  }
  if (containers.length > 1 && containers.some(({ name }) => name === EVERY)) {
    return refuse(
      "star-with-others",
      "error: all containers are already specified by *, but saw more than one container_name=container_image pairs",
      changes[1] ?? input.invocation.pathSpan,
    );
  }
  return null;
}

/** Every named container must be in every pod template that is known. `say` words a missing one. */
function missingContainer(
  input: PlanInput,
  targets: readonly Target[],
  names: readonly string[],
  say: (name: string) => string,
) {
  for (const target of targets.flatMap((one) => namedTargets(input, one))) {
    const found = input.world.find(target);
    const path = podSpecPath(target.type.kind);
    if (typeof found === "string" || !path) continue;
    const held = containersAt(found as JsonObject, path);
    const name = names.find((one) => one !== EVERY && !held.includes(one));
    if (name === undefined) continue;
    return refuse(
      "no-such-container",
      say(name),
      input.invocation.pathSpan,
      `The containers of ${target.name ?? ""} are ${held.join(", ")}.`,
    );
  }
  return null;
}

function containersAt(object: JsonObject, podSpec: readonly string[]): string[] {
  const spec = getAt(object, podSpec);
  return ["initContainers", "containers"].flatMap((field) => {
    const list = isObject(spec) ? spec[field] : undefined;
    return Array.isArray(list)
      ? list.filter(isObject).flatMap(({ name }) => (typeof name === "string" ? [name] : []))
      : [];
  });
}

export const planSetServiceAccount: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const account = args.at(-1);
  if (!account) {
    return refuse(
      "account-needed",
      "error: serviceaccount is required",
      pathSpan,
      "End the line with the service account's name.",
    );
  }
  const targets = setTargets(input, args.slice(0, -1), "service account");
  if (!targets.ok) return targets;
  const origins = [{ path: "serviceAccountName", span: account }];
  const fields = { serviceAccountName: account.text };
  return podChanges(input, targets.value, fields, origins);
};

export const planSetResources: Planner = (input) => {
  const { flags, invocation } = input;
  const targets = setTargets(input, invocation.args, "resources");
  if (!targets.ok) return targets;
  if (flags.text("limits") === "" && flags.text("requests") === "") {
    return refuse(
      "resources-needed",
      "error: you must specify an update to requests or limits (in the form of --requests/--limits)",
      invocation.pathSpan,
    );
  }
  const container = flags.text("containers") || EVERY;
  const say = (name: string) => `error: unable to find container named ${name}`;
  const missing = container.includes("*")
    ? null
    : missingContainer(input, targets.value, [container], say);
  if (missing) return missing;
  const origins: Origin[] = [];
  const base = `containers.${container}.resources`;
  const limits = readResourceList(input, "limits", `${base}.limits`, origins);
  if (!limits.ok) return limits;
  const requests = readResourceList(input, "requests", `${base}.requests`, origins);
  if (!requests.ok) return requests;
  const use = flags.use("containers");
  if (use) origins.push({ path: `containers.${container}`, span: use.span });
  const resources: JsonObject = {
    ...(limits.value ? { limits: limits.value } : {}),
    ...(requests.value ? { requests: requests.value } : {}),
  };
  return podChanges(
    input,
    targets.value,
    { containers: [{ name: container, resources }] },
    origins,
  );
};
