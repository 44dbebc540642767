/** `--overrides`: JSON laid over the generated object, as a merge, strategic or JSON patch. */
import { ok } from "../../../result";
import { applyJsonPatch, isJsonPatch } from "../../state/json-patch";
import { applyMergePatch } from "../../state/merge-patch";
import { applyStrategicPatch } from "../../state/strategic-patch";
import type { KubeObject, Span } from "../../model";
import { cloneJson, getAt, isObject } from "../json-path";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { Json, JsonObject, Step } from "../plan-model";

type CreateStep = Extract<Step, { kind: "create" }>;

const OVERRIDE_TYPES = new Set(["merge", "strategic", "json"]);

export function applyOverrides(input: PlanInput, step: Step): Planned<CreateStep> {
  const created = step as CreateStep;
  const use = input.flags.use("overrides");
  if (!use || use.value === "") return ok(created);
  const span = use.valueSpan ?? use.span;
  const body = parseJson(use.value);
  if (body === undefined) {
    return refuse(
      "bad-overrides",
      "error: Invalid JSON Patch",
      span,
      "--overrides takes JSON, quoted for the shell.",
    );
  }
  const type = input.flags.text("override-type") || "merge";
  const problem = overrideTypeProblem(input, type, body, span);
  if (problem) return problem;
  const object = overridden(created.object as JsonObject, body, type);
  if (!object) return refuse("bad-overrides", "error: Invalid JSON Patch", span);
  const containers = getAt(object, ["spec", "containers"]);
  for (const container of Array.isArray(containers) ? containers.filter(isObject) : []) {
    container["resources"] ??= {}; // Go writes it where the overrides leave it out
  }
  const origins = [...created.origins, { path: "", span }];
  return ok({ ...created, object: object as KubeObject, origins });
}

function overrideTypeProblem(input: PlanInput, type: string, body: Json, span: Span) {
  if (!OVERRIDE_TYPES.has(type)) {
    const message = `error: invalid override type: ${type}`;
    const at = input.flags.span("override-type");
    return refuse("bad-override-type", message, at, "It is merge, strategic or json.");
  }
  if (type !== "json") return Array.isArray(body) ? notAnObject(span) : null;
  if (!isObject(body)) return null;
  const message = "error: json: cannot unmarshal object into Go value of type jsonpatch.Patch";
  return refuse("bad-overrides", message, span, "A JSON patch is a list of operations.");
}

/** kubectl looks for the type of what it was given, and finds a list. */
const notAnObject = (span: Span) =>
  refuse(
    "bad-overrides",
    'error: couldn\'t get version/kind; json parse error: json: cannot unmarshal array into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }',
    span,
    "A list of operations needs --override-type=json.",
  );

function overridden(object: JsonObject, body: Json, type: string): JsonObject | null {
  if (type === "json") return isJsonPatch(body) ? applyJsonPatch(cloneJson(object), body) : null;
  if (!isObject(body)) return null;
  return type === "strategic"
    ? applyStrategicPatch(cloneJson(object), body)
    : applyMergePatch(cloneJson(object), body);
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
