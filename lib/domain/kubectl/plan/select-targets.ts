/**
 * Reads which objects a line is about, as kubectl's resource builder does:
 * `pod a b`, `pod/a svc/b`, `pod,svc a`, `pods -l app=web`, `all`.
 * Refusals come in the builder's order and words.
 */
import { ok } from "../../result";
import type { ShellWord } from "../invocation";
import { spanWithin } from "../invocation";
import type { Span } from "../model";
import type { FlagReader } from "./flag-reader";
import type { Planned } from "./plan-failure";
import { refuse } from "./plan-failure";
import type { PlanInput } from "./plan-input";
import type { ResourceRef, Target } from "./plan-model";
import { canonicalFieldSelector, canonicalLabelSelector } from "./selector";
import { selectorProblem } from "./selector-refusal";

export type SelectOptions = {
  /** A bare type means every object of it (get), not an error (delete). */
  allowEmptySelector: boolean;
  /** `delete --all`: a selector of everything, which no name may stand beside. */
  all?: boolean;
  /** False where `--selector` means something else (expose). Default true. */
  selectors?: boolean;
  allNamespaces?: boolean;
};

type TypeWord = { type: ResourceRef; span: Span };
type Named = { type: TypeWord; name: string; span: Span };

const PLAIN_AND_SLASHED =
  "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'";

const NOTHING_GIVEN = "You must provide one or more resources by argument or filename.";

export function selectTargets(
  input: PlanInput,
  args: readonly ShellWord[],
  options: SelectOptions,
): Planned<Target[]> {
  const slashed = args.filter((arg) => arg.text.includes("/"));
  const mixed = args.find((arg) => !arg.text.includes("/"));
  if (slashed.length > 0 && mixed && !isTypeList(args)) {
    return refuse(
      "type-and-slash",
      `error: ${PLAIN_AND_SLASHED}`,
      mixed,
      "Write every object as type/name, or the type once and then only names.",
    );
  }
  const selectors = readSelectors(input.flags, options);
  if (slashed.length > 0 && !isTypeList(args)) {
    return selectSlashed(input, args, selectors, options);
  }
  return selectPlain(input, args, selectors, options);
}

const isTypeList = (args: readonly ShellWord[]) =>
  args.length > 1 && args[0]?.text.includes(",") === true && !args[0].text.includes("/");

/** `wrong` is what the server will say of the selectors, once a type is known. */
type Selectors = {
  label: string | null;
  field: string | null;
  all: boolean;
  span: Span | null;
  wrong: ((type: ResourceRef) => ReturnType<typeof refuse>) | null;
};

function readSelectors(flags: FlagReader, options: SelectOptions): Selectors {
  const labelUse = options.selectors === false ? null : flags.use("selector");
  const fieldUse = flags.use("field-selector");
  return {
    label: labelUse?.value ? (canonicalLabelSelector(labelUse.value) ?? labelUse.value) : null,
    field: fieldUse?.value ? (canonicalFieldSelector(fieldUse.value) ?? fieldUse.value) : null,
    all: options.all === true,
    span: labelUse?.span ?? fieldUse?.span ?? null,
    wrong: selectorProblem(labelUse, fieldUse),
  };
}

const hasSelector = (selectors: Selectors) =>
  selectors.label !== null || selectors.field !== null || selectors.all;

function selectSlashed(
  input: PlanInput,
  args: readonly ShellWord[],
  selectors: Selectors,
  options: SelectOptions,
): Planned<Target[]> {
  const named: Named[] = [];
  for (const arg of args) {
    const one = readSlashed(input, arg);
    if (!one.ok) return one;
    named.push(one.value);
  }
  if (hasSelector(selectors)) {
    return refuse(
      "selector-with-names",
      "error: selectors and the all flag cannot be used when passing resource/name arguments",
      selectors.span ?? input.invocation.pathSpan,
      "Either name the objects or select them by label, not both.",
    );
  }
  return namedTargets(input, named, options);
}

function readSlashed(input: PlanInput, arg: ShellWord): Planned<Named> {
  const parts = arg.text.split("/");
  const [typeText = "", name = ""] = parts;
  if (parts.length !== 2) {
    return refuse(
      "two-slashes",
      "error: arguments in resource/name form may not have more than one slash",
      arg,
    );
  }
  if (typeText === "" || name === "" || typeText.includes(",")) {
    return refuse(
      "half-slashed",
      "error: arguments in resource/name form must have a single resource and name",
      arg,
      "Write type/name, such as pod/web.",
    );
  }
  const span = spanWithin(arg, 0, typeText.length);
  const type = findType(input, typeText, span);
  if (!type.ok) return type;
  return ok({ type: type.value, name, span: arg });
}

export function findType(input: PlanInput, word: string, span: Span): Planned<TypeWord> {
  const type = input.types.find(word);
  if (type) return ok({ type, span });
  const lower = input.types.find(word.toLowerCase());
  const hint = lower
    ? `Short names are written in small letters: ${word.toLowerCase()}.`
    : input.types.nearest(word);
  return refuse(
    "unknown-type",
    `error: the server doesn't have a resource type ${JSON.stringify(word.split(".")[0])}`,
    span,
    hint,
  );
}

function selectPlain(
  input: PlanInput,
  args: readonly ShellWord[],
  selectors: Selectors,
  options: SelectOptions,
): Planned<Target[]> {
  const [typeArg, ...nameArgs] = args;
  if (!typeArg) return nothingSelected(input, selectors);
  if (nameArgs.length > 0 && typeArg.text.includes(",") && typeArg.text.split(",").includes("")) {
    return refuse(
      "half-slashed",
      "error: arguments in resource/name form must have a single resource and name",
      typeArg,
      "Write the types without spaces: pods,services.",
    );
  }
  const types = readTypes(input, typeArg);
  const name = nameArgs[0];
  if (name && hasSelector(selectors)) {
    return refuse(
      "selector-with-names",
      "error: name cannot be provided when a selector is specified",
      name,
      "Either name the objects or select them by label, not both.",
    );
  }
  if (!types.ok) return types;
  if (nameArgs.length > 0) {
    const several = categoryProblem(input, typeArg);
    if (several) return several;
    const named = types.value.flatMap((type) =>
      nameArgs.map((arg) => ({ type, name: arg.text, span: arg })),
    );
    return namedTargets(input, named, options);
  }
  if (!hasSelector(selectors) && !options.allowEmptySelector) {
    return refuse(
      "no-name",
      "error: resource(s) were provided, but no name was specified",
      typeArg,
      "Say which one: add its name, a label selector with -l, or --all.",
    );
  }
  return collectionTargets(input, types.value, selectors, options);
}

/** `get all web`: a category stands for several types, and a name needs one. */
function categoryProblem(input: PlanInput, typeArg: ShellWord) {
  const words = typeArg.text.split(",");
  const category = words.find((word) => input.types.category(word));
  if (category === undefined) return null;
  const message =
    words.length === 1
      ? "error: you must specify only one resource"
      : `error: the server doesn't have a resource type ${JSON.stringify(category)}`;
  return refuse("category-and-name", message, typeArg, `${category} stands for several types.`);
}

function collectionTargets(
  input: PlanInput,
  types: readonly TypeWord[],
  selectors: Selectors,
  options: SelectOptions,
): Planned<Target[]> {
  const [first] = types;
  if (first && selectors.wrong) return selectors.wrong(first.type);
  return ok(types.map((type) => collectionTarget(input, type, selectors, options)));
}

const nothingSelected = (input: PlanInput, selectors: Selectors) =>
  hasSelector(selectors)
    ? refuse(
        "selector-without-type",
        "error: at least one resource must be specified to use a selector",
        selectors.span ?? input.invocation.pathSpan,
      )
    : refuse("nothing-given", `error: ${NOTHING_GIVEN}`, input.invocation.pathSpan);

function readTypes(input: PlanInput, arg: ShellWord): Planned<TypeWord[]> {
  const types: TypeWord[] = [];
  let from = 0;
  for (const word of arg.text.split(",")) {
    const span = word === "" ? arg : spanWithin(arg, from, from + word.length);
    from += word.length + 1;
    const category = input.types.category(word);
    if (category) {
      for (const type of category) types.push({ type, span });
      continue;
    }
    const type = findType(input, word, span);
    if (!type.ok) return type;
    if (!types.some((seen) => seen.type === type.value.type)) types.push(type.value);
  }
  return ok(types);
}

function namedTargets(
  input: PlanInput,
  named: readonly Named[],
  options: SelectOptions,
): Planned<Target[]> {
  const targets: Target[] = [];
  for (const { type, name, span } of named) {
    if (type.type.namespaced && options.allNamespaces) {
      return refuse(
        "name-across-namespaces",
        "error: a resource cannot be retrieved by name across all namespaces",
        span,
        "With a name, say which namespace: -n <namespace> instead of -A.",
      );
    }
    targets.push({
      type: type.type,
      namespace: type.type.namespaced ? input.namespace : null,
      name,
      labelSelector: null,
      fieldSelector: null,
      span,
    });
  }
  return ok(targets);
}

function collectionTarget(
  input: PlanInput,
  { type, span }: TypeWord,
  selectors: Selectors,
  options: SelectOptions,
): Target {
  const everywhere = options.allNamespaces ? "*" : input.namespace;
  return {
    type,
    namespace: type.namespaced ? everywhere : null,
    name: null,
    labelSelector: selectors.label === "" ? null : selectors.label,
    fieldSelector: selectors.field === "" ? null : selectors.field,
    span,
  };
}
