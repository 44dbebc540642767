/** kubectl get, describe and events. */
import { ok } from "../../../result";
import { chooseTargets } from "../choose-targets";
import { builtIn } from "../create/create-step";
import { hasFiles } from "../file-objects";
import type { FlagReader } from "../flag-reader";
import { refuse } from "../plan-failure";
import { getAt } from "../json-path";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Target } from "../plan-model";
import { relaxedPathProblem } from "../template/json-path-syntax";
import { apiVersionOf } from "../resource-types";
import { canonicalFieldSelector } from "../selector";
import type { FactSpec } from "./observe";
import { observe } from "./observe";
import { rawProblem } from "./raw-problem";

const GET_FACTS: readonly FactSpec[] = [
  ["sort-by", "text"],
  ["show-labels", "bool"],
  ["show-kind", "bool"],
  ["show-managed-fields", "bool"],
  ["no-headers", "bool"],
  ["label-columns", "list"],
  ["watch", "bool"],
  ["watch-only", "bool"],
  ["output-watch-events", "bool"],
  ["ignore-not-found", "bool"],
  ["subresource", "text"],
];

export const planGet: Planner = (input) => {
  const { flags, invocation } = input;
  const raw = flags.text("raw");
  if (raw !== "") return getRaw(input, raw);
  if (invocation.args.length === 0 && !hasFiles(input)) {
    return refuse(
      "type-needed",
      'You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.',
      invocation.pathSpan,
      "Say what to get: kubectl get pods.",
    );
  }
  const problem = watchProblem(flags) ?? columnsProblem(input);
  if (problem) return problem;
  const targets = chooseTargets(input, invocation.args, {
    allowEmptySelector: true,
    allNamespaces: flags.bool("all-namespaces"),
  });
  if (!targets.ok) return targets;
  const many = targets.value.find((target) => target.name === null);
  if (many && flags.text("subresource") !== "") {
    const message = "error: subresource cannot be used when bulk resources are specified";
    return refuse("subresource-of-many", message, flags.span("subresource"));
  }
  const unsorted = sortProblem(input, targets.value);
  if (unsorted) return unsorted;
  return ok([observe(input, "get", targets.value, GET_FACTS)]);
};

/** What the server fills in or adds to is never said to be missing. */
const FILLED = new Set(["metadata", "spec", "status"]);

/** --sort-by takes a path that at least one of the listed objects has. */
function sortProblem({ flags, world }: PlanInput, targets: readonly Target[]) {
  const text = flags.text("sort-by");
  const lists = targets.map((target) => (target.name === null ? world.list(target) : []));
  if (text === "" || targets.every((target) => target.name !== null)) return null;
  const span = flags.span("sort-by");
  const hint = "Write a path such as .metadata.name.";
  const wrong = relaxedPathProblem(text);
  if (wrong !== null) return refuse("bad-sort", `error: ${wrong}`, span, hint);
  const [path = ""] = /[^{}.].*?(?=\}?$)/.exec(text) ?? [];
  const parts = path.split(".");
  const objects = lists.flatMap((list) => list ?? []);
  if (lists.includes(null) || objects.length === 0 || FILLED.has(parts[0] ?? "")) return null;
  if (objects.some((object) => getAt(object as JsonObject, parts) !== undefined)) return null;
  const message = `error: couldn't find any field with path "{.${path}}" in the list of objects`;
  return refuse("bad-sort", message, span, hint);
}

function watchProblem(flags: FlagReader) {
  const events = flags.bool("output-watch-events");
  if (events && !flags.bool("watch") && !flags.bool("watch-only")) {
    const message =
      "error: --output-watch-events option can only be used with --watch or --watch-only";
    return refuse("events-without-watch", message, flags.span("output-watch-events"));
  }
  if (!flags.bool("watch-only") || flags.text("sort-by") === "") return null;
  const message = "error: --watch and --sort-by cannot be used together";
  return refuse("watch-and-sort", message, flags.span("sort-by"));
}

function getRaw(input: PlanInput, raw: string): ReturnType<Planner> {
  const { flags, invocation } = input;
  const span = flags.span("raw");
  if (invocation.args.length > 0) {
    const message = "error: arguments may not be passed when --raw is specified";
    return refuse("raw-alone", message, span);
  }
  const problem = rawProblem(input, raw);
  if (problem) return problem;
  const origins = [{ path: "raw", span }];
  const observation = { verb: "get raw", targets: [], facts: { raw }, origins };
  return ok([{ kind: "observe", observation }]);
}

function columnsProblem(input: PlanInput) {
  const output = input.flags.text("output");
  if (!/^custom-columns(-file)?=?$/.test(output)) return null;
  return refuse(
    "columns-needed",
    output.startsWith("custom-columns-file")
      ? "error: custom-columns-file format specified but no custom columns given"
      : "error: custom-columns format specified but no custom columns given",
    input.flags.span("output"),
    "Write -o custom-columns=NAME:.metadata.name.",
  );
}

export const planDescribe: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  if (args.length === 0 && !hasFiles(input)) {
    return refuse(
      "type-needed",
      'error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.',
      pathSpan,
      "Say what to describe: kubectl describe pod <name>.",
    );
  }
  const targets = chooseTargets(input, args, {
    allowEmptySelector: true,
    allNamespaces: input.flags.bool("all-namespaces"),
  });
  if (!targets.ok) return targets;
  return ok([observe(input, "describe", targets.value, [["show-events", "bool"]])]);
};

export const planEvents: Planner = (input) => {
  const { flags } = input;
  const type = builtIn("", "v1", "events", "Event");
  const everywhere = flags.bool("all-namespaces");
  const target: Target = {
    type,
    namespace: everywhere ? "*" : input.namespace,
    name: null,
    labelSelector: null,
    fieldSelector: null,
    span: input.invocation.pathSpan,
  };
  const facts: JsonObject = {};
  const forText = flags.text("for");
  if (forText !== "") {
    const [word = "", name, more] = forText.split("/");
    if (more !== undefined) {
      const message = "error: arguments in resource/name form may not have more than one slash";
      return refuse("two-slashes", message, flags.span("for"), "Write --for=pod/<name>.");
    }
    const found = input.types.find(word);
    if (!found || name === undefined) {
      const message =
        name === undefined
          ? `--for must be in resource/name form`
          : `the server doesn't have a resource type ${JSON.stringify(word)}`;
      return refuse(
        "bad-for",
        name === undefined ? `error: ${message}` : message,
        flags.span("for"),
        "Write --for=pod/<name>.",
      );
    }
    facts["for"] = `${found.kind}/${name}`;
    target.fieldSelector = canonicalFieldSelector(
      `involvedObject.apiVersion=${apiVersionOf(found)},involvedObject.kind=${found.kind},involvedObject.name=${name}`,
    );
  }
  const wrong = flags.entries("types").find(({ text }) => !/^(normal|warning)$/i.test(text));
  if (wrong) {
    return refuse("bad-event-type", "error: valid --types are Normal or Warning", wrong.span);
  }
  const specs: readonly FactSpec[] = [
    ["types", "set"],
    ["watch", "bool"],
    ["no-headers", "bool"],
  ];
  return ok([observe(input, "events", [target], specs, facts, forOrigin(input))]);
};

const forOrigin = (input: PlanInput) => {
  const use = input.flags.use("for");
  return use ? [{ path: "for", span: use.span }] : [];
};
