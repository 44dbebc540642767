/** What kubectl apply refuses before it reads a file, in its order. */
import type { FlagReader } from "../flag-reader";
import { hasFiles } from "../file-objects";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import { labelSelectorProblem } from "../selector-problem";

type Refused = ReturnType<typeof refuse>;

export function applyProblem(input: PlanInput): Refused | null {
  const { flags } = input;
  return (
    serverSideProblem(input) ??
    dryForceProblem(input) ??
    selectorProblem(input) ??
    cascadeProblem(flags) ??
    (hasFiles(input)
      ? (forceProblem(flags) ?? chosenTwice(flags) ?? allowlistProblem(flags))
      : null)
  );
}

export function serverSideProblem({ flags }: PlanInput): Refused | null {
  if (flags.bool("server-side")) return null;
  if (flags.bool("force-conflicts")) {
    return refuse(
      "needs-server-side",
      "error: --force-conflicts only works with --server-side",
      flags.span("force-conflicts"),
    );
  }
  if (flags.text("subresource") === "") return null;
  return refuse(
    "needs-server-side",
    "error: --subresource can only be specified for --server-side",
    flags.span("subresource"),
  );
}

function dryForceProblem({ flags, dryRun }: PlanInput): Refused | null {
  if (!flags.bool("force") || dryRun !== "server") return null;
  const message = "error: --dry-run=server cannot be used with --force";
  return refuse("dry-force", message, flags.span("force"));
}

function selectorProblem({ flags }: PlanInput): Refused | null {
  const text = flags.text("selector");
  const wrong = labelSelectorProblem(text);
  if (wrong === null) return null;
  const message = `error: the provided selector ${JSON.stringify(text)} is not valid: ${wrong}`;
  return refuse("bad-selector", message, flags.span("selector"));
}

const CASCADES = new Set(["background", "foreground", "orphan", "true", "false"]);

export function cascadeProblem(flags: FlagReader): Refused | null {
  const use = flags.use("cascade");
  if (!use || CASCADES.has(use.value)) return null;
  return refuse(
    "bad-cascade",
    `error: invalid cascade value (${use.value}). Must be "background", "foreground", or "orphan"`,
    flags.span("cascade"),
  );
}

function forceProblem(flags: FlagReader): Refused | null {
  if (!flags.bool("force") || !flags.bool("server-side")) return null;
  const message = "error: --force cannot be used with --server-side";
  return refuse("force-and-server-side", message, flags.span("force"));
}

function chosenTwice(flags: FlagReader): Refused | null {
  if (!flags.bool("all") || flags.text("selector") === "") return null;
  const message = "error: cannot set --all and --selector at the same time";
  return refuse("all-and-selector", message, flags.span("selector"));
}

function allowlistProblem(flags: FlagReader): Refused | null {
  if (!flags.bool("prune")) return null;
  const wrong = flags.entries("prune-allowlist").find(({ text }) => text.split("/").length !== 3);
  if (!wrong) return null;
  const message = `error: invalid GroupVersionKind format: ${wrong.text}, please follow <group/version/kind>`;
  return refuse("bad-allowlist", message, wrong.span, "Write group/version/kind: core/v1/Pod.");
}

export function pruneProblem(flags: FlagReader): Refused | null {
  const chosenBy = flags.text("selector") + flags.text("applyset");
  if (!flags.bool("prune") || flags.bool("all") || chosenBy !== "") return null;
  return refuse(
    "prune-needs-choice",
    "error: all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. If you did not mean to prune all resources, specify a label selector",
    flags.span("prune"),
  );
}
