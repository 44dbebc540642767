/**
 * create ingress: `--rule=host/path=service:port[,tls[=secret]]`.
 * A path that ends in `*` becomes pathType Prefix without the star; any other is Exact.
 */
import { ok } from "../../../result";
import type { FlagEntry } from "../flag-reader";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin } from "../plan-model";
import { builtIn, createStep, note, readInteger, readName } from "./create-step";

const INGRESS = builtIn("networking.k8s.io", "v1", "ingresses", "Ingress");
const RULE = /^([\w*\-.]*)(\/.*)=([\w-]+):([\w-]+)(?:,(tls)=?([\w-]+)?)?/;

type Rule = {
  host: string;
  path: string;
  service: string;
  port: string;
  tls: boolean;
  secret: string;
  entry: FlagEntry;
};

export const planCreateIngress: Planner = (input) => {
  const name = readName(input);
  if (!name.ok) return name;
  const { flags } = input;
  const ruleEntries = flags.entries("rule");
  const backend = flags.text("default-backend");
  const problem = ingressProblem(input, ruleEntries, backend);
  if (problem) return problem;

  const rules = ruleEntries.map(readRule).filter((rule) => rule !== null);
  const origins: Origin[] = [];
  const annotations = readAnnotations(input, origins);
  const className = flags.text("class");
  note(origins, "spec.ingressClassName", flags.use("class")?.span);
  note(origins, "spec.defaultBackend", flags.use("default-backend")?.span);
  const tls = tlsOf(rules, origins);
  const [backendName = "", backendPort = ""] = backend.split(":");
  const fields: JsonObject = {
    metadata: annotations ? { annotations } : {},
    spec: {
      ...(backend === "" ? {} : { defaultBackend: backendOf(backendName, backendPort) }),
      ...(className === "" ? {} : { ingressClassName: className }),
      ...(rules.length > 0 ? { rules: rulesOf(rules, origins) } : {}),
      ...(tls.length > 0 ? { tls } : {}),
    },
    status: { loadBalancer: {} },
  };
  return ok([createStep(input, INGRESS, name.value, fields, origins)]);
};

function ingressProblem(input: PlanInput, rules: readonly FlagEntry[], backend: string) {
  if (rules.length === 0 && backend === "") {
    return refuse(
      "rule-needed",
      "error: not enough information provided: every ingress has to either specify a default-backend (which catches all traffic) or a list of rules (which catch specific paths)",
      input.invocation.pathSpan,
      'Add --rule="host/path=service:port".',
    );
  }
  for (const rule of rules) {
    if (readRule(rule)) continue;
    return refuse(
      "bad-rule",
      `error: rule ${rule.text} is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]`,
      rule.span,
      rule.text.includes("/") ? null : "The host must be followed by a path, at least /.",
    );
  }
  for (const { text, span } of input.flags.entries("annotation")) {
    if (text.includes("=")) continue;
    return refuse(
      "bad-annotation",
      `error: annotation ${text} is invalid and should be in format key=[value]`,
      span,
    );
  }
  if (backend !== "" && backend.split(":").length !== 2) {
    return refuse(
      "bad-backend",
      "error: default-backend should be in format servicename:serviceport",
      input.flags.span("default-backend"),
    );
  }
  return null;
}

/** The whole must look like a rule; what stands after the only comma is then taken for TLS, whatever it is. */
function readRule(entry: FlagEntry): Rule | null {
  const whole = RULE.exec(entry.text);
  if (!whole) return null;
  const comma = entry.text.indexOf(",");
  const route = comma < 0 ? null : RULE.exec(entry.text.slice(0, comma));
  const [, host = "", path = "", service = "", port = "", tls, name = ""] = route ?? whole;
  if (!route) return { host, path, service, port, tls: tls !== undefined, secret: name, entry };
  const secret = entry.text.slice(comma + 1).split("=")[1] ?? "";
  const single = !entry.text.includes(",", comma + 1);
  return { host, path, service, port, tls: single, secret: single ? secret : "", entry };
}

function readAnnotations(input: PlanInput, origins: Origin[]): JsonObject | null {
  const entries = input.flags.entries("annotation");
  if (entries.length === 0) return null;
  const annotations: JsonObject = {};
  for (const { text, span } of entries) {
    const at = text.indexOf("=");
    annotations[text.slice(0, at)] = text.slice(at + 1);
    note(origins, `metadata.annotations.${text.slice(0, at)}`, span);
  }
  return annotations;
}

const backendOf = (name: string, port: string): JsonObject => {
  const number = readInteger(port);
  if (port === "" || number === 0) return { service: { name } };
  return { service: { name, port: number === null ? { name: port } : { number } } };
};

function rulesOf(rules: readonly Rule[], origins: Origin[]): JsonObject[] {
  const hosts = new Map<string, JsonObject[]>();
  for (const rule of rules) {
    const paths = hosts.get(rule.host) ?? [];
    const prefix = rule.path.endsWith("*");
    hosts.set(rule.host, paths);
    const ruleIndex = [...hosts.keys()].indexOf(rule.host);
    note(
      origins,
      `spec.rules.${String(ruleIndex)}.http.paths.${String(paths.length)}`,
      rule.entry.span,
    );
    if (paths.length === 0) note(origins, `spec.rules.${String(ruleIndex)}`, rule.entry.span);
    paths.push({
      backend: backendOf(rule.service, rule.port),
      path: prefix ? rule.path.slice(0, -1) : rule.path,
      pathType: prefix ? "Prefix" : "Exact",
    });
  }
  return [...hosts].map(([host, paths]) => ({ ...(host === "" ? {} : { host }), http: { paths } }));
}

function tlsOf(rules: readonly Rule[], origins: Origin[]): JsonObject[] {
  const hosts = new Map<string, string[]>();
  for (const rule of rules) {
    if (!rule.tls) continue;
    const list = hosts.get(rule.secret) ?? [];
    if (!list.includes(rule.host)) list.push(rule.host);
    hosts.set(rule.secret, list);
    note(origins, `spec.tls.${String(hosts.size - 1)}`, rule.entry.span);
  }
  return [...hosts].map(([secretName, names]) => ({
    hosts: names,
    ...(secretName === "" ? {} : { secretName }),
  }));
}
