/** kubectl port-forward: local ports that lead to a pod. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Target } from "../plan-model";
import { absence, READ_NOT_FOUND } from "../server-refusal";
import { observe } from "./observe";
import { podlessProblem, remotePortProblem, timeoutProblem } from "./pod-problem";
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
  const early = timeoutProblem(input);
  if (early) return early;
  const target = podTarget(input, word);
  if (!target.ok) return target;
  const absent = absence(input, target.value, null, READ_NOT_FOUND);
  if (absent) return absent;
  const bad = ports.find((port) => portPair(port.text) === null);
  const wrong =
    podlessProblem(input, target.value, "cannot attach to") ??
    missingPort(input, target.value, ports) ??
    addressProblem(input) ??
    (bad ? portProblem(bad) : null);
  if (wrong) return wrong;
  return ok([forwardStep(input, target.value, word, ports)]);
};

function forwardStep(
  input: PlanInput,
  target: Target,
  word: ShellWord,
  ports: readonly ShellWord[],
) {
  const pairs = ports.flatMap((port) => portPair(port.text) ?? []);
  const addresses = input.flags.entries("address").map((entry) => entry.text);
  const facts: JsonObject = { ports: pairs.sort() };
  if (addresses.length > 0 && !isLocal(addresses)) facts["address"] = addresses.sort();
  const first = ports[0] ?? word;
  const origins: Origin[] = [
    { path: "ports", span: { start: first.start, end: (ports.at(-1) ?? first).end } },
  ];
  const address = input.flags.use("address");
  if (address) origins.push({ path: "address", span: address.span });
  return observe(input, "port-forward", [target], [], facts, origins);
}

function missingPort(input: PlanInput, target: Target, ports: readonly ShellWord[]) {
  for (const port of ports) {
    const [, remote] = splitPorts(port.text);
    const problem =
      remote === "" ? portProblem(port) : remotePortProblem(input, target, remote, port);
    if (problem) return problem;
  }
  return null;
}

function portProblem(port: ShellWord) {
  const [local, remote] = splitPorts(port.text);
  const message =
    remote === ""
      ? "remote port cannot be empty"
      : isPort(local === "" ? "0" : local)
        ? remote === "0"
          ? "remote port must be > 0"
          : wordedAsPort("remote", remote)
        : wordedAsPort("local", local);
  return refuse("bad-ports", `error: ${message}`, port, "Write <local>:<remote>.");
}

const isPort = (port: string) => /^\d+$/.test(port) && !isFar(port);

const isFar = (port: string) => /^\d+$/.test(port) && Number(port) > MAX_PORT;

function wordedAsPort(which: string, port: string): string {
  const reason = isFar(port) ? "value out of range" : "invalid syntax";
  return `error parsing ${which} port '${port}': strconv.ParseUint: parsing ${JSON.stringify(port)}: ${reason}`;
}

/** As kubectl parts them: with more than one colon the first port counts twice. */
function splitPorts(text: string): [local: string, remote: string] {
  const [first = "", second, more] = text.split(":");
  return second === undefined || more !== undefined ? [first, first] : [first, second];
}

const MAX_PORT = 65_535;

const isLocal = (addresses: readonly string[]) =>
  addresses.length === 1 && (addresses[0] === "localhost" || addresses[0] === "127.0.0.1");

/** "8080" is 8080:8080; ":80" picks a free local port, as "0:80" does. */
function portPair(text: string): string | null {
  const [first, remote] = splitPorts(text);
  const local = first === "" ? "0" : first;
  if (!/^[\w-]+$/.test(remote) || remote === "0" || isFar(remote)) return null;
  if ((local !== remote && !/^\d+$/.test(local)) || isFar(local)) return null;
  return `${local}:${remote}`;
}

/** Each is localhost or an address. */
function addressProblem({ flags }: PlanInput) {
  const use = flags.use("address");
  if (!use) return null;
  const span = flags.span("address");
  const entries = use.value === "" ? [] : flags.entries("address");
  if (entries.length === 0) {
    return refuse("no-address", "error: you must specify at least 1 address", span);
  }
  const wrong = entries.find(({ text }) => text !== "localhost" && !ADDRESS.test(text));
  return wrong ? refuse("bad-address", `error: ${wrong.text} is not a valid IP`, wrong.span) : null;
}

const ADDRESS =
  /^(?:(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}|(?=.*:)[\da-fA-F:]+(?:\d{1,3}(?:\.\d{1,3}){3})?)$/;
