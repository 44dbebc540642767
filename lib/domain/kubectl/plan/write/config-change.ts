/** What the commands of kubectl config share: one change of the kubeconfig, and the words that go with it. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { Json, Origin, Step } from "../plan-model";

export const configChange = (path: string, value: Json, span: Origin["span"]): Step => ({
  kind: "config",
  change: { path, value },
  origins: [{ path, span }],
});

export function oneWord(input: PlanInput, usage: string, what: string): Planned<ShellWord> {
  const { args, pathSpan } = input.invocation;
  const [word, extra] = args;
  if (word && !extra) return ok(word);
  return refuse("one-word", usage, extra ?? pathSpan, `Give exactly one ${what}.`);
}

/** The error is a usage line: `error: Unexpected args: [a b]`. */
export const unexpected = (input: PlanInput) =>
  `error: Unexpected args: [${input.invocation.args.map((word) => word.text).join(" ")}]`;

export const KUBECONFIG = "$HOME/.kube/config";

export const knownNames = (what: string, names: readonly string[]) =>
  names.length === 0 ? null : `The ${what} are ${names.join(", ")}.`;

export const knownContexts = (names: readonly string[]) => knownNames("contexts", names);
