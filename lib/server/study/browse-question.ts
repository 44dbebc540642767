import { drawQuestion } from "@/lib/domain/questions/draw-question";
import type { Outcome } from "@/lib/domain/questions/question-kind";
import { toPublic, type PublicQuestion } from "@/lib/domain/questions/to-public";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import type { CardState } from "@/lib/domain/scheduling/card";
import type { StudySettings } from "@/lib/domain/study/study-settings";
import type { CatalogueQuestion } from "@/lib/server/content/catalogue-question";
import type { Memory } from "@/lib/server/db/memories";
import { variantSeed } from "@/lib/server/study/variant-seed";

/** A learner's own standing with a question; null while it is new to them. */
export type MemoryView = {
  state: CardState;
  dueAt: Date;
  /** Probability of recall now. */
  recall: number;
  lastOutcome: Outcome | null;
} | null;

/** A question in a list: nothing of it that a browser may not have before the answer. */
export type BrowseQuestion = {
  id: string;
  bank: string;
  kind: PublicQuestion["kind"];
  difficulty: PublicQuestion["difficulty"];
  prompt: string;
  /** Such as "cka". */
  exams: string[];
  memory: MemoryView;
};

/** The variant that this learner would be asked next. */
export function publicVariant(
  userId: string,
  { content, version }: CatalogueQuestion,
  reps: number,
): PublicQuestion {
  const seed = variantSeed(userId, { questionId: content.id, version, occurrence: reps });
  return toPublic(drawQuestion(content, seed), version);
}

export function toBrowseQuestion(
  userId: string,
  question: CatalogueQuestion,
  memory: Memory | undefined,
  settings: StudySettings,
  now: Date,
): BrowseQuestion {
  const { id, bank, kind, difficulty, prompt } = publicVariant(userId, question, memory?.reps ?? 0);
  return {
    id,
    bank,
    kind,
    difficulty,
    prompt,
    exams: question.exams,
    memory: memory ? toMemoryView(memory, settings, now) : null,
  };
}

const toMemoryView = (memory: Memory, settings: StudySettings, now: Date): MemoryView => ({
  state: memory.state,
  dueAt: memory.dueAt,
  recall: recallAt(memory, now, settings),
  lastOutcome: memory.lastOutcome,
});
