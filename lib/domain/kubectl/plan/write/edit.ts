/** kubectl edit: what the learner does in the editor is out of reach, but the objects can be wrong already. */
import { chooseTargets } from "../choose-targets";
import { cannotJudge } from "../plan-failure";
import type { Planner } from "../plan-input";
import { absence } from "../server-refusal";

export const planEdit: Planner = (input) => {
  const targets = chooseTargets(input, input.invocation.args, { allowEmptySelector: true });
  if (!targets.ok) return targets;
  for (const target of targets.value) {
    const absent = absence(input, target);
    if (absent) return absent;
  }
  return cannotJudge(
    "editor",
    "What you change in the editor is not seen here, so judge it yourself.",
    input.invocation.pathSpan,
  );
};
