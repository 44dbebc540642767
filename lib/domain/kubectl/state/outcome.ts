/**
 * What a whole answer leaves behind and shows: the end state of every object it
 * touched, what it read or ran, what it printed without asking the server, and
 * what it changed in the kubeconfig.
 *
 * An object whose content is not known beforehand is kept as the changes made to
 * it (an overlay): "the deployment web, with spec.replicas 3".
 */
import type { KubeObject, Span } from "../model";
import type {
  ConfigChange,
  DryRun,
  Json,
  JsonObject,
  Observation,
  Origin,
  Output,
  Target,
} from "../plan/plan-model";

export type Cell = {
  target: Target;
  status: "present" | "absent";
  /** Whether `object` is the whole object, or only the changes to an unknown one. */
  known: boolean;
  object: JsonObject;
  /** The object before the answer; null when it was not there or is not known. */
  before: JsonObject | null;
  /** Made by this answer, not found in the cluster. */
  created: boolean;
  /** How it was deleted: gracePeriodSeconds, propagationPolicy. Null when it was not. */
  deletion: JsonObject | null;
  /** Changes that an overlay cannot say: a rollback, a drain. */
  effects: JsonObject[];
  /** Conditions of the line that hold in the task's cluster: the number of replicas it asked for. */
  guards: JsonObject[];
  /** Fields that had to be unset for the line to work (label without --overwrite). */
  mustBeUnset: string[];
  origins: Origin[];
  /** Whom kubectl talked to and as whom, where that was said: context, server, as … */
  connection: JsonObject;
  /** Whether the answer wrote to it at all. */
  touched: boolean;
};

/** A change of every object that a selector lets through. */
export type Sweep = {
  target: Target;
  /** "delete", or the change as JSON. */
  action: Json;
  /** Keys of the known objects that it hit. */
  hits: string[];
  /** Whether the objects of this type are known, so that `hits` is all of them. */
  resolved: boolean;
  /** Fields that must be unset on whatever it hits: label and annotate without --overwrite. */
  mustBeUnset: readonly string[];
  span: Span | null;
};

export type Shown = {
  observation: Observation;
  output: Output;
  span: Span;
  connection: JsonObject;
};

/** What a dry run would have done, and how it was printed. */
export type Print = {
  mode: Exclude<DryRun, "none">;
  output: Output;
  cells: ReadonlyMap<string, Cell>;
  sweeps: readonly Sweep[];
  span: Span;
};

export type Outcome = {
  cells: Map<string, Cell>;
  sweeps: Sweep[];
  shown: Shown[];
  prints: Print[];
  config: { change: ConfigChange; span: Span }[];
  /** Formats in which changing commands showed their objects. */
  displays: { output: Output; span: Span }[];
  /** Files written by `> file`: their text, null when it is not known. */
  files: Map<string, string | null>;
  /** Files that hold what a kustomization builds, whatever that is: path → its folder. */
  built: Map<string, string>;
  /** What the cluster held before. */
  base: ReadonlyMap<string, KubeObject>;
  /** Types of which every object is known, as "group/resource". */
  closed: ReadonlySet<string>;
  /** Namespace and context that later lines work in. */
  namespace: string;
  currentContext: string | null;
  /** The context that was current before. */
  firstContext: string | null;
  /** Namespace of a context. */
  namespaceOf: (context: string) => string;
};

export const cellKey = (target: Target, connection: JsonObject = {}): string => {
  const prefix = Object.keys(connection).length > 0 ? `${JSON.stringify(connection)}|` : "";
  return `${prefix}${typeKey(target)}|${target.namespace ?? ""}|${target.name ?? ""}`;
};

export const typeKey = ({ type }: Target): string => `${type.group}/${type.resource}`;
