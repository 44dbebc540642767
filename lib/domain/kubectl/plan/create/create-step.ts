/** What all `create …` generators share: the NAME word, key=value text, the step itself. */
import { ok } from "../../../result";
import type { ShellWord } from "../../invocation";
import type { KubeObject, Span } from "../../model";
import type { Planned } from "../plan-failure";
import { refuse } from "../plan-failure";
import type { PlanInput } from "../plan-input";
import type { JsonObject, Origin, ResourceRef, Step } from "../plan-model";

/** The one NAME that create commands take; words after `--` do not count. */
export function readName(input: PlanInput): Planned<ShellWord> {
  const { args, argsLenAtDash, path, pathSpan } = input.invocation;
  const count = argsLenAtDash ?? args.length;
  const name = args[0];
  if (count === 1 && name) return ok(name);
  const extra = args[1] ?? name;
  return refuse(
    "one-name",
    `error: exactly one NAME is required, got ${String(count)}`,
    count > 1 && extra ? extra : pathSpan,
    nameHint(input, count, path.join(" ")),
  );
}

function nameHint(input: PlanInput, count: number, command: string): string {
  if (count === 0) return `Add the name: kubectl ${command} <name> …`;
  const stray = input.invocation.args[1]?.text ?? "";
  if (stray === "client" || stray === "server" || stray === "none") {
    return `--dry-run takes its value only with an equals sign: --dry-run=${stray}.`;
  }
  return `${stray} was read as a second name. A flag's value may need an equals sign, a command needs -- before it.`;
}

export function createStep(
  input: PlanInput,
  type: ResourceRef,
  name: ShellWord,
  fields: JsonObject,
  origins: Origin[],
): Step {
  const metadata: JsonObject = {
    ...(fields["metadata"] as JsonObject | undefined),
    name: name.text,
  };
  if (type.namespaced && input.namespaceGiven) {
    metadata["namespace"] = input.namespace;
    origins.push({ path: "metadata.namespace", span: input.flags.span("namespace") });
  }
  origins.push({ path: "metadata.name", span: name });
  const object: KubeObject = {
    ...fields,
    apiVersion: type.group === "" ? type.version : `${type.group}/${type.version}`,
    kind: type.kind,
    metadata,
  };
  return {
    kind: "create",
    object,
    origins,
    target: {
      type,
      namespace: type.namespaced ? input.namespace : null,
      name: name.text,
      labelSelector: null,
      fieldSelector: null,
      span: name,
    },
  };
}

export const builtIn = (
  group: string,
  version: string,
  resource: string,
  kind: string,
  namespaced = true,
): ResourceRef => ({ group, version, resource, kind, namespaced });

export const POD = builtIn("", "v1", "pods", "Pod");
export const SERVICE = builtIn("", "v1", "services", "Service");
export const DEPLOYMENT = builtIn("apps", "v1", "deployments", "Deployment");

/** Notes where a field came from, when it was typed at all. */
export function note(origins: Origin[], path: string, span: Span | null | undefined): void {
  if (span) origins.push({ path, span });
}

/** Integers as Go's strconv.Atoi reads them; null otherwise. */
export const readInteger = (text: string): number | null =>
  /^[+-]?\d+$/.test(text) ? Number(text) : null;
