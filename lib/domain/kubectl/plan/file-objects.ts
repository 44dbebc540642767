/**
 * Objects named by files: `-f pod.yaml`, `-f dir/`, `-f -`, `-k overlays/dev`.
 *
 * A file whose text is not known stands for itself: two lines that name the same
 * file are alike, whatever is in it.
 */
import { parseAllDocuments } from "yaml";

import type { Result } from "../../result";
import { err, ok } from "../../result";
import { PIPE } from "../invocation";
import type { KubeObject, Span } from "../model";
import type { FlagEntry } from "./flag-reader";
import { readPlainYaml } from "../manifest/read-plain-yaml";
import { isObject } from "./json-path";
import type { Planned } from "./plan-failure";
import { cannotJudge, refuse } from "./plan-failure";
import { manifestError } from "./manifest-error";
import { normalPath } from "./normal-path";
import { isManifest, kustomizeProblem, manifestProblem } from "./path-problem";
import { namelessProblem, notAnObject, typeMissing } from "./object-problem";
import type { PlanInput } from "./plan-input";
import type { Json, JsonObject, ResourceRef, Target } from "./plan-model";

export type FileObject = { target: Target; object: KubeObject | null; span: Span };

const FILE: ResourceRef = {
  group: "",
  version: "",
  resource: "file",
  kind: "File",
  namespaced: true,
};
const KUSTOMIZATION: ResourceRef = { ...FILE, resource: "kustomization", kind: "Kustomization" };

/** Whether a target stands for a file whose objects are not known. */
export const isOpaqueFile = (target: Target) =>
  target.type.resource === FILE.resource || isBuilt(target);

/** Whether it stands for everything that a kustomization builds. */
export const isBuilt = (target: Target) => target.type.resource === KUSTOMIZATION.resource;

export const hasFiles = (input: PlanInput) =>
  input.flags.use("filename") !== null || input.flags.use("kustomize") !== null;

export function readFileObjects(input: PlanInput): Planned<FileObject[]> {
  const kustomize = input.flags.use("kustomize");
  const files = input.flags.entries("filename");
  if (kustomize && files.length > 0) {
    return refuse(
      "files-and-kustomize",
      "error: only one of -f or -k can be specified",
      kustomize.span,
    );
  }
  if (kustomize) {
    const problem = kustomizeProblem(input, kustomize.value, kustomize.span);
    if (problem) return problem;
    return ok([opaque(KUSTOMIZATION, normalPath(kustomize.value), kustomize.span, input)]);
  }

  const objects: FileObject[] = [];
  for (const file of files) {
    const read = readEntry(input, file);
    if (!read.ok) return read;
    objects.push(...read.value);
  }
  return ok(objects);
}

function opaque(type: ResourceRef, name: string, span: Span, input: PlanInput): FileObject {
  const recursive = input.flags.bool("recursive") && !isManifest(name) ? "/**" : "";
  const target: Target = {
    type,
    namespace: input.namespace,
    name: name + recursive,
    labelSelector: input.flags.use("selector")?.value ?? null,
    fieldSelector: null,
    span,
  };
  return { target, object: null, span };
}

function readEntry(input: PlanInput, entry: FlagEntry): Planned<FileObject[]> {
  if (entry.text === "") {
    return refuse("empty-file-name", 'error: the path "" does not exist', entry.span);
  }
  const path = entry.text === "-" ? "-" : normalPath(entry.text);
  const problem = path === "-" ? null : manifestProblem(input, entry.text, entry.span);
  if (problem) return problem;
  const inFolder = path === "-" ? [] : manifestsIn(input, path);
  if (inFolder.length > 0) return readFolder(input, inFolder, entry.span);
  const text = path === "-" ? input.world.readStdin() : input.world.readFile(path);
  if (text === null) return ok([unread(input, path, entry.span)]);
  return readManifest(input, text, path === "-" ? "STDIN" : path, entry.span);
}

/** The manifests of a folder, with -R those of its folders too. */
const manifestsIn = ({ flags, world }: PlanInput, folder: string) =>
  (flags.bool("recursive") ? world.listTree(folder) : world.listFiles(folder)).filter(isManifest);

/** A file whose text is not known, or everything that a kustomization builds. */
function unread(input: PlanInput, path: string, span: Span): FileObject {
  const { stdin } = input.invocation;
  // The file that `-f - < file` reads.
  const behind = path === "-" && stdin?.kind === "file" ? normalPath(stdin.path) : path;
  const folder = input.world.builtFrom(behind);
  if (folder !== null) return opaque(KUSTOMIZATION, folder, span, input);
  return opaque(FILE, behind.startsWith(PIPE) ? path : behind, span, input);
}

/** As kubectl reads: of two equal keys the last holds. */
const READING = {
  version: "1.1",
  logLevel: "silent",
  uniqueKeys: false,
  prettyErrors: false,
} as const;

function readManifest(
  input: PlanInput,
  text: string,
  path: string,
  span: Span,
): Planned<FileObject[]> {
  const objects: FileObject[] = [];
  for (const content of contentsOf(text)) {
    if (!content.ok) {
      return refuse("bad-yaml", `error: error parsing ${path}: ${content.error}`, span);
    }
    const { value } = content;
    if (value === null || value === undefined) continue;
    for (const item of itemsOf(value)) {
      const read = readObject(input, item, path, span);
      if (!read.ok) return read;
      objects.push(read.value);
    }
  }
  if (objects.length > 0 || TAKES_NOTHING.has(input.invocation.path[0] ?? "")) return ok(objects);
  return refuse(
    "no-objects",
    `error: no objects passed to ${input.invocation.path.join(" ")}`,
    span,
  );
}

function readFolder(input: PlanInput, files: readonly string[], span: Span): Planned<FileObject[]> {
  const objects: FileObject[] = [];
  for (const file of files) {
    const read = readManifest(input, input.world.readFile(file) ?? "", file, span);
    if (!read.ok) return read;
    objects.push(...read.value);
  }
  return ok(objects);
}

/** These end well when they are given no object. */
const TAKES_NOTHING = new Set(["delete", "describe", "get", "replace"]);

/** The documents of a file, in order. */
const contentsOf = (text: string): readonly Result<unknown, string>[] =>
  readPlainYaml(text)?.map((value) => ok(value)) ??
  parseAllDocuments(text, READING).map((document) => contentOf(document, text));

/** The plain value of a document, or what kubectl says is wrong with it. */
function contentOf(document: ManifestDocument, text: string): Result<unknown, string> {
  const [problem] = document.errors;
  if (problem) return err(manifestError(text, problem));
  try {
    return ok(document.toJS());
  } catch (error) {
    // An alias without its anchor (`kind: *Pod`), or far too many of them.
    const anchor = /before the alias\): (.*)$/.exec(String(error))?.[1];
    const said =
      anchor === undefined
        ? "document contains excessive aliasing"
        : `unknown anchor '${anchor}' referenced`;
    return err(`error converting YAML to JSON: yaml: ${said}`);
  }
}

type ManifestDocument = ReturnType<typeof parseAllDocuments>[number];

function itemsOf(value: unknown): readonly unknown[] {
  if (isObject(value) && value["kind"] === "List" && Array.isArray(value["items"])) {
    return value["items"];
  }
  return [value];
}

function readObject(
  input: PlanInput,
  value: unknown,
  path: string,
  span: Span,
): Planned<FileObject> {
  if (!isObject(value)) return notAnObject(input, value, path, span);
  const { apiVersion, kind } = value;
  if (typeof apiVersion !== "string" || typeof kind !== "string") {
    return typeMissing(input, value, path, span);
  }
  const type = input.types.findKind(apiVersion, kind) ?? customType(apiVersion, kind);
  const metadata = isObject(value["metadata"]) ? value["metadata"] : {};
  const mismatch = namespaceMismatch(input, metadata["namespace"]);
  if (mismatch) return mismatch;
  const name = metadata["name"];
  const nameless = typeof name === "string" ? null : namelessProblem(input, path, span);
  if (nameless) return nameless;
  if (typeof name !== "string" && typeof metadata["generateName"] !== "string") {
    return cannotJudge("unnamed-object", "The manifest names no object.", span);
  }
  return ok({
    target: {
      type,
      namespace: type.namespaced ? textOr(metadata["namespace"], input.namespace) : null,
      name: textOr(name, `${textOr(metadata["generateName"], "")}<random>`),
      labelSelector: null,
      fieldSelector: null,
      span,
      source: path,
    },
    object: { ...value, apiVersion, kind, metadata: placed(metadata, type, input) },
    span,
  });
}

/** These look for the object where its file says, whatever -n says. */
const TRUSTS_FILES = new Set([
  "annotate",
  "certificate",
  "edit",
  "get",
  "label",
  "rollout",
  "scale",
  "set",
  "wait",
]);

const mindsNamespace = ({ invocation: { path }, flags }: PlanInput) =>
  (!TRUSTS_FILES.has(path[0] ?? "") && path[1] !== "view-last-applied") || flags.bool("local");

function namespaceMismatch(input: PlanInput, namespace: Json | undefined) {
  if (!input.namespaceGiven || typeof namespace !== "string" || !mindsNamespace(input)) return null;
  if (namespace === input.namespace) return null;
  return refuse(
    "namespace-mismatch",
    `error: the namespace from the provided object ${JSON.stringify(namespace)} does not match the namespace ${JSON.stringify(input.namespace)}. You must pass '--namespace=${namespace}' to perform this operation.`,
    input.flags.span("namespace"),
  );
}

/** kubectl writes the namespace it will use into the object. */
const placed = (metadata: JsonObject, type: ResourceRef, input: PlanInput): JsonObject =>
  type.namespaced
    ? { ...metadata, namespace: textOr(metadata["namespace"], input.namespace) }
    : metadata;

const textOr = (value: Json | undefined, fallback: string) =>
  typeof value === "string" ? value : fallback;

/** Kinds outside the built-in table: custom resources, named by their kind. */
function customType(apiVersion: string, kind: string): ResourceRef {
  const [version = "", group = ""] = apiVersion.split("/").reverse();
  return { group, version, resource: `${kind.toLowerCase()}s`, kind, namespaced: true };
}
