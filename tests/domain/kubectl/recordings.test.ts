/**
 * The engine beside the real kubectl: 3,700 recorded lines (`npm run kubectl:record`).
 * Where the two differ, the engine is wrong.
 */
import { describe, expect, test } from "vitest";

import { readAnswer } from "@/lib/domain/kubectl/parse/read-answer";
import { commandTable } from "@/lib/domain/kubectl/tables/tables";
import type { Recording } from "@/scripts/kubectl/recording";

import { Agreement } from "./recordings/agreement";
import { readRecordings, recordedWorld } from "./recordings/read-recordings";

const recordings = readRecordings();
const table = commandTable("1.35");

/** How kubectl's command line library begins its refusals. */
const LIBRARY_REFUSAL =
  /^[Ee]rror: (?:unknown (?:command|profile) ["']|unknown flag:|unknown shorthand flag:|flag needs an argument|bad flag syntax|invalid argument ".*" for "|required flag\(s\)|flags cannot be placed)|^Unknown help topic/;

const isShellError = ({ error }: Recording) => error?.startsWith("/bin/bash:") === true;

/** The refusal of the first line that is refused before kubectl's own code runs, else null. */
function parserRefusal(line: string): string | null {
  const lines = readAnswer(line, recordedWorld, table);
  const refused = lines.find((one) => one.kind === "refused");
  return refused?.kind === "refused" ? refused.refusal.message : null;
}

describe("lines that were recorded with the real kubectl", () => {
  test("number at least 1,500", () => {
    expect(recordings.length).toBeGreaterThanOrEqual(1_500);
  });

  test("are read or refused as kubectl's command line library does", () => {
    const agreement = new Agreement("parse");
    for (const recording of recordings.filter((one) => !isShellError(one))) {
      const { line, error } = recording;
      const refused = error !== undefined && LIBRARY_REFUSAL.test(error);
      agreement.check(line, refused ? error : null, parserRefusal(line));
    }
    console.info(String(agreement));
    expect(agreement.share).toBeGreaterThanOrEqual(0.995);
  });
});
