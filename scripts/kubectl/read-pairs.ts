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
    /** Where nothing is known of the cluster; else all of the recorded one is. */
    world: z.literal("unknown").optional(),
    accept: z.string(),
    right: z.array(z.string()),
    wrong: z.array(z.string()),
  }),
);

export type Pair = {
  accept: string;
  answer: string;
  expected: "right" | "wrong";
  world: "recorded" | "unknown";
};

/** The pairs of all files, or of those that are named (without .yaml). */
export function readPairs(names: readonly string[] = []): Pair[] {
  const folder = join(ROOT, "tests/domain/kubectl/pairs");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .filter((file) => names.length === 0 || names.includes(file.replace(/\.yaml$/, "")))
    .sort()
    .flatMap((file) => FamilySchema.parse(parse(readFileSync(join(folder, file), "utf8"))))
    .flatMap((family) => [...pairsOf(family, "right"), ...pairsOf(family, "wrong")]);
}

type Family = z.infer<typeof FamilySchema>[number];

function pairsOf(family: Family, expected: Pair["expected"]): Pair[] {
  const { accept, world = "recorded" } = family;
  const answers = new Set(family[expected].flatMap((line) => expandAlternatives(line)));
  return Array.from(answers, (answer) => ({ accept, answer, expected, world }));
}
