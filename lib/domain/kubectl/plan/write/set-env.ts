/** kubectl set env: variables of containers, given one by one or taken from a ConfigMap or Secret. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import type { Span } from "../../model";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Json, JsonObject, Origin, Step, Target } from "../plan-model";
import { changeStep, symbolic } from "./change-step";
import { heldProblem } from "./held-variables";
import { EVERY, podChanges, setTargets } from "./set-pods";
import { isVariableName } from "./variable-name";
import { splitPairs } from "./split-pairs";

export const planSetEnv: Planner = (input) => {
  const { flags, invocation } = input;
  const pairs = splitPairs(invocation.args, "environment");
  if (!pairs.ok) return pairs;
  const { objects, changes } = pairs.value;
  const origins: Origin[] = [];
  const container = flags.text("containers") || EVERY;
  const env = readEnv(input, changes, `containers.${container}.env`, origins);
  if (!env.ok) return env;
  const targets = setTargets(input, objects, "environment");
  if (!targets.ok) return targets;
  const from = flags.text("from");
  if (from === "" && flags.use("keys")) {
    const message =
      "error: when specifying --keys, a configmap or secret must be provided with --from";
    return refuse("keys-without-from", message, flags.span("keys"));
  }
  if ((env.value.length === 0 && from === "") || flags.bool("list")) {
    const facts = { list: true, resolve: flags.bool("resolve"), container };
    return ok([
      {
        kind: "observe",
        observation: { verb: "list env", targets: targets.value, facts, origins },
      },
    ]);
  }
  if (from !== "") return envFrom(input, targets.value, from, { name: container, env: env.value });
  return setVariables(input, targets.value, env.value, origins);
};

function setVariables(
  input: PlanInput,
  targets: readonly Target[],
  env: Json[],
  origins: Origin[],
): Planned<Step[]> {
  const held = heldProblem(input, targets, env);
  if (held) return held;
  const container = input.flags.text("containers") || EVERY;
  const use = input.flags.use("containers");
  if (use) origins.push({ path: `containers.${container}`, span: use.span });
  return podChanges(input, targets, { containers: [{ name: container, env }] }, origins);
}

function readEnv(
  input: PlanInput,
  words: readonly ShellWord[],
  at: string,
  origins: Origin[],
): Planned<Json[]> {
  const env = new Map<string, Json>();
  const prefix = input.flags.text("prefix");
  const entries = [
    ...input.flags.entries("env"),
    ...words.map((word) => ({ text: word.text, span: word })),
  ];
  for (const { text, span } of entries) {
    const cut = text.indexOf("=");
    const name = cut < 0 ? text.slice(0, -1) : text.slice(0, cut);
    if (cut < 0 && !text.endsWith("-")) {
      return refuse(
        "bad-env",
        `error: unknown environment variable spec: ${text}`,
        span,
        "Write NAME=value to set a variable, NAME- to remove it.",
      );
    }
    if (cut >= 0 && !isVariableName(name)) return badName(name, span);
    const value = text.slice(cut + 1);
    const set = { name: prefix + name, ...(value === "" ? {} : { value }) };
    env.set(name, cut < 0 ? { name, $patch: "delete" } : set);
    origins.push({ path: `${at}.${name}`, span });
  }
  return ok([...env.values()]);
}

const badName = (name: string, span: Span) =>
  refuse(
    "bad-env",
    `error: ${JSON.stringify(name)} is not a valid key name: a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')`,
    span,
  );

/** Variables taken from a ConfigMap or Secret: one reference for each of its keys, after those typed. */
function envFrom(
  input: PlanInput,
  targets: readonly Target[],
  from: string,
  container: { name: string; env: Json[] },
): Planned<Step[]> {
  const span = input.flags.span("from");
  const [word = "", name = ""] = from.split("/");
  const type = input.types.find(word);
  if (!type || name === "") {
    const message = type
      ? "resource(s) were provided, but no name was specified"
      : `the server doesn't have a resource type ${JSON.stringify(word)}`;
    return refuse(
      "bad-env-source",
      `error: ${message}`,
      span,
      "Write --from=configmap/<name> or --from=secret/<name>.",
    );
  }
  if (type.kind !== "ConfigMap" && type.kind !== "Secret") {
    return refuse("bad-env-source", `error: unsupported resource specified in --from`, span);
  }
  const prefix = input.flags.text("prefix");
  const keys = input.flags
    .entries("keys")
    .map((entry) => entry.text)
    .sort();
  const source: Target = {
    type,
    namespace: input.namespace,
    name,
    labelSelector: null,
    fieldSelector: null,
    span,
  };
  const found = input.world.find(source);
  const origins = [{ path: "env", span }];
  if (found === "absent" || found === "unknown") {
    const facts: JsonObject = { source: `${type.kind}/${name}`, prefix, keys, ...container };
    return ok(targets.map((target) => changeStep(target, symbolic("env-from", facts), origins)));
  }
  const data = {
    ...(found["data"] as JsonObject | undefined),
    ...(found["binaryData"] as JsonObject | undefined),
  };
  const chosen = Object.keys(data)
    .sort()
    .filter((key) => keys.length === 0 || keys.includes(key));
  const ref = type.kind === "Secret" ? "secretKeyRef" : "configMapKeyRef";
  const taken = chosen.map((key) => ({
    name: prefix + envName(key),
    value: null,
    valueFrom: { [ref]: { key, name } },
  }));
  const env = [...container.env, ...taken];
  return podChanges(input, targets, { containers: [{ name: container.name, env }] }, [
    { path: `containers.${container.name}.env`, span },
  ]);
}

const envName = (key: string) => key.replace(/[^a-zA-Z0-9_]/g, "_").toUpperCase();
