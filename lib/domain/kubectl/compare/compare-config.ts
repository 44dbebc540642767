/** Compares what two answers leave in the kubeconfig. */
import { equalJson } from "../plan/json-path";
import type { Json } from "../plan/plan-model";
import type { Outcome } from "../state/outcome";
import type { Weighed } from "./difference";
import { extra, show, wrong } from "./difference";

type Entry = Outcome["config"][number];

/** The last value written to each path. */
const lastOf = ({ config }: Outcome) => new Map(config.map((entry) => [entry.change.path, entry]));

export function compareConfig(expected: Outcome, got: Outcome): Weighed[] {
  const wanted = lastOf(expected);
  const typed = lastOf(got);
  const found: Weighed[] = [];
  for (const [path, entry] of wanted) {
    const other = typed.get(path);
    if (!other) found.push(missingEntry(entry));
    else if (!equalJson(other.change.value, entry.change.value)) {
      found.push(wrongEntry(entry, other));
    }
  }
  for (const [path, entry] of typed) {
    if (wanted.has(path)) continue;
    found.push(unaskedEntry(entry, wanted.size === 0, contextsOf(expected)));
  }
  return found;
}

/** Contexts that the task works in. */
const contextsOf = ({ cells, shown, prints }: Outcome) => {
  const all = [
    ...cells.values(),
    ...prints.flatMap((print) => [...print.cells.values()]),
    ...shown,
  ];
  return new Set(all.map(({ connection }) => connection["context"]));
};

/** "contexts.dev.namespace" is the namespace of context dev. */
function sayEntry(path: string): string {
  if (path === "current-context") return "current context";
  const match = /^(context|cluster|user)s\.(.+?)(?:\.([a-z-]+))?$/.exec(path);
  if (!match) return `entry ${path} of the kubeconfig`;
  const [, kind = "", name = "", field] = match;
  const owner = name === "(current)" ? `current ${kind}` : `${kind} ${name}`;
  if (field === undefined) return owner;
  return `${field} of ${name === "(current)" ? "the " : ""}${owner}`;
}

function missingEntry({ change }: Entry): Weighed {
  const value = show(change.value);
  return wrong({
    code: "missing-config",
    field: change.path,
    expected: value,
    got: null,
    span: null,
    message: `The ${sayEntry(change.path)} is not ${value === null ? "removed" : `set to ${value}`}.`,
  });
}

function wrongEntry({ change }: Entry, other: Entry): Weighed {
  const expected = show(change.value);
  const got = show(other.change.value);
  return wrong({
    code: "wrong-config",
    field: change.path,
    expected,
    got,
    span: other.span,
    message: `The ${sayEntry(change.path)} should be ${expected ?? "unset"}, not ${got ?? "unset"}.`,
  });
}

/** Choosing one's namespace or context first is a way of working, not a change of the cluster. */
function unaskedEntry(
  { change, span }: Entry,
  onlyOne: boolean,
  contexts: ReadonlySet<Json | undefined>,
): Weighed {
  const { path, value } = change;
  const harmless =
    onlyOne && (path.endsWith(".namespace") || (path === "current-context" && contexts.has(value)));
  const finding = {
    code: harmless ? "extra-config" : "unasked-config",
    field: change.path,
    expected: null,
    got: show(change.value),
    span,
    message: `The task does not ask to change the ${sayEntry(path)}.`,
  };
  return harmless ? extra(finding) : wrong(finding);
}
