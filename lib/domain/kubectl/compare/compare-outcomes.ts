/** Compares all that two answers leave behind and show. */
import type { Finding } from "../model";
import { canonicalJson } from "../plan/json-path";
import type { Cell, Outcome, Print, Sweep } from "../state/outcome";
import type { Cells } from "./compare-cells";
import { compareCells } from "./compare-cells";
import { compareConfig } from "./compare-config";
import { missingOverwrites } from "./compare-effects";
import { compareOutput } from "./compare-output";
import { compareShown } from "./compare-shown";
import type { Weighed } from "./difference";
import { extra, wrong } from "./difference";
import { sayObject, sayObjects } from "./say";

export function compareOutcomes(expected: Outcome, got: Outcome): Weighed[] {
  const dryInstead = dryRunDifference(expected, got);
  if (dryInstead) return [dryInstead];
  return [
    ...compareCells(expected.cells, got.cells),
    ...compareSweeps(expected.sweeps, got.sweeps, got.cells),
    ...comparePrints(expected.prints, got.prints),
    ...compareShown(expected, got),
    ...compareConfig(expected, got),
    ...compareDisplays(expected, got),
  ];
}

const changes = ({ cells, sweeps }: Pick<Outcome, "cells" | "sweeps">) =>
  sweeps.length > 0 || [...cells.values()].some((cell) => cell.touched);

/** One side only prints what the other does. */
function dryRunDifference(expected: Outcome, got: Outcome): Weighed | null {
  const print = got.prints[0];
  if (print && expected.prints.length === 0 && changes(expected) && !changes(got)) {
    return wrong({
      code: "dry-run-instead",
      field: "--dry-run",
      expected: null,
      got: print.mode,
      span: print.span,
      message: "This changes nothing in the cluster: a dry run only shows what would happen.",
    });
  }
  const wanted = expected.prints[0];
  if (!wanted || got.prints.length > 0 || changes(expected) || !changes(got)) return null;
  return wrong({
    code: "not-a-dry-run",
    field: "--dry-run",
    expected: wanted.mode,
    got: null,
    span: null,
    message: `This really changes the cluster; the task asks for --dry-run=${wanted.mode}.`,
  });
}

function comparePrints(expected: readonly Print[], got: readonly Print[]): Weighed[] {
  const found: Weighed[] = [];
  expected.forEach((wanted, index) => {
    const print = got[index];
    if (print) found.push(...comparePrint(wanted, print));
    else found.push(wrong(missingPrint(wanted)));
  });
  for (const print of got.slice(expected.length)) {
    found.push(
      extra({
        code: "extra-dry-run",
        field: null,
        expected: null,
        got: `--dry-run=${print.mode}`,
        span: print.span,
        message: "This dry run is not needed; it changes nothing.",
      }),
    );
  }
  return found;
}

const missingPrint = ({ mode }: Print): Finding => ({
  code: "not-printed",
  field: null,
  expected: `--dry-run=${mode}`,
  got: null,
  span: null,
  message: `The task asks to print an object with --dry-run=${mode}; that is missing.`,
});

function comparePrint(expected: Print, got: Print): Weighed[] {
  const found = [
    ...compareCells(expected.cells, got.cells),
    ...compareSweeps(expected.sweeps, got.sweeps, got.cells),
    ...compareOutput(expected.output, got.output, got.span),
  ];
  if (expected.mode === got.mode) return found;
  const message =
    expected.mode === "server"
      ? "--dry-run=client does not ask the server; the task wants --dry-run=server."
      : "--dry-run=server asks the server; the task wants --dry-run=client.";
  return [
    wrong({
      code: "wrong-dry-run",
      field: "--dry-run",
      expected: expected.mode,
      got: got.mode,
      span: got.span,
      message,
    }),
    ...found,
  ];
}

const sweepText = ({ target, action }: Sweep) =>
  canonicalJson([
    target.type.group,
    target.type.resource,
    target.namespace,
    target.labelSelector,
    target.fieldSelector,
    action,
  ]);

/** A choice by label is judged by what it hits, where that is known; a choice of everything never is. */
function compareSweeps(expected: readonly Sweep[], got: readonly Sweep[], cells: Cells): Weighed[] {
  const wanted = new Map(expected.map((sweep) => [sweepText(sweep), sweep]));
  const done = new Set(got.map(sweepText));
  const found: Weighed[] = [];
  for (const sweep of got) {
    const twin = wanted.get(sweepText(sweep));
    if (twin) {
      found.push(...missingOverwrites(twin.mustBeUnset, sweep.mustBeUnset, sweep.span));
      continue;
    }
    const chosen = sweep.target.labelSelector !== null;
    if (!chosen || !sweep.resolved) found.push(wrong(sweepFinding(sweep, cells)));
  }
  for (const sweep of expected) {
    if (done.has(sweepText(sweep)) || sweep.resolved) continue;
    found.push(
      wrong({
        code: "missing-selection",
        field: null,
        expected: sayObject(sweep.target),
        got: null,
        span: null,
        message: `The task is about ${sayObjects(sweep.target)}.`,
      }),
    );
  }
  return found;
}

function sweepFinding(sweep: Sweep, cells: Cells): Finding {
  const hits = sweep.hits
    .map((key) => cells.get(key))
    .filter((cell): cell is Cell => cell !== undefined);
  const list = hits
    .map((cell) => `${cell.target.type.resource}/${cell.target.name ?? ""}`)
    .join(", ");
  const { resource } = sweep.target.type;
  const where = sweep.target.namespace === "*" ? " in every namespace" : "";
  return {
    code: "overreach",
    field: "target",
    expected: null,
    got: list === "" ? sayObject(sweep.target) : list,
    span: sweep.span,
    message:
      sweep.target.labelSelector === null
        ? `Without a name this hits all ${resource}${where}${list === "" ? "" : `: ${list}`}.`
        : `This hits whatever ${resource} match ${sweep.target.labelSelector}${list === "" ? "" : `: ${list}`}.`,
  };
}

/** A changing command that also prints its object does no harm; one that should print it and does not, does. */
function compareDisplays(expected: Outcome, got: Outcome): Weighed[] {
  const found: Weighed[] = [];
  expected.displays.forEach((wanted, index) => {
    const display = got.displays[index];
    const output = display?.output ?? { format: null, template: null, file: null, span: null };
    found.push(...compareOutput(wanted.output, output, display?.span ?? { start: 0, end: 0 }));
  });
  for (const { output, span } of got.displays.slice(expected.displays.length)) {
    found.push(
      extra({
        code: "extra-output",
        field: "output",
        expected: null,
        got: output.format,
        span,
        message: "The object is also shown; that does no harm.",
      }),
    );
  }
  return found;
}
