/**
 * Families of pairs (`tests/domain/kubectl/pairs/*.yaml`): lines that do what the
 * accepted answer does, and lines that nearly do.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";
import { z } from "zod";

import { ROOT } from "./kubectl-binary";
import { expandAlternatives } from "./read-corpus";

const FamilySchema = z.array(
  z.strictObject({
    accept: z.string(),
    right: z.array(z.string()),
    wrong: z.array(z.string()),
  }),
);

export type Pair = { accept: string; answer: string; expected: "right" | "wrong" };

export function readPairs(): Pair[] {
  const folder = join(ROOT, "tests/domain/kubectl/pairs");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => FamilySchema.parse(parse(readFileSync(join(folder, file), "utf8"))))
    .flatMap((family) => [
      ...pairsOf(family.accept, family.right, "right"),
      ...pairsOf(family.accept, family.wrong, "wrong"),
    ]);
}

function pairsOf(accept: string, lines: readonly string[], expected: Pair["expected"]): Pair[] {
  const answers = new Set(lines.flatMap((line) => expandAlternatives(line)));
  return Array.from(answers, (answer) => ({ accept, answer, expected }));
}
