/** kubectl get, describe, events, top, explain, api-resources, wait. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { chooseTargets } from "../choose-targets";
import { builtIn } from "../create/create-step";
import { hasFiles } from "../file-objects";
import type { FlagReader } from "../flag-reader";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Target } from "../plan-model";
import type { FactSpec } from "./observe";
import { durationSeconds, observe } from "./observe";

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
  return ok([observe(input, "get", targets.value, GET_FACTS)]);
};

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

function getRaw({ flags, invocation }: PlanInput, raw: string): ReturnType<Planner> {
  const span = flags.span("raw");
  if (invocation.args.length > 0) {
    const message = "error: arguments may not be passed when --raw is specified";
    return refuse("raw-alone", message, span);
  }
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
    const [word = "", name] = forText.split("/");
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

export const planWait: Planner = (input) => {
  const { flags, invocation } = input;
  const conditions = flags.entries("for");
  if (conditions.length === 0) {
    return refuse(
      "condition-needed",
      'error: unrecognized condition: ""',
      invocation.pathSpan,
      "Add --for=condition=Ready.",
    );
  }
  const wanted: string[] = [];
  for (const { text, span } of conditions) {
    const canonical = waitCondition(text);
    if (canonical === null) {
      return refuse(
        "bad-condition",
        `error: unrecognized condition: ${JSON.stringify(text)}`,
        span,
        "Write --for=condition=Ready, --for=delete or --for=jsonpath='{.status.phase}'=Running.",
      );
    }
    wanted.push(canonical);
  }
  const all = flags.bool("all");
  if (flags.bool("local") && !hasFiles(input)) {
    const message = "error: you must specify resources by --filename when --local is set.";
    return refuse("local-needs-file", message, flags.span("local"));
  }
  const targets = chooseTargets(input, invocation.args, {
    allowEmptySelector: all,
    allNamespaces: flags.bool("all-namespaces"),
  });
  if (!targets.ok) return targets;
  const timeout = durationSeconds(flags.text("timeout")) ?? 0;
  const facts: JsonObject = { for: wanted.sort() };
  const origins = [
    { path: "for", span: flags.span("for") },
    { path: "timeout", span: flags.span("timeout") },
  ];
  if (flags.use("timeout")) facts["timeout"] = timeout;
  return ok([observe(input, "wait", targets.value, [], facts, origins)]);
};

/** Condition names are compared without regard to case; a missing value means True. */
function waitCondition(text: string): string | null {
  if (/^(delete|create)$/i.test(text)) return text.toLowerCase();
  const condition = /^condition=([^=]+)(?:=(.*))?$/.exec(text);
  if (condition) {
    return `condition=${(condition[1] ?? "").toLowerCase()}=${(condition[2] ?? "true").toLowerCase()}`;
  }
  const path = /^jsonpath=(\{[^}]*\}|[^=]+)(?:=(.*))?$/.exec(text);
  if (!path) return null;
  const expression = (path[1] ?? "").replace(/^\{|\}$/g, "").replace(/^\./, "");
  return `jsonpath=${expression}=${(path[2] ?? "").replace(/^["']|["']$/g, "")}`;
}

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
  const facts = { type: `${type.resource}.${type.group}`, path: fields.join(".").toLowerCase() };
  const specs: readonly FactSpec[] = [
    ["recursive", "bool"],
    ["api-version", "text"],
  ];
  return ok([
    observe(input, "explain", [], specs, facts, [
      { path: "path", span: word },
      { path: "type", span: word },
    ]),
  ]);
}
