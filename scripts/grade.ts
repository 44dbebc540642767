/**
 * npm run -s grade: judges kubectl answers without the app. Each line of standard
 * input is {"accept":[…],"answer":"…","context":{…}?,"goals":[…]?,"extras":…?}; each
 * line of standard output is the judgement, in the same order. A line that is not a
 * task gives {"error":…} with its number, and the rest goes on.
 */
import { createInterface } from "node:readline";
import { z } from "zod";

import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import { kubectl } from "@/lib/domain/questions/kinds/kubectl";

const RequestSchema = z.looseObject({ answer: z.string() });

function gradeLine(line: string, number: number): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { error: `line ${number} is not JSON` };
  }
  const request = RequestSchema.safeParse(parsed);
  if (!request.success) return { error: `line ${number}: ${z.prettifyError(request.error)}` };
  const { answer, ...rest } = request.data;
  const task = kubectl.bodySchema.safeParse({ nearMisses: [], ...rest });
  if (!task.success) return { error: `line ${number}: ${z.prettifyError(task.error)}` };
  const { nearMisses: _nearMisses, ...asked } = task.data;
  const { verdict, valid, error, findings } = gradeCommand(asked, answer);
  return { verdict, valid, error, findings };
}

let number = 0;
for await (const line of createInterface({ input: process.stdin })) {
  number++;
  if (line.trim() === "") continue;
  process.stdout.write(`${JSON.stringify(gradeLine(line, number))}\n`);
}
