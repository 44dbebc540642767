import type { Actor } from "@/lib/domain/access/actor";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { parseQuestion } from "@/lib/domain/questions/parse-question";
import { createBank } from "@/lib/server/services/create-bank";
import { saveQuestions } from "@/lib/server/services/save-questions";
import { START } from "@/tests/helpers/people";
import { aShortQuestion } from "@/tests/helpers/study-content";

/** A question of a private bank as its author writes it; right with "pending". */
export function aPrivateQuestion(bankId: string, slug: string, rest: object = {}): QuestionContent {
  const { id: _, ...fields } = aShortQuestion(`${bankId}/${slug}`, rest);
  const parsed = parseQuestion({ ...fields, id: slug }, bankId);
  if (!parsed.ok) throw new Error(parsed.error.map(({ message }) => message).join("; "));
  return parsed.value;
}

/** A private bank with these questions. Returns its id. */
export async function aPrivateBank(owner: Actor, slugs: readonly string[]): Promise<string> {
  const { id } = await createBank(owner, { title: "Exam drills", description: "" });
  const questions = slugs.map((slug) => aPrivateQuestion(id, slug, { concept: slug }));
  await saveQuestions(owner, id, questions, START);
  return id;
}
