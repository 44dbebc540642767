/** The ports of a Service that `kubectl expose` makes: typed, or those of the exposed object. */
import { ok } from "../../../result";
import { typeAndName } from "../choose-targets";
import { note, readInteger } from "../create/create-step";
import type { FlagReader } from "../flag-reader";
import { getAt, isObject } from "../json-path";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { Json, JsonObject, Origin, Target } from "../plan-model";

/** Stands for what is taken from an object that is not known. */
export const copied = (target: Target, what: string): JsonObject => ({
  $copiedFrom: `${what} of ${typeAndName(target)}`,
});

type PortFact = { port: number; protocol: string };

export function readPorts(
  input: PlanInput,
  target: Target,
  source: JsonObject | null,
  origins: Origin[],
): Planned<Json> {
  const { flags } = input;
  const given = flags.text("port");
  const known = source ? portsOf(source, target.type.kind) : null;
  const targetPort = flags.text("target-port");
  notePorts(flags, origins);
  if (given === "" && !known) {
    const goal = targetPort === "" ? {} : { targetPort: readInteger(targetPort) ?? targetPort };
    return ok([{ ...copied(target, "ports"), ...goal }]);
  }
  const texts =
    given !== "" ? given.split(",") : [...new Set((known ?? []).map(({ port }) => String(port)))];
  if (texts.length === 0 && flags.text("cluster-ip") !== "None") {
    return refuse(
      "port-needed",
      "error: couldn't find port via --port flag or introspection",
      target.span ?? input.invocation.pathSpan,
      "Add --port=<port>.",
    );
  }
  return portsOfService(flags, texts, known ?? []);
}

function notePorts(flags: FlagReader, origins: Origin[]) {
  for (const [path, flag] of [
    ["spec.ports", "port"],
    ["spec.ports.0.targetPort", "target-port"],
    ["spec.ports.0.protocol", "protocol"],
  ] as const) {
    note(origins, path, flags.use(flag)?.span);
  }
}

function portsOfService(
  flags: FlagReader,
  texts: readonly string[],
  known: readonly PortFact[],
): Planned<Json> {
  const targetPort = flags.text("target-port");
  const ports: JsonObject[] = [];
  for (const text of texts) {
    const port = readInteger(text);
    if (port === null) {
      return refuse(
        "bad-port",
        `error: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`,
        flags.span("port"),
      );
    }
    ports.push(...servicePorts(port, ports.length, texts.length, flags.text("protocol"), known));
  }
  for (const port of ports) {
    port["targetPort"] =
      targetPort === "" ? (port["port"] ?? null) : (readInteger(targetPort) ?? targetPort);
  }
  return ok(ports);
}

function servicePorts(
  port: number,
  index: number,
  count: number,
  protocol: string,
  known: readonly PortFact[],
): JsonObject[] {
  const name = count > 1 ? `port-${String(index + 1)}` : null;
  const protocols = known.filter((fact) => fact.port === port).map((fact) => fact.protocol);
  if (protocol === "" && protocols.length > 1) {
    return protocols.map((one) => ({
      name: `port-${String(index + 1)}-${one.toLowerCase()}`,
      port,
      protocol: one,
    }));
  }
  return [{ ...(name ? { name } : {}), port, protocol: protocol || (protocols[0] ?? "TCP") }];
}

function portsOf(source: JsonObject, kind: string): PortFact[] {
  if (kind === "Service") return portFacts(getAt(source, ["spec", "ports"]), "port");
  const spec = kind === "Pod" ? ["spec"] : ["spec", "template", "spec"];
  const containers = getAt(source, [...spec, "containers"]);
  if (!Array.isArray(containers)) return [];
  return containers.flatMap((container) => portFacts(getAt(container, ["ports"]), "containerPort"));
}

function portFacts(ports: Json | undefined, key: string): PortFact[] {
  if (!Array.isArray(ports)) return [];
  return ports.filter(isObject).map((port) => ({
    port: Number(port[key]),
    protocol: typeof port["protocol"] === "string" ? port["protocol"] : "TCP",
  }));
}
