/**
 * Families of pairs (`pairs/*.yaml`): lines that do what an accepted answer does,
 * and lines that nearly do. They were held against the real kubectl with
 * `npm run kubectl:verify-pairs`.
 */
import { describe, expect, test } from "vitest";

import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import type { TaskContext, Verdict } from "@/lib/domain/kubectl/model";
import { readPairs, type Pair } from "@/scripts/kubectl/read-pairs";

import { recordedWorld } from "./recordings/read-recordings";

const pairs = readPairs();

const UNKNOWN: TaskContext = { aliases: recordedWorld.aliases ?? {} };
const worldOf = ({ world }: Pair) => (world === "unknown" ? UNKNOWN : recordedWorld);

const verdictOf = (pair: Pair, context = worldOf(pair)) =>
  gradeCommand({ accept: [pair.accept], context }, pair.answer).verdict;

const isRight = (verdict: Verdict) => verdict === "right" || verdict === "right-with-extras";
const accepts = (pair: Pair) => isRight(verdictOf(pair));

const show = ({ accept, answer }: Pair) => `${answer}\n    beside ${accept}`;

describe("pairs of lines", () => {
  const equal = pairs.filter((pair) => pair.expected === "right");
  const nearMiss = pairs.filter((pair) => pair.expected === "wrong");

  test("number at least 1,000 equal ones and 1,000 near misses", () => {
    expect(Math.min(equal.length, nearMiss.length)).toBeGreaterThanOrEqual(1_000);
  });

  test("that nearly do the same are never accepted", () => {
    expect(nearMiss.filter(accepts).map(show)).toEqual([]);
  });

  test("that nearly do the same are not accepted either where nothing is known of the cluster", () => {
    const accepted = nearMiss.filter((pair) => isRight(verdictOf(pair, {})));
    expect(accepted.map(show)).toEqual([]);
  });

  test("that nearly do the same can all be judged", () => {
    const unjudged = nearMiss.filter((pair) => verdictOf(pair) === "cannot-judge");
    expect(unjudged.map(show)).toEqual([]);
  });

  test("that do the same are refused in at most 0.5 % of cases", () => {
    const refused = equal.filter((pair) => !accepts(pair));
    console.info(`refused ${String(refused.length)} of ${String(equal.length)}`);
    expect(refused.length / equal.length, refused.map(show).join("\n")).toBeLessThanOrEqual(0.005);
  });
});
