import { drawQuestion, type DrawnQuestion } from "@/lib/domain/questions/draw-question";
import {
  gradeAnswer,
  modelAnswer,
  parseAnswer,
  type Answer,
} from "@/lib/domain/questions/grade-answer";
import type { Kind } from "@/lib/domain/questions/registry";
import { toPublic, type PublicBody } from "@/lib/domain/questions/to-public";
import type { OfferedOption } from "@/lib/domain/quizzes/question-results";
import { findVersion } from "@/lib/server/content/catalogue";

const HAVE_OPTIONS: ReadonlySet<Kind> = new Set(["single", "multiple", "true-false"]);

type Asked = { questionId: string; version: number; seed: string; answer: unknown };

/** The options of a question as they stood in its variant, and which an answer picks; none of other kinds. */
export async function offeredOptions(asked: Asked): Promise<OfferedOption[]> {
  const { questionId, version, seed, answer } = asked;
  const content = await findVersion(questionId, version);
  if (!content || !HAVE_OPTIONS.has(content.kind)) return [];
  const drawn = drawQuestion(content, seed);
  const isRight = rightOf(drawn);
  const picked = picksOf(parseAnswer(content.kind, answer));
  return textsOf(toPublic(drawn, version).body).map((text, index) => ({
    text,
    isRight: isRight(index),
    isPicked: picked.includes(index),
  }));
}

/** Of one answer, what has been accepted beside the key is right too; of several, only the key says which. */
function rightOf(drawn: DrawnQuestion): (index: number) => boolean {
  if (drawn.kind === "single") {
    return (pick) => gradeAnswer(drawn, { kind: "single", pick }).outcome === "right";
  }
  const right = picksOf(modelAnswer(drawn));
  return (index) => right.includes(index);
}

function textsOf(body: PublicBody): readonly string[] {
  if (body.kind === "true-false") return ["True", "False"];
  return body.kind === "single" || body.kind === "multiple" ? body.options : [];
}

/** Indexes into `textsOf`. */
function picksOf(answer: Answer | null): readonly number[] {
  if (answer === null || "gaveUp" in answer) return [];
  if (answer.kind === "true-false") return [answer.value ? 0 : 1];
  if (answer.kind === "single") return [answer.pick];
  return answer.kind === "multiple" ? answer.picks : [];
}
