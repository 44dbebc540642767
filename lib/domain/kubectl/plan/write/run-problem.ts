/** What kubectl run refuses before it makes the pod, in its order. */
import type { FlagReader } from "../flag-reader";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";

const RESTART_POLICIES = ["Always", "OnFailure", "Never"];
export const PULL_POLICIES = ["Always", "IfNotPresent", "Never"];
const IMAGE =
  /^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*(?::\d+)?\/|\[[a-fA-F0-9:]+\](?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$/;

export const isImageName = (image: string) => IMAGE.test(image);

export function runProblem(input: PlanInput): ReturnType<typeof refuse> | null {
  const { flags, invocation } = input;
  const at = invocation.pathSpan;
  if (invocation.args.length === 0 || invocation.argsLenAtDash === 0) {
    return refuse(
      "name-needed",
      "error: NAME is required for run",
      at,
      "Add the pod's name: kubectl run <name> --image=<image>.",
    );
  }
  const image = flags.text("image");
  if (image === "") {
    return refuse("image-needed", "error: --image is required", flags.span("image"));
  }
  if (!isImageName(image)) {
    return refuse(
      "bad-image",
      `error: Invalid image name ${JSON.stringify(image)}: invalid reference format`,
      flags.span("image"),
      /[A-Z]/.test(image) ? "Image names are written in small letters." : null,
    );
  }
  return attachProblem(input) ?? policyProblem(flags);
}

function attachProblem(input: PlanInput) {
  const { flags } = input;
  const attached = isAttached(input);
  if (flags.bool("tty") && !flags.bool("stdin")) {
    return refuse(
      "tty-without-stdin",
      "error: -i/--stdin is required for containers with -t/--tty=true",
      flags.span("tty"),
      "Write -it.",
    );
  }
  if (flags.bool("expose") && flags.text("port") === "") {
    return refuse(
      "expose-without-port",
      "error: --port must be set when exposing a service",
      flags.span("expose"),
    );
  }
  if (!attached && flags.bool("rm")) {
    return refuse(
      "rm-unattached",
      "error: --rm should only be used for attached containers",
      flags.span("rm"),
      "Add -it, or leave --rm out.",
    );
  }
  if (attached && input.dryRun !== "none") {
    return refuse(
      "attached-dry-run",
      "error: --dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)",
      flags.span("dry-run"),
    );
  }
  return null;
}

function policyProblem(flags: FlagReader) {
  const restart = flags.text("restart");
  if (restart !== "" && !RESTART_POLICIES.includes(restart)) {
    return refuse(
      "bad-restart",
      `error: invalid restart policy: ${restart}`,
      flags.span("restart"),
      "It is Always, OnFailure or Never.",
    );
  }
  const pull = flags.text("image-pull-policy");
  if (pull !== "" && !PULL_POLICIES.includes(pull)) {
    return refuse(
      "bad-pull-policy",
      `error: invalid image pull policy: ${pull}`,
      flags.span("image-pull-policy"),
    );
  }
  return null;
}

export const isAttached = ({ flags }: PlanInput) =>
  flags.use("attach") ? flags.bool("attach") : flags.bool("stdin");
