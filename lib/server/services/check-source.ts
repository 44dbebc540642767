import type { Actor } from "@/lib/domain/access/actor";
import type {
  CheckedSource,
  CheckSource,
  QuestionRef,
  TriedAnswer,
  TryAnswer,
} from "@/lib/domain/authoring/editor-contract";
import { gradeAnswer, parseAnswer } from "@/lib/domain/questions/grade-answer";
import { countDraws } from "@/lib/domain/questions/parameters";
import { reveal } from "@/lib/domain/questions/reveal";
import { toPublic } from "@/lib/domain/questions/to-public";
import { kubectlReadings } from "@/lib/server/authoring/kubectl-readings";
import { drawPreview, previewContent } from "@/lib/server/authoring/preview-content";
import { readSource } from "@/lib/server/authoring/read-source";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { AppError } from "@/lib/server/errors";

/** Everything that is wrong with a question being written, and how a learner would be asked it. */
export async function checkSource(
  actor: Actor,
  { source, variant, ...ref }: QuestionRef & CheckSource,
): Promise<CheckedSource> {
  await requireBank(actor, ref.bankId);
  const { fields, content, problems } = await readSource(ref, source);
  const shown = content ?? (fields && previewContent(ref, fields));
  const drawn = shown && drawPreview(shown, variant);
  return {
    problems: problems.map(({ path, ...rest }) => ({ ...rest, path: [...path] })),
    preview: drawn && toPublic(drawn, 1),
    variants: countDraws(shown?.parameters ?? {}),
    readings: drawn ? kubectlReadings(drawn) : [],
  };
}

/** Grades an answer to a question being written, as a learner's is. Nothing of it is kept. */
export async function tryAnswer(
  actor: Actor,
  { source, variant, answer: given, ...ref }: QuestionRef & TryAnswer,
): Promise<TriedAnswer> {
  await requireBank(actor, ref.bankId);
  const { fields, content } = await readSource(ref, source);
  const shown = content ?? (fields && previewContent(ref, fields));
  const drawn = shown && drawPreview(shown, variant);
  const answer = drawn && parseAnswer(drawn.kind, given);
  if (!drawn || !answer) {
    throw new AppError("conflict", "The question cannot be asked as it is: mend its errors first.");
  }
  return { graded: gradeAnswer(drawn, answer), reveal: reveal(drawn) };
}
