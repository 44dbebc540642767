/** What kubectl says of a document in a file that is no object it can send. */
import type { Span } from "../model";
import { canonicalJson } from "./json-path";
import { refuse } from "./plan-failure";
import type { PlanInput } from "./plan-input";
import type { JsonObject } from "./plan-model";

const IGNORED = "if you choose to ignore these errors, turn validation off with --validate=false";

const invalid = (path: string, said: string) =>
  `error: error validating ${JSON.stringify(path)}: error validating data: ${said}; ${IGNORED}`;

/** `diff` validates nothing: it fails where it reads. */
const isDiff = ({ invocation }: PlanInput) => invocation.path[0] === "diff";

export function notAnObject(input: PlanInput, value: unknown, path: string, span: Span) {
  const kind = Array.isArray(value) ? "array" : typeof value === "boolean" ? "bool" : typeof value;
  const message = isDiff(input)
    ? `error: unable to decode ${JSON.stringify(path)}: json: cannot unmarshal ${kind} into Go value of type unstructured.detector`
    : invalid(path, "invalid object to validate");
  return refuse("not-an-object", message, span);
}

export function typeMissing(input: PlanInput, value: JsonObject, path: string, span: Span) {
  const missing = (["apiVersion", "kind"] as const).filter((key) => typeof value[key] !== "string");
  const said = missing.map((key) => `${key} not set`).join(", ");
  const undecodable = isDiff(input) && missing.includes("kind");
  const message = undecodable
    ? `error: unable to decode ${JSON.stringify(path)}: Object 'Kind' is missing in '${canonicalJson(value)}'`
    : invalid(path, missing.length > 1 ? `[${said}]` : said);
  const hint = `Every manifest needs apiVersion and kind; ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing.`;
  return refuse("missing-type", message, span, hint);
}

/** These look for the object by its name, and cannot go on without one. */
export function namelessProblem({ invocation }: PlanInput, path: string, span: Span) {
  const [verb = ""] = invocation.path;
  if (verb !== "diff" && verb !== "replace") return null;
  const place = verb === "replace" ? `error when replacing ${JSON.stringify(path)}: ` : "";
  return refuse("nameless", `error: ${place}resource name may not be empty`, span);
}
