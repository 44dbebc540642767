/**
 * Silent traps: lines that kubectl accepts but that do something else than they
 * seem to. Each has its own code and sentence.
 */
import type { Invocation, Notice } from "../invocation";
import type { Finding } from "../model";
import type { ReadLine } from "../state/run-answer";

type Detector = (invocation: Invocation) => Notice | null;

/** Traps on the lines; where `findings` are given, those that may explain them. */
export function findTraps(lines: readonly ReadLine[], findings: readonly Finding[]): Finding[] {
  const found = lines.flatMap(({ invocation }) => trapsOf(invocation).map(findingOf));
  const known = new Set(findings.map((finding) => finding.code));
  const onlyFields = findings.length > 0 && findings.every(({ field }) => field !== null);
  const commandDiffers = findings.some(({ field }) => /command|args/.test(field ?? ""));
  return found.filter(
    ({ code }) => !known.has(code) && (!ABOUT_COMMANDS.has(code) || !onlyFields || commandDiffers),
  );
}

/** Worth a word only where the command itself is not as asked. */
const ABOUT_COMMANDS = new Set([
  "dash-fills-command",
  "run-args-not-command",
  "run-command-not-args",
]);

/** What a learner should know of a line that kubectl accepts; odd characters included. */
export const trapsOf = (invocation: Invocation): Notice[] => [
  ...DETECTORS.flatMap((detect) => detect(invocation) ?? []),
  ...invocation.notices,
];

const findingOf = ({ code, span, message }: Notice): Finding => ({
  code,
  field: null,
  expected: null,
  got: null,
  span,
  message,
});

const is = ({ path }: Invocation, command: string) => path.join(" ") === command;
const uses = ({ flags }: Invocation, name: string) => flags.filter((flag) => flag.name === name);
const has = (invocation: Invocation, name: string) => uses(invocation, name).length > 0;
const wordAt = (invocation: Invocation, index: number) => invocation.args[index];

const runArgs: Detector = (invocation) => {
  const word = wordAt(invocation, 1);
  if (!is(invocation, "run") || !word) return null;
  const command = uses(invocation, "command").at(-1)?.value === "true";
  return command
    ? {
        code: "run-command-not-args",
        span: word,
        message:
          "With --command these words replace the image's command; without it they are its args.",
      }
    : {
        code: "run-args-not-command",
        span: word,
        message:
          "In kubectl run the words after the name become args; add --command to make them the command.",
      };
};

const createCommand: Detector = (invocation) => {
  const word = wordAt(invocation, 1);
  if (
    !word ||
    !["create deployment", "create job", "create cronjob"].some((name) => is(invocation, name))
  ) {
    return null;
  }
  return {
    code: "dash-fills-command",
    span: word,
    message: "In kubectl create the words after -- become the container's command, not its args.",
  };
};

const repeatedSelector: Detector = (invocation) => {
  const name = has(invocation, "selector") ? "selector" : "labels";
  const [first, second] = uses(invocation, name);
  if (!first || !second) return null;
  return {
    code: "repeated-selector",
    span: first.span,
    message: `Only the last -l counts; write both in one: -l ${first.value},${second.value}.`,
  };
};

const csvIn =
  (flag: string, code: string): Detector =>
  (invocation) => {
    const use = uses(invocation, flag).find(({ value }) => /^[^=,]+=[^,]*,[\w.-]+=/.test(value));
    if (!use) return null;
    return {
      code,
      span: use.span,
      message: `--${flag} does not split at commas: this is one value, ${use.value.slice(use.value.indexOf("=") + 1)}. Write --${flag} once for each.`,
    };
  };

const flagAfterDashes: Detector = (invocation) => {
  const { args, argsLenAtDash } = invocation;
  const flag =
    argsLenAtDash === null
      ? undefined
      : args
          .slice(argsLenAtDash)
          .find((word) => /^--?[a-z]/.test(word.text) && isOwnFlag(invocation, word.text));
  if (!flag) return null;
  return {
    code: "flag-after-dashes",
    span: flag,
    message: `${flag.text} stands after --, so it goes to the container and not to kubectl; write it before --.`,
  };
};

/** Long flags of the command itself; "-c" belongs to many shells. */
const isOwnFlag = ({ command }: Invocation, text: string) => {
  const name = /^--([\w-]+)/.exec(text)?.[1];
  return (
    name !== undefined && (name === "namespace" || command.flags.some((flag) => flag.name === name))
  );
};

const dryRunSpace: Detector = (invocation) => {
  const use = uses(invocation, "dry-run").at(-1);
  const word = invocation.args.find(({ text }) => text === "client" || text === "server");
  if (!use || use.valueSpan || !word) return null;
  return {
    code: "dry-run-space",
    span: word,
    message: `--dry-run takes its value only with an equals sign: --dry-run=${word.text}. Here ${word.text} is a word of its own.`,
  };
};

const cpuWithoutPercent: Detector = (invocation) => {
  const use = uses(invocation, "cpu").at(-1);
  if (!is(invocation, "autoscale") || !use || !/^\d+$/.test(use.value)) return null;
  return {
    code: "cpu-without-percent",
    span: use.span,
    message: `--cpu=${use.value} aims at ${use.value} milli-CPUs per pod; for a share of the request write --cpu=${use.value}%.`,
  };
};

const limitsLastWins: Detector = (invocation) => {
  for (const name of ["limits", "requests"]) {
    const [first, second] = uses(invocation, name);
    if (is(invocation, "set resources") && first && second) {
      return {
        code: "limits-last-wins",
        span: first.span,
        message: `Only the last --${name} counts; write --${name}=${first.value},${second.value}.`,
      };
    }
  }
  return null;
};

const commaNames: Detector = (invocation) => {
  const word = invocation.args.slice(1).find(({ text }) => /^[a-z0-9][\w.-]*,[\w.,-]+$/.test(text));
  if (
    !word ||
    !["delete", "get", "describe", "scale", "label", "annotate"].includes(invocation.path[0] ?? "")
  ) {
    return null;
  }
  return {
    code: "comma-names",
    span: word,
    message: `Names are not split at commas: this is one name, "${word.text}". Separate names with spaces.`,
  };
};

const graceWithoutForce: Detector = (invocation) => {
  const use = uses(invocation, "grace-period").at(-1);
  if (!is(invocation, "delete") || use?.value !== "0" || has(invocation, "force")) return null;
  return {
    code: "grace-period-0-without-force",
    span: use.span,
    message: "Without --force a grace period of 0 is raised to 1 second.",
  };
};

const forceMeansZero: Detector = (invocation) => {
  const use = uses(invocation, "force").at(-1);
  if (!is(invocation, "delete") || !use || has(invocation, "grace-period")) return null;
  return {
    code: "force-means-grace-0",
    span: use.span,
    message: "--force alone deletes at once: the grace period becomes 0.",
  };
};

const singleDashLong: Detector = (invocation) => {
  const use = uses(invocation, "namespace").find(
    ({ value, span }) => value.startsWith("amespace") && span.end - span.start > 3,
  );
  if (!use) return null;
  return {
    code: "single-dash-long",
    span: use.span,
    message: `-namespace is read as -n with the value ${use.value}; write --namespace or -n.`,
  };
};

const wordsBeforeDashes: Detector = (invocation) => {
  const { argsLenAtDash, args } = invocation;
  const word = args[1];
  if (!is(invocation, "exec") || argsLenAtDash === null || argsLenAtDash < 2 || !word) return null;
  return {
    code: "words-before-dashes",
    span: word,
    message: `kubectl exec drops ${word.text}: everything between the pod and -- is ignored. Put it after --.`,
  };
};

const logsPodWord: Detector = (invocation) => {
  const [first, second] = invocation.args;
  if (!is(invocation, "logs") || !second || !first || !/^(po|pods?)$/.test(first.text)) return null;
  return {
    code: "logs-pod-word",
    span: first,
    message: `kubectl logs takes no type word: this asks for container ${second.text} of a pod called ${first.text}. Write kubectl logs ${second.text}.`,
  };
};

const restartAll: Detector = (invocation) => {
  const [word, name] = invocation.args;
  if (
    invocation.path[0] !== "rollout" ||
    !word ||
    name ||
    word.text.includes("/") ||
    has(invocation, "selector")
  ) {
    return null;
  }
  return {
    code: "restart-all",
    span: word,
    message: `Without a name, kubectl ${invocation.path.join(" ")} takes every ${word.text} in the namespace.`,
  };
};

const portPerWord: Detector = (invocation) => {
  const use = uses(invocation, "tcp").find(({ value }) => !value.includes(":"));
  if (!use || invocation.path[1] !== "service") return null;
  return {
    code: "tcp-names-port",
    span: use.span,
    message: `--tcp=${use.value} names the service port ${use.value}; --tcp=${use.value}:${use.value} names it ${use.value}-${use.value}.`,
  };
};

const DETECTORS: readonly Detector[] = [
  runArgs,
  createCommand,
  repeatedSelector,
  csvIn("env", "csv-env"),
  csvIn("from-literal", "csv-literal"),
  flagAfterDashes,
  dryRunSpace,
  cpuWithoutPercent,
  limitsLastWins,
  commaNames,
  graceWithoutForce,
  forceMeansZero,
  singleDashLong,
  wordsBeforeDashes,
  logsPodWord,
  restartAll,
  portPerWord,
];
