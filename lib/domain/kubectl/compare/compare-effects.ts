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
  const what = nameEffect(expected ?? got);
  if (!expected || !got) return lonelyEffect(what, expected !== undefined, cell);
  const [difference] = diffJson(expected, got);
  const field = difference?.path.join(".") ?? what;
  const wanted = show(difference?.expected);
  const typed = show(difference?.got);
  return {
    code: "wrong-change",
    field,
    expected: wanted,
    got: typed,
    span: spanOf(cell.origins, field) ?? cell.target.span,
    message: `${field} should be ${wanted ?? "unset"}, not ${typed ?? "unset"}.`,
  };
}

const nameEffect = (effect: JsonObject | undefined) => show(effect?.["op"]) ?? "change";

function lonelyEffect(what: string, asked: boolean, cell: Cell): Finding {
  const message = asked
    ? `The ${sayObject(cell.target)} is not changed as asked: ${what} is missing.`
    : `This also does something the task does not ask for: ${what}.`;
  return {
    code: asked ? "missing-change" : "unasked-change",
    field: null,
    expected: asked ? what : null,
    got: asked ? null : what,
    span: asked ? null : cell.target.span,
    message,
  };
}

export function compareNeeds(expected: Cell, got: Cell): Weighed[] {
  if (expected.created) return [];
  return got.mustBeUnset.flatMap((path) =>
    missingOverwrites(expected.mustBeUnset, [path], spanOf(got.origins, path)),
  );
}

/** Fields that the task may replace and the answer only sets where they are unset. */
export const missingOverwrites = (
  allowed: readonly string[],
  mustBeUnset: readonly string[],
  span: Finding["span"],
): Weighed[] =>
  mustBeUnset
    .filter((path) => !allowed.includes(path))
    .map((path) =>
      wrong({
        code: "missing-overwrite",
        field: path,
        expected: "--overwrite",
        got: null,
        span,
        message: `kubectl refuses to change ${path.split(".").slice(2).join(".") || path} when it has a value already; add --overwrite.`,
      }),
    );
