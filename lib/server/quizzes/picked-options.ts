import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { parseAnswer } from "@/lib/domain/questions/grade-answer";
import { toPublic } from "@/lib/domain/questions/to-public";
import { findVersion } from "@/lib/server/content/catalogue";

type Given = { questionId: string; version: number; seed: string; answer: unknown };

/** Texts of the options that an answer picks, as they stood in its variant; none of other kinds of question. */
export async function pickedOptions({
  questionId,
  version,
  seed,
  answer,
}: Given): Promise<string[]> {
  const content = await findVersion(questionId, version);
  const given = content && parseAnswer(content.kind, answer);
  if (!given || "gaveUp" in given) return [];
  if (given.kind === "true-false") return [given.value ? "True" : "False"];
  if (given.kind !== "single" && given.kind !== "multiple") return [];
  const { body } = toPublic(drawQuestion(content, seed), version);
  if (body.kind !== "single" && body.kind !== "multiple") return [];
  const picks = given.kind === "single" ? [given.pick] : [...new Set(given.picks)];
  return picks.flatMap((pick) => body.options[pick] ?? []);
}
