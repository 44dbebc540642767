/**
 * What a kubectl line would do, without doing it.
 *
 * A plan is a list of steps in the order in which kubectl takes them. Steps speak
 * of meaning: create this object, change that field, show these.
 */
import type { KubeObject, Span } from "../model";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = Record<string, Json>;

/** Where a field of an object came from: "spec.replicas" and the characters that set it. */
export type Origin = { path: string; span: Span };

/** A resource type as the API server names it. */
export type ResourceRef = {
  group: string;
  version: string;
  resource: string;
  kind: string;
  namespaced: boolean;
};

/** Objects that a step is about: one by name, or every one that the selectors let through. */
export type Target = {
  type: ResourceRef;
  /** "*" for all namespaces, null for cluster-scoped types. */
  namespace: string | null;
  name: string | null;
  /** Canonical selectors ("app=web,tier=fe", sorted); null when not given. */
  labelSelector: string | null;
  fieldSelector: string | null;
  span: Span | null;
  /** The file that names it, as kubectl names the file; absent where words name it. */
  source?: string;
};

/**
 * How a change reaches the object.
 *
 * - `strategic`, `merge`, `json`: the three patch types.
 * - `symbolic`: what kubectl computes after reading the object (`set image`, `rollout undo`):
 *   `body` names the intent in the vocabulary of `state/apply-change.ts`.
 */
export type Change = {
  type: "strategic" | "merge" | "json" | "symbolic";
  body: Json;
  subresource: string | null;
};

export type Step =
  | { kind: "create"; object: KubeObject; target: Target; origins: readonly Origin[] }
  | {
      kind: "apply";
      object: KubeObject;
      target: Target;
      origins: readonly Origin[];
      options: JsonObject;
    }
  | {
      kind: "replace";
      object: KubeObject;
      target: Target;
      origins: readonly Origin[];
      options: JsonObject;
    }
  | {
      kind: "change";
      target: Target;
      change: Change;
      origins: readonly Origin[];
      options: JsonObject;
    }
  | { kind: "delete"; target: Target; origins: readonly Origin[]; options: JsonObject }
  | { kind: "observe"; observation: Observation }
  | { kind: "config"; change: ConfigChange; origins: readonly Origin[] };

/** Something that is shown or run and leaves no object behind: get, logs, exec, top, wait … */
export type Observation = {
  /** The verb as a learner knows it: "get", "logs", "exec", … */
  verb: string;
  targets: readonly Target[];
  /** Everything else that matters, by name. */
  facts: JsonObject;
  origins: readonly Origin[];
};

/** A change of the kubeconfig file: `path` is "current-context" or "contexts.dev.namespace". */
export type ConfigChange = { path: string; value: Json };

export type DryRun = "none" | "client" | "server";

/** What is printed, when the learner chose a format. Null format: kubectl's one-line message or table. */
export type Output = {
  format: string | null;
  template: string | null;
  file: string | null;
  span: Span | null;
};

export type Plan = {
  path: readonly string[];
  steps: readonly Step[];
  dryRun: DryRun;
  output: Output;
  /** Connection flags that change whom kubectl talks to or as whom: context, server, as … */
  connection: JsonObject;
  origins: readonly Origin[];
};
