import type { Reading } from "@/lib/domain/authoring/editor-contract";
import { effectsOf } from "@/lib/domain/kubectl/explain/beside-model";
import { gradeCommand } from "@/lib/domain/kubectl/grade-command";
import type { DrawnQuestion } from "@/lib/domain/questions/draw-question";

/** How the engine understands the accepted answers and near misses of a kubectl task. */
export function kubectlReadings(drawn: DrawnQuestion): Reading[] {
  if (drawn.kind !== "kubectl") return [];
  const { task, nearMisses } = drawn.body;
  const read = (path: Reading["path"], answer: string): Reading => {
    const { verdict, error, findings } = gradeCommand(task, answer);
    return {
      path,
      verdict,
      error,
      findings: [...new Set(findings.map(({ code }) => code))],
      effects: effectsOf(answer, task.context ?? {}),
    };
  };
  return [
    ...task.accept.map((answer, index) => read(["accept", index], answer)),
    ...nearMisses.map(({ answer }, index) => read(["nearMisses", index], answer)),
  ];
}
