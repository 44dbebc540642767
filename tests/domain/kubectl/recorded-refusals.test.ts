/**
 * What the engine refuses beside what the real kubectl refused, over all recorded lines.
 *
 * Counted are the lines that kubectl refused. A line that the engine leaves unjudged counts
 * as a disagreement. Left out is only what `UNDECIDED` names.
 */
import { describe, expect, test } from "vitest";

import { runAnswer } from "@/lib/domain/kubectl/state/run-answer";

import { Agreement } from "./recordings/agreement";
import { readRecordings, recordedWorld } from "./recordings/read-recordings";
import { UNDECIDED } from "./recordings/undecided";

const runs = readRecordings().map((recording) => {
  const { refusal, unjudgeable } = runAnswer(recording.line, recordedWorld);
  return { recording, refusal, unjudged: refusal === null && unjudgeable !== null };
});
const refused = runs.filter(({ recording }) => recording.error !== undefined);
const decided = refused.filter(({ recording }) => !UNDECIDED.some(({ holds }) => holds(recording)));

/** More would be a sign that a rule of `UNDECIDED` is too wide. */
const MOST_UNDECIDED = 41;

describe("recorded refusals", () => {
  test("number at least 1,000", () => {
    expect(refused.length).toBeGreaterThanOrEqual(1_000);
  });

  test("are left out in few cases", () => {
    expect(refused.length - decided.length).toBeLessThanOrEqual(MOST_UNDECIDED);
  });

  test.each(UNDECIDED)("are left out for $because, where there are any", ({ holds }) => {
    expect(refused.some(({ recording }) => holds(recording))).toBe(true);
  });

  test("are made with kubectl's first line", () => {
    const agreement = new Agreement("first error line");
    for (const { recording, refusal, unjudged } of decided) {
      const said = unjudged ? "(cannot judge)" : (refusal?.message ?? null);
      agreement.check(recording.line, recording.error, said);
    }
    console.info(`${String(agreement)}\n${String(refused.length - decided.length)} left out`);
    expect(agreement.share).toBeGreaterThanOrEqual(0.99);
  });

  test("point at characters of the line", () => {
    const astray = runs.filter(({ recording: { line }, refusal }) => {
      if (!refusal) return false;
      const { start, end } = refusal.span;
      return start < 0 || end > line.length || start >= end;
    });
    expect(astray.map(({ recording }) => recording.line)).toEqual([]);
  });
});

describe("lines that kubectl accepted", () => {
  test("are never refused", () => {
    const wrong = runs.filter(({ recording, refusal }) => recording.error === undefined && refusal);
    expect(
      wrong.map(({ recording, refusal }) => `${recording.line}: ${refusal?.message ?? ""}`),
    ).toEqual([]);
  });
});
