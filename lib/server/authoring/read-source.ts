import { z } from "zod";

import type { QuestionRef } from "@/lib/domain/authoring/editor-contract";
import { plainMessage } from "@/lib/domain/authoring/plain-message";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { parseQuestion } from "@/lib/domain/questions/parse-question";
import { errorAt, type Problem } from "@/lib/domain/questions/question-kind";
import { questionProblems } from "@/lib/server/authoring/question-problems";
import { readYaml } from "@/lib/server/content/yaml-file";

export type LocatedProblem = Problem & { /** From 1. */ line: number };

export type ReadQuestion = {
  /** The fields as they are typed, whatever they are; null when there are none. */
  fields: Record<string, unknown> | null;
  /** Null when it has errors that keep it from being one. */
  content: QuestionContent | null;
  problems: LocatedProblem[];
};

/** The source of one question, with everything that is wrong with it. */
export async function readSource(
  { bankId, slug }: QuestionRef,
  source: string,
): Promise<ReadQuestion> {
  const file = readYaml({ path: "question.yaml", text: source });
  const located = (problems: readonly Problem[]): LocatedProblem[] =>
    problems.map((problem) => ({
      ...problem,
      message: plainMessage(problem.message),
      line: file.lineOf(problem.path),
    }));
  if (file.problems.length > 0) {
    const problems = file.problems.map(({ line, message }) => ({ ...errorAt([], message), line }));
    return { fields: null, content: null, problems };
  }
  const fields = z.record(z.string(), z.unknown()).safeParse(file.data).data ?? null;
  const parsed = parseQuestion(file.data, bankId);
  const strange = fields && fields["id"] !== slug ? [errorAt(["id"], otherId(slug))] : [];
  const errors = parsed.ok ? strange : [...strange, ...parsed.error];
  if (!parsed.ok || errors.length > 0) {
    return { fields, content: null, problems: located(errors) };
  }
  return {
    fields,
    content: parsed.value,
    problems: located(await questionProblems(parsed.value)),
  };
}

const otherId = (slug: string): string =>
  `The id of this question is ${slug}: answers are kept under it, so that it cannot change`;
