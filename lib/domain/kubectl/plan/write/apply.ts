/** kubectl create -f, apply -f, replace -f, diff -f: objects that stand in files. */
import { ok } from "../../../result";
import { hintStrayNoun } from "../../hints/hint-command";
import { note } from "../create/create-step";
import type { FileObject } from "../file-objects";
import { hasFiles, readFileObjects } from "../file-objects";
import type { FlagReader } from "../flag-reader";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step } from "../plan-model";
import { isObject } from "../json-path";
import { canonicalLabelSelector, matchesLabels, parseLabelSelector } from "../selector";
import { rawProblem } from "../read/raw-problem";
import { applyProblem, cascadeProblem, pruneProblem, serverSideProblem } from "./apply-problem";
import { changeStep, symbolic } from "./change-step";
import { heldFieldsProblem } from "./held-fields";

function readFiles(input: PlanInput, missing: string): Planned<FileObject[]> {
  const { args, pathSpan, path } = input.invocation;
  // replace does not look at words.
  const stray = path[0] === "replace" ? undefined : args[0];
  if (stray) {
    return refuse(
      "unexpected-words",
      `error: Unexpected args: [${args.map((word) => word.text).join(" ")}]`,
      stray,
      path.join(" ") === "create"
        ? hintStrayNoun(input.world.version, stray.text)
        : `kubectl ${path.join(" ")} takes files: -f <file>.`,
    );
  }
  if (!hasFiles(input)) return refuse("file-needed", missing, pathSpan, "Add -f <file>.");
  return readFileObjects(input);
}

type FileVerb = "create" | "apply" | "replace";

/** A file whose text is not known is one symbolic step: "create what is in pod.yaml". */
function fileSteps(
  verb: FileVerb,
  files: readonly FileObject[],
  options: JsonObject,
  origins: readonly Origin[],
): Step[] {
  return files.map(({ target, object, span }): Step => {
    const all = [...origins, { path: "", span }];
    if (!object) return changeStep(target, symbolic(`${verb}-file`, {}), all, options);
    switch (verb) {
      case "create":
        return { kind: "create", target, object, origins: all };
      case "apply":
        return { kind: "apply", target, object, origins: all, options };
      case "replace":
        return { kind: "replace", target, object, origins: all, options };
    }
  });
}

export const planCreateFile: Planner = (input) => {
  const raw = input.flags.text("raw");
  const files = readFiles(input, MISSING);
  if (!files.ok) return files;
  if (raw !== "") return rawStep(input, "create raw", files.value);
  const objects = chosen(input, files.value);
  return objects.length === 0 ? noObjects(input) : ok(fileSteps("create", objects, {}, []));
};

const MISSING = "error: must specify one of -f and -k";

/** A file sent to a path of the server as it is. */
function rawStep(
  input: PlanInput,
  verb: string,
  objects: readonly FileObject[],
): ReturnType<Planner> {
  const raw = input.flags.text("raw");
  const names = input.flags.entries("filename");
  if (names.length > 1) {
    const message = "error: --raw can only use a single local file or stdin";
    return refuse("one-file", message, input.flags.span("filename"));
  }
  const problem = rawProblem(input, raw);
  if (problem) return problem;
  const facts = { raw, files: objects.map(({ target }) => target.name) };
  return ok([{ kind: "observe", observation: { verb, targets: [], facts, origins: [] } }]);
}

export const planApply: Planner = (input) => {
  const { flags } = input;
  const problem = applyProblem(input);
  if (problem) return problem;
  const files = readFiles(input, MISSING);
  if (!files.ok) return files;
  const wrong = generatedName(files.value) ?? pruneProblem(flags);
  if (wrong) return wrong;
  const origins: Origin[] = [];
  const options = applyOptions(flags);
  for (const [fact, flag] of [
    ["serverSide", "server-side"],
    ["forceConflicts", "force-conflicts"],
    ["force", "force"],
    ["prune", "prune"],
  ] as const) {
    note(origins, fact, flags.use(flag)?.span);
  }
  const objects = chosen(input, files.value);
  if (objects.length === 0) return noObjects(input);
  return heldFieldsProblem(input, objects) ?? ok(fileSteps("apply", objects, options, origins));
};

function applyOptions(flags: FlagReader): JsonObject {
  const allow = flags.entries("prune-allowlist").map((entry) => entry.text);
  return {
    ...(flags.bool("server-side") ? { serverSide: true } : {}),
    ...(flags.bool("force-conflicts") ? { forceConflicts: true } : {}),
    ...(flags.bool("force") ? { force: true } : {}),
    ...(flags.bool("prune") ? { prune: { all: flags.bool("all"), allow } } : {}),
  };
}

function generatedName(files: readonly FileObject[]) {
  const nameless = files.find(
    ({ object }) => object !== null && typeof object.metadata.name !== "string",
  );
  const prefix = nameless?.object?.metadata["generateName"];
  if (!nameless || typeof prefix !== "string") return null;
  return refuse(
    "generated-name",
    `error: from ${prefix}: cannot use generate name with apply`,
    nameless.span,
    "Use kubectl create for objects without a fixed name.",
  );
}

/** Waiting and graceful ends need an object to be deleted first. */
function forceProblem(flags: FlagReader) {
  if (flags.bool("force")) return null;
  if (flags.use("timeout") && flags.text("timeout") !== "0s") {
    const message = "error: --timeout must have --force specified";
    return refuse("timeout-needs-force", message, flags.span("timeout"));
  }
  if (Number(flags.text("grace-period")) < 0) return null;
  const message = "error: --grace-period must have --force specified";
  return refuse("grace-needs-force", message, flags.span("grace-period"));
}

export const planReplace: Planner = (input) => {
  const cascade = cascadeProblem(input.flags);
  if (cascade) return cascade;
  const files = readFiles(input, MISSING);
  if (!files.ok) return files;
  if (input.flags.text("raw") !== "") return rawStep(input, "replace raw", files.value);
  const problem = forceProblem(input.flags);
  if (problem) return problem;
  const force = input.flags.bool("force");
  const grace = Number(input.flags.text("grace-period"));
  const subresource = input.flags.text("subresource");
  const options: JsonObject = {
    ...(force ? { force: true } : {}),
    ...(subresource === "" ? {} : { subresource }),
  };
  if (force) options["gracePeriodSeconds"] = grace < 0 ? 0 : grace;
  const origins: Origin[] = [];
  note(origins, "force", input.flags.use("force")?.span);
  return ok(fileSteps("replace", files.value, options, origins));
};

export const planDiff: Planner = (input) => {
  const problem = serverSideProblem(input);
  if (problem) return problem;
  const files = readFiles(input, MISSING);
  if (!files.ok) return files;
  const targets = files.value.map(({ target }) => target);
  return ok([{ kind: "observe", observation: { verb: "diff", targets, facts: {}, origins: [] } }]);
};

const noObjects = ({ invocation, flags }: PlanInput) =>
  refuse(
    "no-objects",
    `error: no objects passed to ${invocation.path.join(" ")}`,
    flags.span("selector"),
  );

/** -l keeps only the objects whose labels match. */
function chosen(input: PlanInput, files: readonly FileObject[]): readonly FileObject[] {
  const text = input.flags.text("selector");
  const requirements = text === "" ? null : parseLabelSelector(text);
  if (!requirements || canonicalLabelSelector(text) === null) return files;
  return files.filter(({ object }) => {
    const labels = object?.metadata["labels"];
    return object === null || matchesLabels(requirements, isObject(labels) ? labels : {});
  });
}
