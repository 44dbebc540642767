/** create configmap and create secret: key=value pairs, files and env files. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import type { Span } from "../../model";
import { normalPath } from "../normal-path";
import { fileProblem } from "../path-problem";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { Json, JsonObject, Origin } from "../plan-model";
import { encodeBase64 } from "./base64";
import { keyProblem } from "./config-key";
import { appendHash } from "./content-hash";
import { builtIn, createStep, note, readName } from "./create-step";
import { pairProblem } from "./key-pair";

const CONFIG_MAP = builtIn("", "v1", "configmaps", "ConfigMap");
const SECRET = builtIn("", "v1", "secrets", "Secret");

/** A value is text, or stands for a file whose text is not known. */
type Value = { text: string } | { file: string };
type Entry = { key: string; value: Value; span: Span };

const unknownFile = (path: string) => `$(contents of ${path})`;
const plainValue = (value: Value): Json => ("text" in value ? value.text : unknownFile(value.file));
const secretValue = (value: Value): Json =>
  "text" in value ? encodeBase64(value.text) : unknownFile(value.file);

export const planCreateConfigMap: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const entries = readSources(input, name.value, "ConfigMap");
  if (!entries.ok) return entries;
  const origins: Origin[] = [];
  const data = collect(entries.value, origins, plainValue);
  const fields = data === null ? {} : { data };
  return ok([
    createStep(input, CONFIG_MAP, hashed(input, name.value, "ConfigMap", fields), fields, origins),
  ]);
};

export const planCreateGenericSecret: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const entries = readSources(input, name.value, "Secret");
  if (!entries.ok) return entries;
  const origins: Origin[] = [];
  const data = collect(entries.value, origins, secretValue);
  const type = input.flags.text("type");
  note(origins, "type", input.flags.use("type")?.span);
  const fields: JsonObject = {
    ...(data === null ? {} : { data }),
    ...(type === "" ? {} : { type }),
  };
  return ok([
    createStep(input, SECRET, hashed(input, name.value, "Secret", fields), fields, origins),
  ]);
};

export const planCreateTlsSecret: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const origins: Origin[] = [];
  const cert = input.flags.text("cert");
  const key = input.flags.text("key");
  if (cert === "" || key === "") {
    return refuse(
      "key-and-cert",
      "error: key and cert must be specified",
      input.invocation.pathSpan,
    );
  }
  const problem = pairProblem(input, cert, key);
  if (problem) return problem;
  note(origins, "data.tls.crt", input.flags.use("cert")?.span);
  note(origins, "data.tls.key", input.flags.use("key")?.span);
  const fields: JsonObject = {
    data: {
      "tls.crt": secretValue(fileValue(input, cert)),
      "tls.key": secretValue(fileValue(input, key)),
    },
    type: "kubernetes.io/tls",
  };
  return ok([
    createStep(input, SECRET, hashed(input, name.value, "Secret", fields), fields, origins),
  ]);
};

export const planCreateRegistrySecret: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const { flags } = input;
  const files = flags.entries("from-file");
  const server = flags.text("docker-server");
  const username = flags.text("docker-username");
  const password = flags.text("docker-password");
  const email = flags.text("docker-email");
  if (files.length === 0 && (username === "" || password === "" || server === "")) {
    return refuse(
      "registry-login",
      "error: either --from-file or the combination of --docker-username, --docker-password and --docker-server is required",
      input.invocation.pathSpan,
    );
  }
  const origins: Origin[] = [];
  let data: JsonObject | null;
  if (files.length > 0) {
    const entries = readFiles(input, "Secret");
    if (!entries.ok) return entries;
    const files = entries.value.map((entry) => ({ ...entry, key: registryKey(entry.key) }));
    data = collect(files, origins, secretValue);
  } else {
    for (const flag of ["docker-server", "docker-username", "docker-password", "docker-email"]) {
      note(origins, "data..dockerconfigjson", flags.use(flag)?.span);
    }
    const auth = encodeBase64(`${username}:${password}`);
    const login = { username, password, ...(email === "" ? {} : { email }), auth };
    const json = goJson({ auths: { [server]: login } });
    data = { ".dockerconfigjson": encodeBase64(json) };
  }
  const fields: JsonObject = { ...(data ? { data } : {}), type: "kubernetes.io/dockerconfigjson" };
  return ok([
    createStep(input, SECRET, hashed(input, name.value, "Secret", fields), fields, origins),
  ]);
};

/** A bare file name becomes the key that the kind of secret needs. */
const registryKey = (key: string) =>
  key.includes(".dockerconfigjson") ? key : ".dockerconfigjson";

/** Go escapes <, > and & in JSON text. */
const goJson = (value: Json) =>
  JSON.stringify(value).replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);

const hashed = (input: PlanInput, name: ShellWord, kind: string, fields: JsonObject): ShellWord =>
  input.flags.bool("append-hash")
    ? { ...name, text: `${name.text}-${appendHash(kind, name.text, fields)}` }
    : name;

function readSources(input: PlanInput, name: ShellWord, kind: string): Planned<Entry[]> {
  const envFiles = input.flags.entries("from-env-file");
  const others = input.flags.use("from-file") ?? input.flags.use("from-literal");
  if (envFiles.length > 0 && others) {
    return refuse(
      "env-file-alone",
      "error: from-env-file cannot be combined with from-file or from-literal",
      others.span,
    );
  }
  const files = readFiles(input, kind);
  if (!files.ok) return files;
  const literals = readLiterals(input);
  if (!literals.ok) return literals;
  const missing = envFileProblem(input, kind);
  if (missing) return missing;
  const entries = [...files.value, ...literals.value, ...readEnvFiles(input)];
  return checkKeys(entries, kind, name.text);
}

function checkKeys(entries: Entry[], kind: string, name: string): Planned<Entry[]> {
  const seen = new Set<string>();
  for (const { key, span } of entries) {
    const problem = keyProblem(key);
    if (problem !== null) {
      const said =
        kind === "Secret" ? "valid key name for a Secret" : `a valid key name for a ${kind}:`;
      const message = `error: ${JSON.stringify(key)} is not ${said} ${problem}`;
      return refuse("bad-key", message, span);
    }
    if (seen.has(key)) {
      const held = kind === "Secret" ? "" : ` for ${kind} ${JSON.stringify(name)}`;
      return refuse(
        "repeated-key",
        kind === "Secret"
          ? `error: cannot add key ${key}, another key by that name already exists`
          : `error: cannot add key ${JSON.stringify(key)}, another key by that name already exists in Data${held}`,
        span,
      );
    }
    seen.add(key);
  }
  return ok(entries);
}

const noSuchFile = (path: string) => `error: error reading ${path}: no such file or directory`;
const UNREADABLE = { missing: noSuchFile, folder: noSuchFile };

function envFileProblem(input: PlanInput, kind: string) {
  const noun = kind === "Secret" ? "secret" : "config";
  const folder = () => `error: env ${noun} file cannot be a directory`;
  for (const { text, span } of input.flags.entries("from-env-file")) {
    const problem = fileProblem(input, text, span, { missing: noSuchFile, folder });
    if (problem) return problem;
  }
  return null;
}

function readLiterals(input: PlanInput): Planned<Entry[]> {
  const entries: Entry[] = [];
  for (const { text, span } of input.flags.entries("from-literal")) {
    const at = text.indexOf("=");
    if (at <= 0) {
      return refuse(
        "bad-literal",
        `error: invalid literal source ${text}, expected key=value`,
        span,
        "Write --from-literal=key=value, once for each key.",
      );
    }
    const value = text.slice(at + 1).replace(/^["']+|["']+$/g, "");
    entries.push({ key: text.slice(0, at), value: { text: value }, span });
  }
  return ok(entries);
}

function readFiles(input: PlanInput, kind: string): Planned<Entry[]> {
  const entries: Entry[] = [];
  for (const { text, span } of input.flags.entries("from-file")) {
    const [first = "", second] = text.split("=");
    const path = second ?? first;
    const inFolder = input.world.listFiles(normalPath(path));
    const problem = fileSourceProblem(text, inFolder.length > 0);
    if (problem !== null) return refuse("bad-file-source", `error: ${problem}`, span);
    const missing = inFolder.length > 0 ? null : fileProblem(input, path, span, UNREADABLE);
    if (missing) return missing;
    if (inFolder.length === 0) {
      entries.push({
        key: second === undefined ? baseName(path, kind) : first,
        value: fileValue(input, path),
        span,
      });
    }
    for (const file of inFolder) {
      entries.push({ key: baseName(file, kind), value: fileValue(input, file), span });
    }
  }
  return ok(entries);
}

/** What is wrong with `path` or `key=path`; null when nothing is. */
function fileSourceProblem(text: string, isFolder: boolean): string | null {
  const [first = "", second, more] = text.split("=");
  if (more !== undefined) return "key names or file paths cannot contain '='";
  if (second === undefined) return null;
  if (second === "") return `file path for key name ${first} missing`;
  if (first === "") return `key name for file path ${second} missing`;
  return isFolder ? "cannot give a key name for a directory path" : null;
}

const baseName = (path: string, kind: string) => {
  const name = normalPath(path).split("/").at(-1) ?? path;
  return kind === "" ? path : name;
};

function fileValue(input: PlanInput, path: string): Value {
  const normal = normalPath(path);
  const text = input.world.readFile(normal);
  return text === null ? { file: normal } : { text };
}

/** KEY=value lines; blank lines and # comments are left out. */
function readEnvFiles(input: PlanInput): Entry[] {
  return input.flags.entries("from-env-file").flatMap(({ text, span }): Entry[] => {
    const path = normalPath(text);
    const content = input.world.readFile(path);
    if (content === null) {
      return [
        { key: `env-file.${path.replace(/[^-._a-zA-Z0-9]/g, "_")}`, value: { file: path }, span },
      ];
    }
    return content
      .split(/\r?\n/)
      .map((line) => line.trimStart())
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const at = line.indexOf("=");
        // A name alone takes its value from the shell's environment, which is not known.
        if (at < 0) return { key: line, value: { text: "" }, span };
        return { key: line.slice(0, at), value: { text: line.slice(at + 1) }, span };
      });
  });
}

function collect(
  entries: readonly Entry[],
  origins: Origin[],
  write: (value: Value) => Json,
): JsonObject | null {
  if (entries.length === 0) return null;
  const data: JsonObject = {};
  for (const { key, value, span } of entries) {
    data[key] = write(value);
    note(origins, `data.${key}`, span);
  }
  return data;
}
