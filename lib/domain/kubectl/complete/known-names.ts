/** Names that the task tells: of its objects, namespaces and contexts. */
import type { TaskContext } from "../model";

const unique = (names: readonly string[]) => [...new Set(names)].toSorted();

/** Names of the objects of a kind; `namespace` "*" for all. */
export function knownNames(context: TaskContext, kind: string, namespace: string): string[] {
  const names = (context.objects ?? [])
    .filter((object) => object.kind === kind)
    .filter(({ metadata }) => namespace === "*" || (metadata.namespace ?? namespace) === namespace)
    .flatMap(({ metadata }) => metadata.name ?? []);
  return unique(names);
}

export function knownNamespaces(context: TaskContext): string[] {
  const inUse = (context.objects ?? []).flatMap(({ metadata }) => metadata.namespace ?? []);
  const current = context.namespace ?? "default";
  return unique([...knownNames(context, "Namespace", "*"), ...inUse, current, "kube-system"]);
}

export function knownContexts(context: TaskContext): string[] {
  const current = context.currentContext === undefined ? [] : [context.currentContext];
  return unique([...(context.contexts ?? []), ...current]);
}
