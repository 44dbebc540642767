/** What kubectl debug refuses before it looks for the pod or node, in its order. */
import type { FlagReader } from "../flag-reader";
import { normalPath } from "../normal-path";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import { isImageName, PULL_POLICIES } from "../write/run-problem";

type Refused = ReturnType<typeof refuse>;

export function debugProblem(input: PlanInput, node: boolean): Refused | null {
  const { flags } = input;
  return (
    profileProblem(flags) ??
    copyOnlyProblem(flags) ??
    imageProblem(input, node) ??
    copyProblem(flags) ??
    ttyProblem(flags) ??
    customProblem(input)
  );
}

function profileProblem(flags: FlagReader): Refused | null {
  const profile = flags.text("profile");
  if (DEBUG_PROFILES.has(profile)) return null;
  return refuse(
    "bad-profile",
    `error: unknown profile: ${profile}`,
    flags.span("profile"),
    `It is one of ${[...DEBUG_PROFILES].join(", ")}.`,
  );
}

const DEBUG_PROFILES = new Set([
  "legacy",
  "general",
  "baseline",
  "restricted",
  "netadmin",
  "sysadmin",
]);

function copyOnlyProblem(flags: FlagReader): Refused | null {
  const only = ["replace", "same-node", "set-image"].find((name) => {
    const use = flags.use(name);
    return use !== null && use.value !== "false";
  });
  if (only === undefined || flags.text("copy-to") !== "") return null;
  const message = `error: --${only} may only be used with --copy-to.`;
  return refuse("needs-copy-to", message, flags.span(only));
}

function imageProblem({ flags, invocation }: PlanInput, node: boolean): Refused | null {
  const image = flags.text("image");
  if (image !== "") {
    if (isImageName(image)) return pullProblem(flags);
    const message = `error: invalid image name ${JSON.stringify(image)}: invalid reference format`;
    return refuse("bad-image", message, flags.span("image"));
  }
  if (!node && flags.text("copy-to") !== "") {
    const command = invocation.args.length > (invocation.argsLenAtDash ?? invocation.args.length);
    if (command || flags.use("set-image")) return pullProblem(flags);
    const message = "error: you must specify --image, --set-image or command arguments.";
    return refuse("image-needed", message, invocation.pathSpan, "Add --image=busybox.");
  }
  return refuse(
    "image-needed",
    "error: you must specify --image when not using --copy-to.",
    invocation.pathSpan,
    "Add --image=busybox.",
  );
}

function pullProblem(flags: FlagReader): Refused | null {
  const pull = flags.text("image-pull-policy");
  if (pull === "" || PULL_POLICIES.includes(pull)) return null;
  const message = `error: invalid image pull policy: ${pull}`;
  return refuse("bad-pull-policy", message, flags.span("image-pull-policy"));
}

function copyProblem(flags: FlagReader): Refused | null {
  if (flags.text("target") === "" || flags.text("copy-to") === "") return null;
  const message = "error: --target is incompatible with --copy-to. Use --share-processes instead.";
  return refuse("target-and-copy", message, flags.span("target"));
}

function ttyProblem(flags: FlagReader): Refused | null {
  if (!flags.bool("tty") || flags.bool("stdin")) return null;
  return refuse(
    "tty-without-stdin",
    "error: -i/--stdin is required for containers with -t/--tty=true",
    flags.span("tty"),
  );
}

function customProblem({ flags, world }: PlanInput): Refused | null {
  const path = flags.text("custom");
  if (path === "" || !world.lacksFile(normalPath(path))) return null;
  const message = `error: must pass a container spec json file for custom profile: open ${path}: no such file or directory`;
  return refuse(
    "no-such-file",
    message,
    flags.span("custom"),
    "There is no file of this name here.",
  );
}
