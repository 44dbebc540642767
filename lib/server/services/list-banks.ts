import type { Actor } from "@/lib/domain/access/actor";
import { studiable } from "@/lib/domain/access/question-access";
import { recallAt } from "@/lib/domain/scheduling/schedule-review";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { getProgressFacts } from "@/lib/server/db/progress-facts";
import { findWithheld } from "@/lib/server/db/withheld";
import { getStudySettings } from "@/lib/server/db/study-settings";

export type BankSummary = {
  id: string;
  title: string;
  description: string;
  questions: number;
  seen: number;
  due: number;
  /** Expected share of its questions that would be recalled now, 0 to 1. */
  recalled: number;
  kinds: string[];
  exams: string[];
};

/** Every bank that the learner may study, with what they have of it. */
export async function listBanks(actor: Actor, now: Date): Promise<BankSummary[]> {
  const [catalogue, { cards }, settings, withheld] = await Promise.all([
    catalogueFor(actor.id),
    getProgressFacts(actor.id, now),
    getStudySettings(database(), actor.id),
    findWithheld(database(), actor.id, now),
  ]);
  const byId = new Map(cards.map((card) => [card.questionId, card]));
  const questions = [...studiable(catalogue.questions, withheld).values()];

  return catalogue.banks.map(({ id, title, description }) => {
    const own = questions.filter(({ content }) => content.bank === id);
    const known = own.flatMap(({ content }) => byId.get(content.id) ?? []);
    const recalled = known.reduce((sum, card) => sum + recallAt(card, now, settings), 0);
    return {
      id,
      title,
      description,
      questions: own.length,
      seen: known.length,
      due: known.filter((card) => card.dueAt <= now).length,
      recalled: own.length === 0 ? 0 : recalled / own.length,
      kinds: [...new Set(own.map(({ content }) => content.kind))],
      exams: [...new Set(own.flatMap(({ exams }) => exams))],
    };
  });
}
