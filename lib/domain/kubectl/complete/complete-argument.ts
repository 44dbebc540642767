/** Positional words: resource types, then names; or the names that a command asks for. */
import type { TaskContext } from "../model";
import { argumentsOf } from "./command-arguments";
import { NOTHING, type CompletionOption, type Offer } from "./completion";
import { knownContexts, knownNames } from "./known-names";
import type { LineSoFar } from "./read-so-far";
import { findType, resourceOptions } from "./resource-options";

export function completeArgument(line: LineSoFar, typed: string, context: TaskContext): Offer {
  const takes = argumentsOf(line.node.spec.path);
  switch (takes?.kind) {
    case undefined:
      return NOTHING;
    case "types":
      return completeTarget(line, typed, context, takes.only);
    case "names":
      return completeName(line, typed, context, takes.of);
    case "contexts":
      return words(line.args.length === 0 ? knownContexts(context) : []);
    case "permission":
      return line.args.length === 0
        ? words(VERBS)
        : { skip: 0, options: line.args.length === 1 ? resourceOptions(line.tree, null) : [] };
  }
}

const VERBS = "get list watch create update patch delete deletecollection *".split(" ");

/** `pods web`, `pods/web`, `pods,services`. */
function completeTarget(
  line: LineSoFar,
  typed: string,
  context: TaskContext,
  only: ReadonlySet<string> | null,
): Offer {
  const slash = typed.indexOf("/");
  if (slash >= 0) {
    return { skip: slash + 1, options: nameOptions(line, typed.slice(0, slash), context) };
  }
  const [first] = line.args;
  if (first === undefined || first.includes("/")) {
    const skip = typed.lastIndexOf(",") + 1;
    return { skip, options: resourceOptions(line.tree, only) };
  }
  return { skip: 0, options: nameOptions(line, first, context) };
}

/** `logs web`, `logs deployments/web`: a name of one kind, or a type and a name. */
function completeName(line: LineSoFar, typed: string, context: TaskContext, type: string): Offer {
  const slash = typed.indexOf("/");
  const named = slash < 0 ? type : typed.slice(0, slash);
  return { skip: slash + 1, options: nameOptions(line, named, context) };
}

function nameOptions(line: LineSoFar, type: string, context: TaskContext): CompletionOption[] {
  const resource = findType(line.tree, type);
  if (resource === null) return [];
  const everywhere = !resource.namespaced || line.flags.has("all-namespaces");
  const namespace = line.flags.get("namespace")?.at(-1) ?? context.namespace ?? "default";
  const names = knownNames(context, resource.kind, everywhere ? "*" : namespace);
  const unused = names.filter((name) => !line.args.includes(name));
  return unused.map((text) => ({ text, kind: "value", detail: resource.kind }));
}

const words = (texts: readonly string[]): Offer => ({
  skip: 0,
  options: texts.map((text) => ({ text, kind: "value", detail: "" })),
});
