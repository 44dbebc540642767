/** kubectl patch: strategic (default), merge or JSON patch from -p or a file. */
import { parse } from "yaml";

import { ok } from "../../../result";
import { isJsonPatch } from "../../state/json-patch";
import { chooseTargets } from "../choose-targets";
import { normalPath } from "../normal-path";
import { fileProblem } from "../path-problem";
import { isObject } from "../json-path";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Change, Json, Origin } from "../plan-model";
import { changeStep } from "./change-step";

const TYPES: Readonly<Record<string, Change["type"]>> = {
  json: "json",
  merge: "merge",
  strategic: "strategic",
};

export const planPatch: Planner = (input) => {
  const { flags, invocation } = input;
  const text = flags.text("patch");
  const file = flags.text("patch-file");
  const given = patchGivenProblem(input, text, file);
  if (given) return given;
  const type = TYPES[flags.text("type").toLowerCase()];
  if (!type) {
    return refuse(
      "bad-patch-type",
      `error: --type must be one of [json merge strategic], not ${JSON.stringify(flags.text("type"))}`,
      flags.span("type"),
    );
  }
  const body = readBody(input, text, file);
  if (!body.ok) return body;
  const wrong = patchShapeProblem(input, type, body.value);
  if (wrong) return wrong;
  if (flags.bool("local") && invocation.args.length > 0) {
    const message = "error: cannot specify --local and server resources";
    return refuse(
      "local-and-server",
      message,
      flags.span("local"),
      "With --local, name the object by -f.",
    );
  }
  const targets = chooseTargets(input, invocation.args, { allowEmptySelector: false });
  if (!targets.ok) return targets;
  const span = patchSpan(input);
  const origins: Origin[] = [{ path: "", span }];
  const subresource = flags.text("subresource") || null;
  return ok(
    targets.value.map((target) =>
      changeStep(target, { type, body: body.value ?? {}, subresource }, origins),
    ),
  );
};

const patchSpan = ({ flags, invocation }: PlanInput) =>
  flags.use("patch")?.valueSpan ?? flags.use("patch-file")?.span ?? invocation.pathSpan;

function patchGivenProblem({ flags, invocation }: PlanInput, text: string, file: string) {
  if (text !== "" && file !== "") {
    return refuse(
      "patch-twice",
      "error: cannot specify --patch and --patch-file together",
      flags.span("patch-file"),
    );
  }
  if (text === "" && file === "") {
    return refuse(
      "patch-needed",
      "error: must specify --patch or --patch-file containing the contents of the patch",
      invocation.pathSpan,
      "Add -p '{…}'.",
    );
  }
  return null;
}

/** The API server's words for a patch of another shape. A strategic or merge patch of null changes nothing. */
function patchShapeProblem({ flags }: PlanInput, type: Change["type"], body: Json) {
  const fits = type === "json" ? isJsonPatch(body) : isObject(body) || body === null;
  if (fits) return null;
  const wanted = type === "json" ? "jsonpatch.Patch" : "map[string]interface {}";
  const said = `json: cannot unmarshal ${goKind(body)} into Go value of type ${wanted}`;
  return refuse(
    "bad-patch",
    `Error from server (BadRequest): ${type === "merge" ? "error decoding patch: " : ""}${said}`,
    flags.span("patch"),
    type === "json"
      ? 'A JSON patch is a list of operations: [{"op":"replace","path":"/spec/replicas","value":3}].'
      : 'The patch is an object: {"spec":{…}}. A list of operations needs --type=json.',
  );
}

const goKind = (value: Json) => {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : typeof value;
};

const UNREADABLE = {
  missing: (path: string) =>
    `error: unable to read patch file: open ${path}: no such file or directory`,
  folder: (path: string) => `error: unable to read patch file: read ${path}: is a directory`,
};

/** JSON or YAML. The text of an unknown file stands for itself. */
function readBody(input: PlanInput, text: string, file: string): Planned<Json> {
  const unread =
    file === "" ? null : fileProblem(input, file, input.flags.span("patch-file"), UNREADABLE);
  if (unread) return unread;
  if (file !== "" && input.world.readFile(normalPath(file)) === null) {
    return ok({ $file: normalPath(file) });
  }
  const source = file === "" ? text : (input.world.readFile(normalPath(file)) ?? "");
  try {
    // What begins with a brace goes to the server as it is, which takes JSON only.
    const json = source.trimStart().startsWith("{");
    return ok(
      (json ? JSON.parse(source) : parse(source, { version: "1.1", logLevel: "silent" })) as Json,
    );
  } catch {
    return refuse(
      "bad-patch",
      `error: unable to parse ${JSON.stringify(source)}: yaml: did not find expected node content`,
      input.flags.span(file === "" ? "patch" : "patch-file"),
      "The patch must be JSON or YAML, quoted for the shell.",
    );
  }
}
