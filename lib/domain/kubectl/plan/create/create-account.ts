/** create namespace, serviceaccount, token. */
import { ok } from "../../../result";
import type { FlagReader } from "../flag-reader";
import { refuse } from "../plan-failure";
import { durationSeconds } from "../read/observe";
import type { Planner } from "../plan-input";
import type { JsonObject, Origin, Target } from "../plan-model";
import { builtIn, createStep, note, readName } from "./create-step";

const NAMESPACE = builtIn("", "v1", "namespaces", "Namespace", false);
const SERVICE_ACCOUNT = builtIn("", "v1", "serviceaccounts", "ServiceAccount");

export const planCreateNamespace: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  return ok([createStep(input, NAMESPACE, name.value, { spec: {}, status: {} }, [])]);
};

export const planCreateServiceAccount: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  return ok([createStep(input, SERVICE_ACCOUNT, name.value, {}, [])]);
};

const BOUND_KINDS = ["Node", "Pod", "Secret"];

/** A token is asked for and shown; no object stays behind. */
export const planCreateToken: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const { flags } = input;
  const boundKind = flags.text("bound-object-kind");
  const boundName = flags.text("bound-object-name");
  const boundUid = flags.text("bound-object-uid");
  const problem = tokenProblem(flags);
  if (problem) return problem;
  const origins: Origin[] = [];
  const duration = flags.text("duration");
  const facts: JsonObject = {
    audiences: flags.entries("audience").map((entry) => entry.text),
    duration: duration === "0s" ? null : (durationSeconds(duration) ?? duration),
    boundObject: boundKind === "" ? null : `${boundKind}/${boundName}/${boundUid}`,
  };
  note(origins, "duration", flags.use("duration")?.span);
  note(origins, "audiences", flags.use("audience")?.span);
  note(origins, "boundObject", flags.use("bound-object-name")?.span);
  const target: Target = {
    type: SERVICE_ACCOUNT,
    namespace: input.namespace,
    name: name.value.text,
    labelSelector: null,
    fieldSelector: null,
    span: name.value,
  };
  return ok([
    { kind: "observe", observation: { verb: "create token", targets: [target], facts, origins } },
  ]);
};

function tokenProblem(flags: FlagReader) {
  const boundKind = flags.text("bound-object-kind");
  const stray = ["bound-object-name", "bound-object-uid"].find((name) => flags.text(name) !== "");
  if (boundKind === "" && stray !== undefined) {
    const message = `error: --${stray} can only be set if --bound-object-kind is provided`;
    return refuse("bound-object", message, flags.span(stray));
  }
  if (boundKind !== "" && flags.text("bound-object-name") === "") {
    const message = "error: --bound-object-name is required if --bound-object-kind is provided";
    return refuse("bound-object", message, flags.span("bound-object-kind"));
  }
  if (flags.text("duration").startsWith("-")) {
    const message = "error: --duration must be greater than or equal to 0";
    return refuse("bad-duration", message, flags.span("duration"));
  }
  if (boundKind === "" || BOUND_KINDS.includes(boundKind)) return null;
  const message = `error: supported --bound-object-kind values are ${BOUND_KINDS.join(", ")}`;
  return refuse("bound-object", message, flags.span("bound-object-kind"));
}
