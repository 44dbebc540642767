/** Plans a recorded line in the world it was recorded in. */
import { readAnswer } from "@/lib/domain/kubectl/parse/read-answer";
import type { Plan } from "@/lib/domain/kubectl/plan/plan-model";
import { runAnswer } from "@/lib/domain/kubectl/state/run-answer";
import { commandTable } from "@/lib/domain/kubectl/tables/tables";

import { recordedWorld } from "./read-recordings";

export type PlannedLine = {
  plans: readonly Plan[];
  /** What kubectl would say, when it refuses. */
  refusal: string | null;
  unjudged: boolean;
};

const table = commandTable("1.35");

/** What the parser refuses before kubectl's own code would run; null when it reads the line. */
export function parserRefusal(text: string): string | null {
  const lines = readAnswer(text, recordedWorld, table);
  const refused = lines.find((line) => line.kind === "refused");
  return refused?.kind === "refused" ? refused.refusal.message : null;
}

export function planRecordedLine(text: string): PlannedLine {
  const { lines, refusal, unjudgeable } = runAnswer(text, recordedWorld);
  return {
    plans: lines.map(({ plan }) => plan),
    refusal: refusal?.message ?? null,
    unjudged: refusal === null && unjudgeable !== null,
  };
}
