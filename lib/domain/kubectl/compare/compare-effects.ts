/** Compares changes that are known only by what they mean to do: rollbacks, drains, taints. */
import type { Finding } from "../model";
import { canonicalJson } from "../plan/json-path";
import type { JsonObject } from "../plan/plan-model";
import type { Cell } from "../state/outcome";
import { diffJson } from "./diff-json";
import type { Weighed } from "./difference";
import { show, spanOf, wrong } from "./difference";
import { sayObject } from "./say";

export function compareEffects(expected: Cell, got: Cell): Weighed[] {
  const texts = (cell: Cell) =>
    new Map(cell.effects.map((effect) => [canonicalJson(effect), effect]));
  const a = texts(expected);
  const b = texts(got);
  const missing = [...a].filter(([text]) => !b.has(text)).map(([, effect]) => effect);
  const surplus = [...b].filter(([text]) => !a.has(text)).map(([, effect]) => effect);
  if (missing.length === 0 && surplus.length === 0) return [];
  const left = missing[0];
  const right = surplus[0];
  return [wrong(effectFinding(left, right, got))];
}

function effectFinding(
  expected: JsonObject | undefined,
  got: JsonObject | undefined,
  cell: Cell,
): Finding {
  const what = show(expected?.["op"] ?? got?.["op"]) ?? "change";
  const difference = diffJson(expected, got)[0];
  const field = difference?.path.join(".") ?? "";
  const wanted = show(difference?.expected);
  const typed = show(difference?.got);
  const base = { field: field === "" ? null : field, expected: wanted, got: typed };
  const span = spanOf(cell.origins, field) ?? cell.target.span;
  if (!expected) {
    const message = `This also does something the task does not ask for: ${what}.`;
    return { ...base, span, code: "unasked-change", message };
  }
  if (!got) {
    const message = `The ${sayObject(cell.target)} is not changed as asked: ${what} is missing.`;
    return { ...base, span: null, code: "missing-change", message };
  }
  const name = field === "" ? what : field;
  const message = `${name} should be ${wanted ?? "unset"}, not ${typed ?? "unset"}.`;
  return { ...base, span, code: "wrong-change", message };
}

export function compareNeeds(expected: Cell, got: Cell): Weighed[] {
  return got.mustBeUnset
    .filter((path) => !expected.mustBeUnset.includes(path) && !expected.created)
    .map((path) =>
      wrong({
        code: "missing-overwrite",
        field: path,
        expected: "--overwrite",
        got: null,
        span: spanOf(got.origins, path),
        message: `kubectl refuses to change ${path.split(".").slice(2).join(".") || path} when it has a value already; add --overwrite.`,
      }),
    );
}
