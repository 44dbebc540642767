/** kubectl config delete-context, delete-cluster and delete-user. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { refuse } from "../plan-failure";
import type { PlanInput, Planner } from "../plan-input";
import { observe } from "../read/observe";
import { configChange, KUBECONFIG, knownNames } from "./config-change";

type Section = "contexts" | "clusters" | "users";

/** Without exactly one name, `delete-context` and `delete-cluster` print their help and end well. */
const planDeleteEntry =
  (section: Section): Planner =>
  (input) => {
    const [name, extra] = input.invocation.args;
    if (!name || extra) {
      const topic = input.invocation.path.join(" ");
      return ok([observe(input, "help", [], [], { topic })]);
    }
    return missingEntry(input, section, name) ?? removed(section, name);
  };

const removed = (section: Section, name: ShellWord) =>
  ok([configChange(`${section}.${name.text}`, null, name)]);

/** kubectl's words for an entry that the kubeconfig does not have; null when it may have it. */
function missingEntry({ world }: PlanInput, section: Section, name: ShellWord) {
  const names = world[section];
  if (names === undefined || names.includes(name.text)) return null;
  const message = `error: cannot delete ${section.slice(0, -1)} ${name.text}, not in ${KUBECONFIG}`;
  return refuse(`no-such-${section.slice(0, -1)}`, message, name, knownNames(section, names));
}

export const planDeleteContext = planDeleteEntry("contexts");
export const planDeleteCluster = planDeleteEntry("clusters");
export const planDeleteUser: Planner = (input) => {
  const [name] = input.invocation.args;
  if (name) return missingEntry(input, "users", name) ?? removed("users", name);
  return refuse("user-needed", "error: user to delete is required", input.invocation.pathSpan);
};
