/** kubectl logs, exec, attach, cp, port-forward, debug: things done with one pod. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { builtIn, POD } from "../create/create-step";
import { filesAndWords } from "../choose-targets";
import type { FlagReader } from "../flag-reader";
import { normalPath } from "../file-objects";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step, Target } from "../plan-model";
import { findType } from "../select-targets";
import { canonicalLabelSelector } from "../selector";
import type { FactSpec } from "./observe";
import { observe } from "./observe";

/** "web" is a pod; "deploy/web" is one pod of the deployment. */
function podTarget(input: PlanInput, word: ShellWord, fallback = POD): Planned<Target> {
  const [head = "", name, more] = word.text.split("/");
  const base = { namespace: input.namespace, labelSelector: null, fieldSelector: null, span: word };
  if (name === undefined) return ok({ ...base, type: fallback, name: head });
  if (more !== undefined)
    return refuse(
      "two-slashes",
      "error: arguments in resource/name form may not have more than one slash",
      word,
    );
  if (head === "" || name === "")
    return refuse(
      "half-slashed",
      "error: arguments in resource/name form must have a single resource and name",
      word,
    );
  const type = findType(input, head, word);
  return type.ok
    ? ok({
        ...base,
        type: type.value.type,
        namespace: type.value.type.namespaced ? input.namespace : null,
        name,
      })
    : type;
}

const LOG_FACTS: readonly FactSpec[] = [
  ["follow", "bool"],
  ["previous", "bool"],
  ["timestamps", "bool"],
  ["prefix", "bool"],
  ["all-containers", "bool"],
  ["all-pods", "bool"],
  ["since-time", "text"],
  ["since", "duration"],
  ["ignore-errors", "bool"],
];

export const planLogs: Planner = (input) => {
  const { flags, invocation } = input;
  const { args } = invocation;
  const problem = logsProblem(input);
  if (problem) return problem;
  const selector = flags.text("selector");
  const facts: JsonObject = {};
  const origins: Origin[] = [];
  const container = containerOf(input, args[1], origins);
  if (container !== "") facts["container"] = container;
  const tail = Number(flags.text("tail"));
  // With a selector, kubectl shows the last ten lines unless told otherwise.
  const shown = flags.use("tail") || selector === "" ? tail : 10;
  if (shown !== -1) facts["tail"] = shown;
  if (flags.use("tail")) origins.push({ path: "tail", span: flags.span("tail") });
  const limit = Number(flags.text("limit-bytes"));
  if (limit > 0) facts["limit-bytes"] = limit;
  const target = logsTarget(input, args[0], selector);
  if (!target.ok) return target;
  return ok([observe(input, "logs", [target.value], LOG_FACTS, facts, origins)]);
};

function containerOf(input: PlanInput, word: ShellWord | undefined, origins: Origin[]): string {
  const use = input.flags.use("container");
  if (use) origins.push({ path: "container", span: use.span });
  else if (word) origins.push({ path: "container", span: word });
  return use?.value ?? word?.text ?? "";
}

function logsTarget(
  input: PlanInput,
  word: ShellWord | undefined,
  selector: string,
): Planned<Target> {
  if (word) return podTarget(input, word);
  return ok({
    type: POD,
    namespace: input.namespace,
    name: null,
    labelSelector: canonicalLabelSelector(selector) ?? selector,
    fieldSelector: null,
    span: input.flags.span("selector"),
  });
}

const LOGS_USAGE =
  "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command";

function logsProblem(input: PlanInput) {
  const { flags, invocation } = input;
  const { args, pathSpan } = invocation;
  const selector = flags.text("selector");
  const usage = `error: ${LOGS_USAGE.split("\n")[0] ?? ""}`;
  if (args.length === 0 && selector === "")
    return refuse("pod-needed", usage, pathSpan, "Name the pod: kubectl logs <pod>.");
  if (args.length > 0 && selector !== "") {
    return refuse(
      "selector-with-names",
      "error: only a selector (-l) or a POD name is allowed",
      args[0] ?? pathSpan,
    );
  }
  const extra = args[2];
  if (extra) {
    return refuse(
      "too-many-words",
      `error: ${LOGS_USAGE.split("\n")[0] ?? ""}`,
      extra,
      "logs takes a pod and at most one container.",
    );
  }
  if (args.length === 2 && flags.use("container")) {
    return refuse(
      "container-twice",
      "error: only one of -c or an inline [CONTAINER] arg is allowed",
      args[1] ?? pathSpan,
    );
  }
  if (flags.bool("all-containers") && (flags.text("container") !== "" || args.length === 2)) {
    return refuse(
      "all-and-one",
      "error: --all-containers=true should not be specified with container name " +
        (flags.text("container") || (args[1]?.text ?? "")),
      flags.span("all-containers"),
    );
  }
  if (flags.text("since") !== "0s" && flags.use("since") && flags.text("since-time") !== "") {
    return refuse(
      "since-twice",
      "error: at most one of `sinceTime` or `sinceSeconds` may be specified",
      flags.span("since-time"),
    );
  }
  return logLimitsProblem(flags);
}

function logLimitsProblem(flags: FlagReader) {
  if (flags.text("since").startsWith("-")) {
    return refuse("bad-since", "error: --since must be greater than 0", flags.span("since"));
  }
  const limit = flags.use("limit-bytes");
  if (limit && Number(limit.value) < 0) {
    return refuse("bad-limit", "error: --limit-bytes must be greater than 0", limit.span);
  }
  const time = flags.text("since-time");
  if (time !== "" && !/^\d{4}-\d\d-\d\dT/.test(time)) {
    const part = /^\d{0,4}/.test(time) ? "2006" : "2006";
    const message = `error: parsing time ${JSON.stringify(time)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(time)} as ${JSON.stringify(part)}`;
    return refuse(
      "bad-since-time",
      message,
      flags.span("since-time"),
      "Write it like 2026-01-31T08:00:00Z.",
    );
  }
  if (Number(flags.text("tail")) < -1) {
    return refuse(
      "bad-tail",
      "error: --tail must be greater than or equal to -1",
      flags.span("tail"),
    );
  }
  return null;
}

/** Words after `--` are the command. Without `--`, kubectl 1.35 refuses a command. */
export const planExec: Planner = (input) => {
  const { flags, invocation } = input;
  const { args, argsLenAtDash, pathSpan } = invocation;
  const files = flags.use("filename");
  if (argsLenAtDash === null && args.length > 1) {
    return refuse(
      "command-without-dashes",
      "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead",
      args[1] ?? pathSpan,
      "Put -- before the command.",
    );
  }
  if ((args.length === 0 || argsLenAtDash === 0) && !files) {
    return refuse(
      "pod-needed",
      "error: pod, type/name or --filename must be specified",
      pathSpan,
      "Name the pod before --.",
    );
  }
  const command = args.slice(files && argsLenAtDash === 0 ? 0 : Math.max(1, argsLenAtDash ?? 1));
  if (command.length === 0) {
    return refuse(
      "command-needed",
      "error: you must specify at least one command for the container",
      pathSpan,
      "Add -- and the command.",
    );
  }
  const pod = args[0];
  if (pod && files && argsLenAtDash !== 0)
    return filesAndWords({ ...pod, text: `pod/${pod.text}` });
  if (!pod || files) return ok([execStep(input, fileTarget(input), command)]);
  const target = podTarget(input, pod);
  return target.ok ? ok([execStep(input, target.value, command)]) : target;
};

const fileTarget = (input: PlanInput): Target => ({
  type: builtIn("", "", "file", "File"),
  namespace: input.namespace,
  name: normalPath(input.flags.text("filename")),
  labelSelector: null,
  fieldSelector: null,
  span: input.flags.span("filename"),
});

function execStep(input: PlanInput, target: Target, command: readonly ShellWord[]): Step {
  const origins: Origin[] = [];
  const first = command[0];
  const last = command.at(-1);
  if (first && last) origins.push({ path: "command", span: { start: first.start, end: last.end } });
  const container = containerOf(input, undefined, origins);
  const facts: JsonObject = {
    command: command.map((word) => word.text),
    ...(container === "" ? {} : { container }),
  };
  const specs: readonly FactSpec[] = [
    ["stdin", "bool"],
    ["tty", "bool"],
  ];
  return observe(input, "exec", [target], specs, facts, origins);
}

export const planAttach: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const [word, name, extra] = args;
  if (!word)
    return refuse(
      "pod-needed",
      "error: at least 1 argument is required for attach",
      pathSpan,
      "Name the pod.",
    );
  if (extra)
    return refuse(
      "too-many-words",
      `error: expected POD, TYPE/NAME, or TYPE NAME, got ${String(args.length)} arguments`,
      extra,
    );
  const target = podTarget(input, name ? { ...word, text: `${word.text}/${name.text}` } : word);
  if (!target.ok) return target;
  const origins: Origin[] = [];
  const container = containerOf(input, undefined, origins);
  const specs: readonly FactSpec[] = [
    ["stdin", "bool"],
    ["tty", "bool"],
  ];
  return ok([
    observe(input, "attach", [target.value], specs, container === "" ? {} : { container }, origins),
  ]);
};

export const planPortForward: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const [word, ...ports] = args;
  if (!word || ports.length === 0) {
    return refuse(
      "ports-needed",
      "error: TYPE/NAME and list of ports are required for port-forward",
      pathSpan,
      "Write kubectl port-forward <pod> <local>:<remote>.",
    );
  }
  const target = podTarget(input, word);
  if (!target.ok) return target;
  const pairs: string[] = [];
  for (const port of ports) {
    const pair = portPair(port.text);
    if (!pair) return portProblem(port);
    pairs.push(pair);
  }
  const addresses = input.flags.entries("address").map((entry) => entry.text);
  const facts: JsonObject = { ports: pairs.sort() };
  if (addresses.length > 0 && !isLocal(addresses)) facts["address"] = addresses.sort();
  const first = ports[0] ?? word;
  const origins: Origin[] = [
    { path: "ports", span: { start: first.start, end: (ports.at(-1) ?? first).end } },
  ];
  const address = input.flags.use("address");
  if (address) origins.push({ path: "address", span: address.span });
  return ok([observe(input, "port-forward", [target.value], [], facts, origins)]);
};

function portProblem(port: ShellWord) {
  const [local = "", remote] = port.text.split(":");
  const quoted = JSON.stringify(local);
  const reason = /^\d+$/.test(local) ? "value out of range" : "invalid syntax";
  const message =
    remote === ""
      ? "remote port cannot be empty"
      : `error parsing local port '${local}': strconv.ParseUint: parsing ${quoted}: ${reason}`;
  return refuse("bad-ports", `error: ${message}`, port, "Write <local>:<remote>.");
}

const MAX_PORT = 65_535;

const isLocal = (addresses: readonly string[]) =>
  addresses.length === 1 && (addresses[0] === "localhost" || addresses[0] === "127.0.0.1");

/** "8080" is 8080:8080; ":80" picks a free local port, as "0:80" does. */
function portPair(text: string): string | null {
  const match = /^(?:(\d*):)?([\w-]+)$/.exec(text);
  if (!match) return null;
  const remote = match[2] ?? "";
  const local = match[1] === undefined ? remote : match[1] || "0";
  if (/^\d+$/.test(local) && Number(local) > MAX_PORT) return null;
  return `${local}:${remote}`;
}

export const planCopy: Planner = (input) => {
  const { args, pathSpan } = input.invocation;
  const [from, to] = args;
  if (!from || !to || args.length !== 2) {
    return refuse(
      "two-paths",
      "error: source and destination are required",
      args[2] ?? pathSpan,
      "Write kubectl cp <source> <pod>:<path>, or the other way round.",
    );
  }
  for (const end of [from, to]) {
    const problem = copyEndProblem(end);
    if (problem) return problem;
  }
  const source = copyEnd(from.text, input.namespace);
  const destination = copyEnd(to.text, input.namespace);
  if (source.pod !== null && destination.pod !== null) {
    return refuse("one-local", "error: one of src or dest must be a local file specification", to);
  }
  if (source.pod === null && destination.pod === null) {
    return refuse(
      "one-remote",
      "error: one of src or dest must be a remote file specification",
      to,
      "Name the pod: <pod>:<path>.",
    );
  }
  const origins: Origin[] = [
    { path: "from", span: from },
    { path: "to", span: to },
  ];
  const container = containerOf(input, undefined, origins);
  const facts: JsonObject = {
    from: source,
    to: destination,
    ...(container === "" ? {} : { container }),
  };
  return ok([observe(input, "cp", [], [["no-preserve", "bool"]], facts, origins)]);
};

function copyEndProblem(end: ShellWord) {
  const at = end.text.indexOf(":");
  if (at < 0) return null;
  if (end.text.slice(0, at).split("/").length > 2) {
    const message = "error: filespec must match the canonical format: [[namespace/]pod:]file/path";
    return refuse("bad-file-spec", message, end);
  }
  if (at < end.text.length - 1) return null;
  return refuse(
    "empty-path",
    "error: filepath can not be empty",
    end,
    "Add the path after the colon.",
  );
}

/** "ns/pod:path", "pod:path" or a local path. */
function copyEnd(text: string, namespace: string): { pod: string | null; path: string } {
  const at = text.indexOf(":");
  if (at < 0) return { pod: null, path: normalPath(text) };
  const [first = "", second] = text.slice(0, at).split("/");
  const pod = second === undefined ? `${namespace}/${first}` : `${first}/${second}`;
  return { pod, path: normalPath(text.slice(at + 1)) };
}

const DEBUG_FACTS: readonly FactSpec[] = [
  ["image", "text"],
  ["target", "text"],
  ["container", "text"],
  ["copy-to", "text"],
  ["same-node", "bool"],
  ["replace", "bool"],
  ["share-processes", "bool"],
  ["set-image", "list"],
  ["env", "list"],
  ["profile", "text"],
  ["custom", "text"],
  ["stdin", "bool"],
  ["tty", "bool"],
  ["attach", "bool"],
  ["arguments-only", "bool"],
  ["image-pull-policy", "text"],
  ["keep-labels", "bool"],
  ["keep-annotations", "bool"],
  ["keep-liveness", "bool"],
  ["keep-readiness", "bool"],
  ["keep-startup", "bool"],
  ["keep-init-containers", "bool"],
];

export const planDebug: Planner = (input) => {
  const { args, argsLenAtDash, pathSpan } = input.invocation;
  const count = argsLenAtDash ?? 1;
  const word = count === 0 ? undefined : args[0];
  const early = debugProblem(
    input,
    word?.text.startsWith("no") === true && word.text.includes("/"),
  );
  if (!word && early) return early;
  if (!word)
    return refuse(
      "pod-needed",
      "error: NAME or filename is required for debug",
      pathSpan,
      "Name a pod, or node/<name>.",
    );
  const files = input.flags.use("filename");
  if (files) return filesAndWords({ ...word, text: `pod/${word.text}` });
  const target = podTarget(input, word);
  if (!target.ok) return target;
  const { kind } = target.value.type;
  if (kind !== "Pod" && kind !== "Node") {
    const { group, version } = target.value.type;
    const message = `error: "${group === "" ? "" : `${group}/`}${version}, Kind=${kind}" not supported by debug`;
    return early ?? refuse("not-debuggable", message, word, "debug takes pods and nodes.");
  }
  const problem = debugProblem(input, kind === "Node");
  if (problem) return problem;
  const command = args.slice(count);
  const facts: JsonObject = command.length > 0 ? { command: command.map((one) => one.text) } : {};
  return ok([observe(input, "debug", [target.value], DEBUG_FACTS, facts, commandOrigin(command))]);
};

const commandOrigin = (command: readonly ShellWord[]): Origin[] => {
  const first = command[0];
  const last = command.at(-1);
  return first && last ? [{ path: "command", span: { start: first.start, end: last.end } }] : [];
};

function debugProblem({ flags, invocation }: PlanInput, node: boolean) {
  const image = flags.text("image");
  const setImage = flags.use("set-image");
  if (image === "" && (node || flags.text("copy-to") === "" || !setImage)) {
    const command = invocation.args.length > (invocation.argsLenAtDash ?? invocation.args.length);
    if (!node && flags.text("copy-to") !== "") {
      if (command) return null;
      const message = "error: you must specify --image, --set-image or command arguments.";
      return refuse("image-needed", message, invocation.pathSpan, "Add --image=busybox.");
    }
    return refuse(
      "image-needed",
      "error: you must specify --image when not using --copy-to.",
      invocation.pathSpan,
      "Add --image=busybox.",
    );
  }
  return copyProblem(flags) ?? ttyProblem(flags);
}

function copyProblem(flags: FlagReader) {
  const only = ["replace", "same-node", "set-image"].find((name) => {
    const use = flags.use(name);
    return use !== null && use.value !== "false";
  });
  if (only !== undefined && flags.text("copy-to") === "") {
    return refuse(
      "needs-copy-to",
      `error: --${only} may only be used with --copy-to.`,
      flags.span(only),
    );
  }
  const profile = flags.text("profile");
  if (DEBUG_PROFILES.has(profile)) return null;
  return refuse(
    "bad-profile",
    `error: unknown profile: ${profile}`,
    flags.span("profile"),
    `It is one of ${[...DEBUG_PROFILES].join(", ")}.`,
  );
}

const DEBUG_PROFILES = new Set([
  "legacy",
  "general",
  "baseline",
  "restricted",
  "netadmin",
  "sysadmin",
]);

function ttyProblem(flags: FlagReader) {
  if (!flags.bool("tty") || flags.bool("stdin")) return null;
  return refuse(
    "tty-without-stdin",
    "error: -i/--stdin is required for containers with -t/--tty=true",
    flags.span("tty"),
  );
}
