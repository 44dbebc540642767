/** kubectl port-forward: local ports that lead to a pod. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Target } from "../plan-model";
import { observe } from "./observe";
import { podlessProblem, remotePortProblem } from "./pod-problem";
import { podTarget } from "./pod-target";

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
  const bad = ports.find((port) => portPair(port.text) === null);
  if (bad) return portProblem(bad);
  const pairs = ports.flatMap((port) => portPair(port.text) ?? []);
  const wrong =
    podlessProblem(input, target.value, "cannot attach to") ??
    missingPort(input, target.value, ports);
  if (wrong) return wrong;
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

function missingPort(input: PlanInput, target: Target, ports: readonly ShellWord[]) {
  for (const port of ports) {
    const remote = port.text.split(":").at(-1) ?? "";
    const problem = remotePortProblem(input, target, remote, port);
    if (problem) return problem;
  }
  return null;
}

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
