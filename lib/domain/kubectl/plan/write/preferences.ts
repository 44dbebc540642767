/** kubectl alpha kuberc: the learner's own preferences. What they hold is out of reach; what is typed may be wrong. */
import { cannotJudge, firstRefusal, refuse } from "../plan-failure";
import type { Planner } from "../plan-input";

export const planKubercSet: Planner = ({ flags, invocation }) => {
  const aliases = flags.text("section") === "aliases";
  const named = flags.text("name") !== "";
  const added = flags.use("prependarg") ?? flags.use("appendarg");
  const option = flags.entries("option").find(({ text }) => !text.includes("="));
  const problem = firstRefusal([
    [
      aliases && !named,
      () =>
        refuse(
          "alias-name",
          "error: --name is required when --section=aliases",
          flags.span("section"),
        ),
    ],
    [
      !aliases && named,
      () =>
        refuse(
          "name-of-defaults",
          "error: --name should not be specified when --section=defaults",
          flags.span("name"),
          "Defaults belong to the command itself.",
        ),
    ],
    [
      !aliases && added !== null,
      () =>
        refuse(
          "arguments-of-defaults",
          "error: --prependarg and --appendarg are only valid for --section=aliases",
          added?.span ?? invocation.pathSpan,
        ),
    ],
    [
      option !== undefined,
      () =>
        refuse(
          "bad-option",
          `error: invalid option format ${JSON.stringify(option?.text)}, expected flag=value`,
          option?.span ?? invocation.pathSpan,
          "Write --option=output=wide.",
        ),
    ],
  ]);
  return problem ?? planKuberc({ invocation });
};

/** Null refusals aside, preferences are a file of the learner's own. */
const planKuberc = ({ invocation }: Pick<Parameters<Planner>[0], "invocation">) =>
  cannotJudge(
    "preferences",
    "What your kubectl preferences hold is not seen here, so judge it yourself.",
    invocation.pathSpan,
  );

export const planKubercView: Planner = planKuberc;
