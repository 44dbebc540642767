/** kubectl explain: the fields of a type. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { spanWithin } from "../../invocation";
import { resourceTable } from "../../tables/tables";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { ResourceRef } from "../plan-model";
import { apiVersionOf } from "../resource-types";
import type { FactSpec } from "./observe";
import { observe } from "./observe";

export const planExplain: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const word = args[0];
  if (!word) {
    return refuse(
      "type-needed",
      'error: You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.',
      pathSpan,
    );
  }
  if (args.length > 1) {
    return refuse(
      "one-type",
      "error: We accept only this format: explain RESOURCE",
      args[1] ?? word,
      "Join the field names with dots: pod.spec.containers.",
    );
  }
  return explainType(input, word);
};

function explainType(input: PlanInput, word: ShellWord): ReturnType<Planner> {
  const [head = "", ...fields] = word.text.split(".");
  const type = input.types.find(head);
  if (!type) {
    return refuse(
      "unknown-type",
      `the server doesn't have a resource type ${JSON.stringify(head)}`,
      word,
      input.types.nearest(head),
    );
  }
  const problem = schemaProblem(input, type, word);
  if (problem) return problem;
  const version = input.flags.text("api-version").replace(/^\//, "");
  const facts = {
    type: `${type.resource}.${type.group}`,
    path: fields.join(".").toLowerCase(),
    // The preferred version is shown anyway.
    ...(version === "" || version === apiVersionOf(type) ? {} : { "api-version": version }),
  };
  const specs: readonly FactSpec[] = [["recursive", "bool"]];
  return ok([
    observe(input, "explain", [], specs, facts, [
      { path: "path", span: word },
      { path: "type", span: word },
      { path: "api-version", span: input.flags.span("api-version") },
    ]),
  ]);
}

function schemaProblem(input: PlanInput, type: ResourceRef, word: ShellWord) {
  const version = versionProblem(input, type);
  return version ?? fieldProblem(word);
}

function versionProblem({ flags, world }: PlanInput, type: ResourceRef) {
  const typed = flags.text("api-version");
  if (typed === "") return null;
  const span = flags.span("api-version");
  const wanted = typed.replace(/^\//, "");
  if (wanted.split("/").length > 2) {
    return refuse("bad-api-version", `error: unexpected GroupVersion string: ${typed}`, span);
  }
  const served = resourceTable(world.version).filter((one) => apiVersionOf(one) === wanted);
  if (served.some((one) => one.plural === type.resource)) return null;
  const name = `${wanted.includes("/") ? "" : "/"}${wanted}, Resource=${type.resource}`;
  const hint = `It is ${apiVersionOf(type)}.`;
  return served.length === 0
    ? refuse("unknown-api-version", `error: couldn't find resource for "${name}"`, span, hint)
    : refuse("not-in-schema", `error: GVR (${name}) not found in OpenAPI schema`, span, hint);
}

/** No field of any type begins with a capital. */
function fieldProblem(word: ShellWord) {
  const fields = word.text.split(".");
  const index = fields.findIndex((field, at) => at > 0 && /^[A-Z]/.test(field));
  const field = fields[index];
  if (field === undefined) return null;
  const start = fields.slice(0, index).join(".").length + 1;
  const small = field.charAt(0).toLowerCase() + field.slice(1);
  return refuse(
    "no-such-field",
    `error: field ${JSON.stringify(field)} does not exist`,
    spanWithin(word, start, start + field.length),
    `Fields begin with a small letter: ${small}.`,
  );
}
