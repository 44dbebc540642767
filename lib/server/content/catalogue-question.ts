import type { QuestionContent } from "@/lib/domain/questions/content";
import { domainsOf, examsOf } from "@/lib/domain/questions/curriculum";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";

export type CatalogueQuestion = {
  version: number;
  content: QuestionContent;
  /** Such as "cka". */
  exams: string[];
  /** Such as "cka/troubleshooting". */
  domains: string[];
};

/** From a version as it is stored. */
export function toCatalogueQuestion(stored: {
  version: number;
  content: unknown;
}): CatalogueQuestion {
  const content = parseStoredQuestion(stored.content);
  const { competencies } = content;
  return {
    version: stored.version,
    content,
    exams: examsOf(competencies),
    domains: domainsOf(competencies),
  };
}
