/**
 * Judges kubectl answers: one JSON task per line on standard input, one judgement
 * per line on standard output.
 *
 *   {"accept":["kubectl …"],"answer":"kubectl …","context":{…}?,"goals":[…]?,"extras":"allowed"|"refused"?}
 *   → {"verdict":…,"valid":…,"error":…,"findings":[…]}
 *
 * A line that is no task gives {"error":…,"line":n}; the others are still judged.
 */
import { createInterface } from "node:readline";

import { z } from "zod";

import { gradeCommand } from "../lib/domain/kubectl/grade-command";
import type { Task } from "../lib/domain/kubectl/model";

const LineSchema = z.looseObject({
  accept: z.array(z.string()).min(1),
  answer: z.string(),
  context: z.looseObject({}).optional(),
  goals: z.array(z.looseObject({ kind: z.string() })).optional(),
  extras: z.enum(["allowed", "refused"]).optional(),
});

function judgeLine(text: string, line: number): object {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { error: "This line is not JSON.", line };
  }
  const parsed = LineSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { error: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not a task"}`, line };
  }
  const { answer, ...task } = parsed.data;
  const { verdict, valid, error, findings } = gradeCommand(task as Task, answer);
  return { verdict, valid, error, findings };
}

let number = 0;
for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  number++;
  if (text.trim() !== "") process.stdout.write(`${JSON.stringify(judgeLine(text, number))}\n`);
}
