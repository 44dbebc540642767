/** What planners may ask: the end state so far, the task's files and those the answer wrote. */
import type { Invocation } from "../invocation";
import type { KubeObject, TaskContext } from "../model";
import { isOpaqueFile } from "../plan/file-objects";
import { normalPath } from "../plan/normal-path";
import type { World } from "../plan/plan-input";
import type { Target } from "../plan/plan-model";
import { DEFAULT_VERSION } from "../tables/tables";
import { matchingObjects } from "./matching-objects";
import type { Outcome } from "./outcome";
import { cellKey } from "./outcome";

export function answerWorld(outcome: Outcome, context: TaskContext, invocation: Invocation): World {
  const files = filesOf(outcome, context);
  return {
    version: context.version ?? DEFAULT_VERSION,
    namespace: outcome.namespace,
    currentContext: outcome.currentContext,
    contexts: context.contexts,
    clusters: context.clusters,
    users: context.users,
    namespaceOf: (name) => context.contextNamespaces?.[name] ?? "default",
    find: (target) => findObject(outcome, context, target),
    list: (target) => {
      if (!isComplete(context, target)) return null;
      return matchingObjects(outcome, target).flatMap(([key]) => objectAt(outcome, key));
    },
    ...files,
    builtFrom: (path) => outcome.built.get(path) ?? null,
    readStdin: () => {
      const { stdin } = invocation;
      if (stdin?.kind === "text") return stdin.text;
      if (stdin?.kind === "file") return files.readFile(normalPath(stdin.path));
      return context.stdin ?? null;
    },
  };
}

function findObject(outcome: Outcome, context: TaskContext, target: Target) {
  const key = cellKey(target);
  const cell = outcome.cells.get(key);
  if (cell?.status === "absent") return "absent";
  if (cell?.known) return cell.object as KubeObject;
  const given = outcome.base.get(key);
  if (given) return given;
  return cell === undefined && isComplete(context, target) ? "absent" : "unknown";
}

function isComplete({ complete }: TaskContext, target: Target): boolean {
  if (complete?.kinds === undefined || isOpaqueFile(target)) return false;
  return complete.kinds === "all" || complete.kinds.includes(target.type.kind);
}

function objectAt({ cells, base }: Outcome, key: string): KubeObject[] {
  const object = cells.get(key)?.object ?? base.get(key);
  return object ? [object as KubeObject] : [];
}

type Files = Pick<World, "readFile" | "listFiles" | "listTree" | "lacksFile" | "knowsFiles">;

function filesOf(outcome: Outcome, context: TaskContext): Files {
  const files = context.files ?? {};
  const names = () => Object.keys(files).map(normalPath);
  const under = (folder: string) => (folder === "." ? "" : `${folder}/`);
  const tree = (folder: string) =>
    names().filter((path) => path.startsWith(under(folder)) && path !== folder);
  return {
    readFile: (path) => {
      const written = outcome.files.get(path);
      if (written !== undefined) return written;
      const name = Object.keys(files).find((one) => normalPath(one) === path);
      return name === undefined ? null : (files[name] ?? null);
    },
    listFiles: (folder) => {
      const prefix = under(folder);
      return tree(folder).filter((path) => !path.slice(prefix.length).includes("/"));
    },
    listTree: tree,
    knowsFiles: context.complete?.files === true,
    lacksFile: (path) => {
      if (context.complete?.files !== true || path === "." || ELSEWHERE.test(path)) return false;
      const known = [...names(), ...outcome.files.keys()];
      return !known.some((one) => one === path || one.startsWith(under(path)));
    },
  };
}

/** Outside the learner's folder: absolute paths, homes, parents, addresses. */
const ELSEWHERE = /^(?:[/~]|\.\.(?:\/|$)|\w+:\/\/?)/;
