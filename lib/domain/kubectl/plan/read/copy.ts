/** kubectl cp: files to and from a container. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { POD } from "../create/create-step";
import { normalPath } from "../normal-path";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin } from "../plan-model";
import { absence, READ_NOT_FOUND } from "../server-refusal";
import { observe } from "./observe";
import { containerOf } from "./pod-target";

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
  const pods = [source, destination].filter(({ pod }) => pod !== null).length;
  if (pods !== 1) return oneRemote(pods, to);
  const absent = copyProblem(input, from, to);
  if (absent) return absent;
  const origins: Origin[] = [
    { path: "from", span: from },
    { path: "to", span: to },
  ];
  const container = containerOf(input, undefined, origins);
  const facts: JsonObject = {
    from: sayEnd(source),
    to: sayEnd(destination),
    ...(container === "" ? {} : { container }),
  };
  return ok([observe(input, "cp", [], [["no-preserve", "bool"]], facts, origins)]);
};

/** The local source must be there, and so must the pod. */
function copyProblem(input: PlanInput, from: ShellWord, to: ShellWord) {
  const remote = [from, to].find((end) => end.text.includes(":")) ?? to;
  if (remote === to && input.world.lacksFile(normalPath(from.text))) {
    const message = `error: ${from.text} doesn't exist in local filesystem`;
    return refuse("no-such-file", message, from, "There is no such file or folder here.");
  }
  const { pod } = copyEnd(remote.text, input.namespace);
  const [namespace = "", name = ""] = pod?.split("/") ?? [];
  const target = { type: POD, namespace, name, labelSelector: null, fieldSelector: null };
  return absence(input, { ...target, span: remote }, "copying", READ_NOT_FOUND);
}

/** One end is in a pod, the other is not. */
function oneRemote(pods: number, to: ShellWord) {
  const wanted = pods === 2 ? "local" : "remote";
  const message = `error: one of src or dest must be a ${wanted} file specification`;
  return refuse(`one-${wanted}`, message, to, pods === 2 ? null : "Name the pod: <pod>:<path>.");
}

function copyEndProblem(end: ShellWord) {
  const at = end.text.indexOf(":");
  if (at < 0) return null;
  if (at === 0 || end.text.slice(0, at).split("/").length > 2) {
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

const sayEnd = ({ pod, path }: { pod: string | null; path: string }) =>
  pod === null ? path : `${pod}:${path}`;

/** "ns/pod:path", "pod:path" or a local path. */
function copyEnd(text: string, namespace: string): { pod: string | null; path: string } {
  const at = text.indexOf(":");
  if (at < 0) return { pod: null, path: normalPath(text) };
  const [first = "", second] = text.slice(0, at).split("/");
  const pod = second === undefined ? `${namespace}/${first}` : `${first}/${second}`;
  return { pod, path: normalPath(text.slice(at + 1)) };
}
