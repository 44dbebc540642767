/** Everything a planner may look at: one invocation and what is known of the world around it. */
import type { Invocation } from "../invocation";
import type { KubeObject } from "../model";
import type { FlagReader } from "./flag-reader";
import type { Planned } from "./plan-failure";
import type { DryRun, Step, Target } from "./plan-model";
import type { TypeTable } from "./resource-types";

/** What planners ask the cluster and the disk. Unknown is not absent: most tasks name few objects. */
export type World = {
  version: string;
  /** Namespace of the current context. */
  namespace: string;
  currentContext: string | null;
  /** The contexts of the kubeconfig; absent when they are not known. */
  contexts?: readonly string[] | undefined;
  /** Its clusters and users, likewise. */
  clusters?: readonly string[] | undefined;
  users?: readonly string[] | undefined;
  /** The namespace that a context other than the current one works in. */
  namespaceOf(context: string): string;
  find(target: Target): KubeObject | "absent" | "unknown";
  /** Every object that a collection target selects; null when they are not all known. */
  list(target: Target): readonly KubeObject[] | null;
  /** Text of a file; null when it is not known. */
  readFile(path: string): string | null;
  /** Whether every file in and under the learner's folder is known, with its true text. */
  knowsFiles: boolean;
  /** Whether there is surely nothing at a path, neither a file nor a folder. */
  lacksFile(path: string): boolean;
  /** Paths of known files directly inside a folder. */
  listFiles(folder: string): readonly string[];
  /** Paths of known files in a folder and the folders below it. */
  listTree(folder: string): readonly string[];
  readStdin(): string | null;
  /** The folder whose kustomization `kubectl kustomize` wrote to a file or pipe; else null. */
  builtFrom(path: string): string | null;
};

export type PlanInput = {
  invocation: Invocation;
  flags: FlagReader;
  types: TypeTable;
  world: World;
  /** Namespace the command works in: -n, else the context's. */
  namespace: string;
  /** Whether -n was given: then objects from files must agree with it. */
  namespaceGiven: boolean;
  dryRun: DryRun;
};

export type Planner = (input: PlanInput) => Planned<readonly Step[]>;
