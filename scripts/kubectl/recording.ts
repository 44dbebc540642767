/** One command line and what the real kubectl made of it. */
import { parseAllDocuments } from "yaml";

import { readApiPath } from "./fake-cluster/api-path";
import { isObject, type Json, type JsonObject } from "./fake-cluster/json";
import type { LoggedRequest } from "./fake-cluster/exchange";
import type { Run } from "./run-kubectl";

/** Absent fields are null, empty or false. */
export type RecordedRequest = {
  verb: string;
  /** "v1/pods", "apps/v1/deployments"; the path itself when it names no resource. */
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
  labelSelector?: string;
  fieldSelector?: string;
  patchType?: string;
  query?: JsonObject;
  body?: Json;
  /** The body was sent as protobuf and only its metadata is known. */
  partial?: true;
};

export type Recording = {
  line: string;
  exit: number;
  /** First line on standard error that is no warning and no log; only of runs that failed. */
  error?: string;
  warnings?: string[];
  requests?: RecordedRequest[];
  /** Objects on standard output, where the output is YAML or JSON. */
  objects?: Json[];
  /** Standard output otherwise, cut short. */
  stdout?: string;
  /** Changed entries of the kubeconfig by path; null for removed ones. */
  kubeconfig?: JsonObject;
  /** Would have run for ever. */
  endless?: true;
};

/** The recording with the bodies of its creating requests taken from what a dry run printed. */
export function withBodies(recording: Recording, printed: readonly Json[]): Recording {
  const bodies = [...printed];
  const requests = (recording.requests ?? []).map((request) => {
    const body = request.verb === "create" ? bodies.shift() : undefined;
    if (body === undefined) return request;
    const { partial: _partial, ...rest } = request;
    return { ...rest, body };
  });
  return { ...recording, requests };
}

const STDOUT_LIMIT = 300;
const LOG_LINE = /^[EIWF]\d{4} /;
const WARNING =
  /^(Warning: |# Warning: |--profile=legacy is deprecated|Flag --?[\w-]+ has been deprecated|Flag shorthand )/;

export function recordingOf(
  line: string,
  run: Run,
  log: readonly LoggedRequest[],
  kubeconfig: JsonObject,
): Recording {
  const stderr = run.stderr
    .split("\n")
    .filter((text) => text.trim() !== "" && !LOG_LINE.test(text));
  const warnings = stderr.filter((text) => WARNING.test(text)).map(sortedParts);
  const error = stderr.find((text) => !WARNING.test(text));
  const all = inSteadyOrder(
    line,
    log.map(requestOf).filter((request) => !isRacing(request)),
  );
  const requests = run.timedOut ? distinct(all) : all; // how often an endless run asks is chance
  return {
    line,
    exit: run.timedOut ? -1 : run.exitCode,
    ...(run.exitCode === 0 || run.timedOut || error === undefined ? {} : { error: steady(error) }),
    ...(warnings.length > 0 ? { warnings } : {}),
    ...(requests.length > 0 ? { requests } : {}),
    ...(/\bdiff\b/.test(line) ? {} : output(line, run.stdout)), // diffs name temporary files
    ...(Object.keys(kubeconfig).length > 0 ? { kubeconfig: steadyObject(kubeconfig) } : {}),
    ...(run.timedOut ? { endless: true as const } : {}),
  };
}

/** Commands whose lines come in the order of a Go map, or of a race. */
const UNORDERED = /\b(drain|get-clusters)\b|^\S+ (?:label|annotate) .*--list\b/;

function output(line: string, printed: string): Pick<Recording, "objects" | "stdout"> {
  if (printed === "") return {};
  const lines = printed.split("\n");
  const stdout = UNORDERED.test(line) ? lines.sort().join("\n") : printed;
  const objects = objectsIn(stdout);
  if (objects !== null) return { objects };
  return { stdout: steady(stdout).slice(0, STDOUT_LIMIT) };
}

/** Null when the text is not a stream of Kubernetes objects. */
function objectsIn(stdout: string): Json[] | null {
  if (!/(^|[\s{])"?apiVersion"?:/.test(stdout)) return null;
  const documents = parseAllDocuments(stdout);
  if (documents.some((document) => document.errors.length > 0)) return null;
  const values = documents.map(
    (document) => JSON.parse(steady(JSON.stringify(document.toJS()))) as Json,
  );
  return values.every((value) => isObject(value) && "apiVersion" in value) ? values : null;
}

/** Parts of a warning come in the order of a Go map. */
function sortedParts(warning: string): string {
  const [, prefix = "", rest = ""] = /^(Warning: )?(.*)$/s.exec(warning) ?? [];
  return prefix + rest.split("; ").sort().join("; ");
}

/** `wait` and `rollout status` list, then watch, unless the list already satisfied them in time. */
const isRacing = ({ query }: RecordedRequest) => query?.["allowWatchBookmarks"] !== undefined;

const distinct = (requests: readonly RecordedRequest[]): RecordedRequest[] => [
  ...new Map(requests.map((request) => [JSON.stringify(request), request])).values(),
];

/** drain evicts in parallel, after it has read the pods. */
function inSteadyOrder(line: string, requests: RecordedRequest[]): RecordedRequest[] {
  const first = requests.findIndex((request) => request.subresource === "eviction");
  if (first < 0 || !line.includes("drain")) return requests;
  const late = requests.slice(first).filter((request) => request.verb === "create");
  late.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return [...requests.slice(0, first), ...late];
}

const VERBS: Record<string, string> = {
  POST: "create",
  PUT: "update",
  PATCH: "patch",
  DELETE: "delete",
};
const CONNECT = new Set(["exec", "attach", "portforward", "proxy"]);

function requestOf(request: LoggedRequest): RecordedRequest {
  const path = readApiPath(request.path);
  if (path === null) {
    const verb = VERBS[request.method] ?? "get";
    return { verb, resource: request.path, ...contentOf(request) };
  }
  const { group, version, resource, subresource, namespace, name } = path;
  return {
    verb: verbOf(request, name, subresource),
    resource: [group, version, resource].filter((part) => part !== "").join("/"),
    ...(subresource === null ? {} : { subresource }),
    ...(namespace === null ? {} : { namespace }),
    ...(name === null ? {} : { name }),
    ...contentOf(request),
  };
}

/** Watches last a random time, which is left out. */
/** `describe` asks for events by terms that come in the order of a Go map. */
const sortedTerms = (selector: string) => selector.split(",").sort().join(",");

const LEFT_OUT = new Set(["labelSelector", "fieldSelector", "timeout", "timeoutSeconds"]);

/** Everything about a request but whom it is about. */
function contentOf(request: LoggedRequest): Omit<RecordedRequest, "verb" | "resource"> {
  const [labelSelector] = request.query["labelSelector"] ?? [];
  const [fieldSelector] = request.query["fieldSelector"] ?? [];
  const query = Object.fromEntries(
    Object.entries(request.query)
      .filter(([name]) => !LEFT_OUT.has(name))
      .map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );
  const body = JSON.parse(steady(JSON.stringify(request.body))) as Json;
  return {
    ...(labelSelector === undefined ? {} : { labelSelector }),
    ...(fieldSelector === undefined ? {} : { fieldSelector: sortedTerms(fieldSelector) }),
    ...patchTypeOf(request),
    ...(Object.keys(query).length > 0 ? { query } : {}),
    ...(body === null ? {} : { body }),
    ...(request.partial ? { partial: true as const } : {}),
  };
}

function verbOf(request: LoggedRequest, name: string | null, subresource: string | null): string {
  if (subresource !== null && CONNECT.has(subresource.split("/")[0] ?? "")) return "connect";
  if (request.query["watch"] !== undefined) return "watch";
  if (request.method === "GET" && name === null) return "list";
  return VERBS[request.method] ?? "get";
}

function patchTypeOf(request: LoggedRequest): { patchType?: string } {
  if (request.method !== "PATCH") return {};
  const type = /application\/(?:(strategic|apply|json|merge)\S*-)?patch/.exec(
    request.contentType ?? "",
  )?.[1];
  return { patchType: type ?? request.contentType ?? "" };
}

/** Replaces what differs from run to run: the server's port, the time, random name endings. */
function steady(text: string): string {
  return text
    .replaceAll(/127\.0\.0\.1:\d{4,5}\b/g, "127.0.0.1:6443")
    .replaceAll(/(restartedAt[\\"]+:\s*[\\"]+)[^"\\]+/g, "$1<now>")
    .replaceAll(/(debugger-(?:[a-z0-9-]+-)?)[a-z0-9]{5}(?![\w-])/g, "$1xxxxx")
    .replaceAll(/0xc[0-9a-f]{9}/g, "0xc")
    .replaceAll(/\/tmp\/kubectl-[\w-]+\/work\b/g, "$PWD")
    .replaceAll(/\/tmp\/kubectl-[\w-]+/g, "$HOME");
}

const steadyObject = (value: JsonObject): JsonObject =>
  JSON.parse(steady(JSON.stringify(value))) as JsonObject;
