import { canonicalJson } from "@/lib/domain/canonical-json";
import type { QuestionContent } from "@/lib/domain/questions/content";

export type ChangedField = {
  /** Name in the YAML, such as "prompt". */
  field: string;
  /** Undefined where there was none, or is none any more. */
  before: unknown;
  after: unknown;
};

/** Never of interest: the same in all versions, or not written by the author. */
const LEFT_OUT = new Set(["id", "bank", "also"]);

/** The fields in which two versions of a question differ, in the order of the first. */
export function changedFields(before: QuestionContent, after: QuestionContent): ChangedField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !LEFT_OUT.has(name))
    .map((field) => ({ field, before: valueAt(before, field), after: valueAt(after, field) }))
    .filter(({ before: old, after: fresh }) => canonicalJson(old) !== canonicalJson(fresh));
}

const valueAt = (content: object, name: string): unknown =>
  (content as Record<string, unknown>)[name];
