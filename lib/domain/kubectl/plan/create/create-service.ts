/** create service clusterip, nodeport, loadbalancer, externalname. */
import { ok } from "../../../result";
import type { FlagEntry } from "../flag-reader";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin } from "../plan-model";
import { createStep, note, readInteger, readName, SERVICE } from "./create-step";

type ServiceType = "ClusterIP" | "NodePort" | "LoadBalancer" | "ExternalName";

const MAX_PORT = 65535;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

export const planCreateService =
  (type: ServiceType): Planner =>
  (input) => {
    const name = readName(input);
    if (!name.ok) return name;
    const origins: Origin[] = [];
    const ports = readPorts(input, type, origins);
    if (!ports.ok) return ports;
    const special = specialFields(input, type, origins);
    if (!special.ok) return special;
    const labels = { app: name.value.text };
    const fields: JsonObject = {
      metadata: { labels },
      spec: {
        ...(ports.value.length > 0 ? { ports: ports.value } : {}),
        ...special.value,
        selector: { ...labels },
        type,
      },
      status: { loadBalancer: {} },
    };
    return ok([createStep(input, SERVICE, name.value, fields, origins)]);
  };

function specialFields(
  input: PlanInput,
  type: ServiceType,
  origins: Origin[],
): Planned<JsonObject> {
  if (type === "ExternalName") {
    const externalName = input.flags.text("external-name");
    note(origins, "spec.externalName", input.flags.use("external-name")?.span);
    if (!SUBDOMAIN.test(externalName)) {
      return refuse(
        "bad-external-name",
        `error: invalid service external name ${externalName}`,
        input.flags.span("external-name"),
      );
    }
    return ok({ externalName });
  }
  if (type !== "ClusterIP") return ok({});
  const clusterIP = input.flags.text("clusterip");
  note(origins, "spec.clusterIP", input.flags.use("clusterip")?.span);
  return ok(clusterIP === "" ? {} : { clusterIP });
}

function readPorts(input: PlanInput, type: ServiceType, origins: Origin[]): Planned<JsonObject[]> {
  const entries = input.flags.entries("tcp");
  const headless = type === "ClusterIP" && input.flags.text("clusterip") === "None";
  if (entries.length === 0 && type !== "ExternalName" && !headless) {
    return refuse(
      "tcp-needed",
      "error: at least one tcp port specifier must be provided",
      input.invocation.pathSpan,
      "Add --tcp=<port>:<targetPort>.",
    );
  }
  const nodePort = Number(input.flags.use("node-port")?.value ?? 0);
  const ports: JsonObject[] = [];
  for (const entry of entries) {
    const port = readPort(entry);
    if (!port.ok) return port;
    const at = `spec.ports.${String(ports.length)}`;
    note(origins, at, entry.span);
    if (type === "NodePort" && nodePort !== 0) {
      port.value["nodePort"] = nodePort;
      note(origins, `${at}.nodePort`, input.flags.use("node-port")?.span);
    }
    ports.push(port.value);
  }
  return ok(ports);
}

/** "80", "80:8080", "80:http". The port's name is the text with a dash. */
function readPort({ text, span }: FlagEntry): Planned<JsonObject> {
  const [portText = "", targetText] = text.split(":");
  if (!/^\d+$/.test(portText)) {
    return refuse(
      "bad-port",
      `error: strconv.ParseUint: parsing ${JSON.stringify(portText)}: invalid syntax`,
      span,
    );
  }
  const port = Number(portText);
  if (port > MAX_PORT) {
    return refuse(
      "bad-port",
      `error: strconv.ParseUint: parsing ${JSON.stringify(portText)}: value out of range`,
      span,
    );
  }
  const target = targetText === undefined ? port : (readInteger(targetText) ?? targetText);
  const wrong = targetText === undefined ? null : wrongTarget(target);
  if (wrong) return refuse("bad-target-port", `error: ${wrong}`, span);
  return ok({
    name: text.replaceAll(":", "-"),
    port,
    protocol: "TCP",
    targetPort: target,
  });
}

function wrongTarget(target: string | number): string | null {
  if (typeof target === "number") {
    return target >= 1 && target <= MAX_PORT ? null : "must be between 1 and 65535, inclusive";
  }
  const problems: string[] = [];
  if (target.length > 15) problems.push("must be no more than 15 characters");
  if (!/^[-a-z0-9]+$/.test(target)) {
    problems.push("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
  }
  if (!/[a-z]/.test(target)) problems.push("must contain at least one letter (a-z)");
  if (target.includes("--")) problems.push("must not contain consecutive hyphens");
  if (/^-|-$/.test(target)) problems.push("must not begin or end with a hyphen");
  return problems.length > 0 ? problems.join(",") : null;
}
