import type { QuestionRef } from "@/lib/domain/authoring/editor-contract";
import { CommonFieldsSchema, type QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import { parseQuestion } from "@/lib/domain/questions/parse-question";

/** What stands for fields that are not written yet: none of it is shown before the answer. */
const UNWRITTEN: Readonly<Record<string, unknown>> = {
  concept: "unwritten",
  prompt: "…",
  explanation: "…",
  sources: { docs: ["https://kubernetes.io/docs/"] },
  competencies: ["unwritten"],
  difficulty: "medium",
};

/**
 * The question as far as it can be shown: what all kinds share may be missing or wrong, what
 * its own kind asks with may have gaps. Null when there is nothing to show.
 */
export function previewContent(
  { bankId, slug }: QuestionRef,
  fields: Readonly<Record<string, unknown>>,
): QuestionContent | null {
  const entries = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    if (!Object.hasOwn(CommonFieldsSchema.shape, name)) return [[name, withoutGaps(value)]];
    const schema = CommonFieldsSchema.shape[name as keyof typeof CommonFieldsSchema.shape];
    return schema.safeParse(value).success ? [[name, value]] : [];
  });
  const parsed = parseQuestion({ ...UNWRITTEN, ...Object.fromEntries(entries), id: slug }, bankId);
  return parsed.ok ? parsed.value : null;
}

/** Texts that are empty still, however deep, are shown as being left out. */
function withoutGaps(value: unknown): unknown {
  if (value === "") return "…";
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutGaps(part)]));
}

/** A variant of a question that may have errors still; null when they keep it from being drawn. */
export function drawPreview(content: QuestionContent, variant: number): DrawnQuestion | null {
  try {
    return drawQuestion(content, `author ${variant}`);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}
