/** Compares what two answers leave in the kubeconfig. */
import { equalJson } from "../plan/json-path";
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
    if (!wanted.has(path)) found.push(unaskedEntry(entry, wanted.size === 0));
  }
  return found;
}

function missingEntry({ change }: Entry): Weighed {
  const value = show(change.value);
  return wrong({
    code: "missing-config",
    field: change.path,
    expected: value,
    got: null,
    span: null,
    message: `${change.path} is not ${value === null ? "removed" : `set to ${value}`}.`,
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
    message: `${change.path} should be ${expected ?? "unset"}, not ${got ?? "unset"}.`,
  });
}

/** Choosing one's own namespace first is a way of working, not a change of the cluster. */
function unaskedEntry({ change, span }: Entry, onlyOne: boolean): Weighed {
  const harmless = onlyOne && change.path.endsWith(".namespace");
  const finding = {
    code: harmless ? "extra-config" : "unasked-config",
    field: change.path,
    expected: null,
    got: show(change.value),
    span,
    message: `The task does not ask to change ${change.path} of the kubeconfig.`,
  };
  return harmless ? extra(finding) : wrong(finding);
}
