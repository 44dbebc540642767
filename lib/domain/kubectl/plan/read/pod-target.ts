/** Which pod a line is about: by name, or any one of a deployment, a job, a service. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import { POD } from "../create/create-step";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { Origin, Target } from "../plan-model";
import { findType } from "../select-targets";

/** "web" is a pod; "deploy/web" is one pod of the deployment. */
export function podTarget(input: PlanInput, word: ShellWord, fallback = POD): Planned<Target> {
  const [head = "", name, more] = word.text.split("/");
  const base = { namespace: input.namespace, labelSelector: null, fieldSelector: null, span: word };
  if (name === undefined) return ok({ ...base, type: fallback, name: head });
  if (more !== undefined) {
    return refuse(
      "two-slashes",
      "error: arguments in resource/name form may not have more than one slash",
      word,
    );
  }
  if (head === "" || name === "") {
    return refuse(
      "half-slashed",
      "error: arguments in resource/name form must have a single resource and name",
      word,
    );
  }
  const type = findType(input, head, word);
  return type.ok
    ? ok({
        ...base,
        type: type.value.type,
        namespace: type.value.type.namespaced ? input.namespace : null,
        name,
      })
    : type;
}

/** The container that -c or a second word names; empty when none does. */
export function containerOf(
  input: PlanInput,
  word: ShellWord | undefined,
  origins: Origin[],
): string {
  const use = input.flags.use("container");
  if (use) origins.push({ path: "container", span: use.span });
  else if (word) origins.push({ path: "container", span: word });
  return use?.value ?? word?.text ?? "";
}
