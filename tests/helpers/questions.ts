import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { parseQuestion } from "@/lib/domain/questions/parse-question";
import type { Kind } from "@/lib/domain/questions/registry";

/** Common fields as an author writes them. */
export const COMMON_FIELDS = {
  id: "a-question",
  concept: "a-concept",
  prompt: "What is asked?",
  explanation: "Because.",
  sources: { docs: ["https://kubernetes.io/docs/concepts/"] },
  competencies: ["cka/storage/volume-types"],
  difficulty: "easy",
};

/** A question of the bank `bank` from the fields of its kind. */
export function aQuestion(kind: Kind, fields: object): QuestionContent {
  const question = parseQuestion({ ...COMMON_FIELDS, kind, ...fields }, "bank");
  if (!question.ok) throw new Error(JSON.stringify(question.error));
  return question.value;
}

/** One variant of such a question. */
export const aDrawn = (kind: Kind, fields: object): DrawnQuestion =>
  drawQuestion(aQuestion(kind, fields), "seed");
