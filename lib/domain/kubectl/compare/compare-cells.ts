/** Compares the end states of all objects that two answers touched. */
import { equalJson } from "../plan/json-path";
import type { Cell } from "../state/outcome";
import { compareCell } from "./compare-cell";
import type { Weighed } from "./difference";
import { normalForm, normaliseObject } from "./normalise-object";
import { pairUp } from "./pair-cells";

export type Cells = ReadonlyMap<string, Cell>;

export function compareCells(expected: Cells, got: Cells): Weighed[] {
  const found: Weighed[] = [];
  const missing: Cell[] = [];
  const surplus: Cell[] = [];
  for (const [key, cell] of expected) {
    if (!hasEnd(cell)) continue;
    const other = got.get(key);
    if (hasEnd(other)) found.push(...compareCell(cell, other));
    else missing.push(cell);
  }
  for (const [key, cell] of got) {
    if (hasEnd(cell) && !hasEnd(expected.get(key)) && !isUnchanged(cell)) surplus.push(cell);
  }
  return [...found, ...pairUp(missing, surplus)];
}

/** Whether the answer wrote to the object and left something of it. */
const hasEnd = (cell: Cell | undefined): cell is Cell => cell?.touched === true && !isGhost(cell);

/** Made and removed again by the same answer: nothing is left of it. */
const isGhost = (cell: Cell) => cell.created && cell.status === "absent" && cell.before === null;

/** Written to without effect, as by a label that was there already. */
const isUnchanged = (cell: Cell) =>
  cell.before !== null &&
  cell.status === "present" &&
  cell.effects.length === 0 &&
  (equalJson(cell.object, cell.before) ||
    equalJson(
      normaliseObject(cell.object, cell.target.type.kind),
      normalForm(cell.before, cell.target.type.kind),
    ));
