/** Plans a recorded line in the world it was recorded in. */
import type { ParsedLine } from "@/lib/domain/kubectl/invocation";
import type { KubeObject } from "@/lib/domain/kubectl/model";
import { readAnswer } from "@/lib/domain/kubectl/parse/read-answer";
import { planInvocation } from "@/lib/domain/kubectl/plan/plan-invocation";
import type { World } from "@/lib/domain/kubectl/plan/plan-input";
import type { Plan, Target } from "@/lib/domain/kubectl/plan/plan-model";
import { commandTable } from "@/lib/domain/kubectl/tables/tables";

import { recordedWorld } from "./read-recordings";

export type PlannedLine = {
  plans: Plan[];
  /** What kubectl would say, when it refuses. */
  refusal: string | null;
  unjudged: boolean;
};

const table = commandTable("1.35");
const files = recordedWorld.files ?? {};

const isTarget = (object: KubeObject, { type, name, namespace }: Target) =>
  object.kind === type.kind &&
  object.metadata.name === name &&
  (namespace === null || object.metadata.namespace === namespace);

const worldOf = (line: ParsedLine): World => ({
  version: "1.35",
  namespace: recordedWorld.namespace ?? "default",
  currentContext: recordedWorld.currentContext ?? null,
  contexts: recordedWorld.contexts,
  find: (target) =>
    (recordedWorld.objects ?? []).find((object) => isTarget(object, target)) ?? "absent",
  readFile: (path) => files[path] ?? null,
  listFiles: (folder) =>
    Object.keys(files).filter((path) => {
      const rest = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : "";
      return rest !== "" && !rest.includes("/");
    }),
  readStdin: () => stdinOf(line),
});

function stdinOf(line: ParsedLine): string | null {
  if (line.kind !== "invocation" || line.stdin === null) return null;
  return line.stdin.kind === "text" ? line.stdin.text : (files[line.stdin.path] ?? null);
}

/** What the parser refuses before kubectl's own code would run; null when it reads the line. */
export function parserRefusal(text: string): string | null {
  const lines = readAnswer(text, recordedWorld, table);
  const refused = lines.find((line) => line.kind === "refused");
  return refused?.kind === "refused" ? refused.refusal.message : null;
}

export function planRecordedLine(text: string): PlannedLine {
  const plans: Plan[] = [];
  for (const line of readAnswer(text, recordedWorld, table)) {
    if (line.kind === "refused") return { plans, refusal: line.refusal.message, unjudged: false };
    if (line.kind === "unjudgeable") return { plans, refusal: null, unjudged: true };
    if (line.kind !== "invocation") continue;
    const plan = planInvocation(line, worldOf(line));
    if (plan.ok) plans.push(plan.value);
    else if (plan.error.kind === "unjudgeable") return { plans, refusal: null, unjudged: true };
    else return { plans, refusal: plan.error.refusal.message, unjudged: false };
  }
  return { plans, refusal: null, unjudged: false };
}
