import { stringify } from "yaml";

import { inOrder, questionFields, type Fields } from "@/lib/domain/formats/question-fields";
import type { QuestionContent } from "@/lib/domain/questions/content";

/** A question as YAML, as it would stand in a bank's file. */
export const questionSource = (content: QuestionContent): string =>
  toSource(questionFields(content));

export const toSource = (fields: Readonly<Fields>): string =>
  stringify(inOrder(fields), { lineWidth: 100 });
