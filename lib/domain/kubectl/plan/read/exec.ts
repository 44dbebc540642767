/** kubectl exec and attach: a command in a container, or the one that already runs there. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { filesAndWords } from "../choose-targets";
import { readFileObjects } from "../file-objects";
import type { Planned } from "../plan-failure";
import { firstRefusal, refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import type { JsonObject, Origin, Step, Target } from "../plan-model";
import { findType } from "../select-targets";
import type { FactSpec } from "./observe";
import { observe } from "./observe";
import { containerProblem, podlessProblem, timeoutProblem } from "./pod-problem";
import { containerOf, podTarget } from "./pod-target";

/** Words after `--` are the command. Without `--`, kubectl 1.35 refuses a command. */
export const planExec: Planner = (input) => {
  const { flags, invocation } = input;
  const { args, argsLenAtDash, pathSpan } = invocation;
  const files = flags.use("filename");
  const command = args.slice(files && argsLenAtDash === 0 ? 0 : Math.max(1, argsLenAtDash ?? 1));
  const problem = firstRefusal([
    [
      argsLenAtDash === null && args.length > 1,
      () =>
        refuse(
          "command-without-dashes",
          "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead",
          args[1] ?? pathSpan,
          "Put -- before the command.",
        ),
    ],
    [
      (args.length === 0 || argsLenAtDash === 0) && !files,
      () =>
        refuse(
          "pod-needed",
          "error: pod, type/name or --filename must be specified",
          pathSpan,
          "Name the pod before --.",
        ),
    ],
    [
      command.length === 0,
      () =>
        refuse(
          "command-needed",
          "error: you must specify at least one command for the container",
          pathSpan,
          "Add -- and the command.",
        ),
    ],
  ]);
  return problem ?? timeoutProblem(input) ?? execIn(input, command);
};

function execIn(input: PlanInput, command: readonly ShellWord[]): ReturnType<Planner> {
  const { args, argsLenAtDash } = input.invocation;
  const files = input.flags.use("filename");
  const pod = args[0];
  if (pod && files && argsLenAtDash !== 0) {
    return filesAndWords({ ...pod, text: `pod/${pod.text}` });
  }
  if (!pod || files) return execInFile(input, command);
  const target = podTarget(input, pod);
  if (!target.ok) return target;
  const podless = podlessProblem(input, target.value, "cannot attach to");
  return podless ?? ok([execStep(input, target.value, command)]);
}

/** The first object of the file is the one whose container is meant. */
function execInFile(input: PlanInput, command: readonly ShellWord[]): ReturnType<Planner> {
  const read = readFileObjects(input);
  if (!read.ok) return read;
  return ok(read.value.slice(0, 1).map(({ target }) => execStep(input, target, command)));
}

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
  if (!word) {
    return refuse(
      "pod-needed",
      "error: at least 1 argument is required for attach",
      pathSpan,
      "Name the pod.",
    );
  }
  if (extra) {
    return refuse(
      "too-many-words",
      `error: expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw ${String(args.length)}: [${args.map(({ text }) => text).join(" ")}]`,
      extra,
    );
  }
  if (name && word.text.includes("/")) return findType(input, word.text, word) as Planned<never>;
  const target = podTarget(input, name ? { ...word, text: `${word.text}/${name.text}` } : word);
  if (!target.ok) return target;
  const origins: Origin[] = [];
  const container = containerOf(input, undefined, origins);
  const wrong =
    timeoutProblem(input) ??
    podlessProblem(input, target.value, "cannot attach to") ??
    containerProblem(
      input,
      target.value,
      container,
      input.flags.span("container"),
      (pod) =>
        `error: cannot attach to the container: container ${container} not found in pod ${pod}`,
    );
  if (wrong) return wrong;
  const specs: readonly FactSpec[] = [
    ["stdin", "bool"],
    ["tty", "bool"],
  ];
  return ok([
    observe(input, "attach", [target.value], specs, container === "" ? {} : { container }, origins),
  ]);
};
