import type { Actor } from "@/lib/domain/access/actor";
import { studiable } from "@/lib/domain/access/question-access";
import { matchesFilter, type QuestionFilter } from "@/lib/domain/questions/question-filter";
import { listLeeches } from "@/lib/server/db/leeches";
import { listMarked } from "@/lib/server/db/question-marks";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { findMemories } from "@/lib/server/db/memories";
import { findWithheld } from "@/lib/server/db/withheld";
import { getStudySettings } from "@/lib/server/db/study-settings";
import { toBrowseQuestion, type BrowseQuestion } from "@/lib/server/study/browse-question";

const PAGE_SIZE = 50;

export type FoundQuestions = {
  questions: BrowseQuestion[];
  total: number;
  page: number;
  pages: number;
};

/** The questions that a filter lets through, a page at a time, counted from 1. */
export async function findQuestions(
  actor: Actor,
  filter: QuestionFilter,
  wantedPage: number,
  now: Date,
): Promise<FoundQuestions> {
  const [catalogue, marks, withheld] = await Promise.all([
    catalogueFor(actor.id),
    findMarks(actor.id, filter.mark, now),
    findWithheld(database(), actor.id, now),
  ]);
  const rank = new Map(catalogue.banks.map((bank, position) => [bank.id, position]));
  const found = [...studiable(catalogue.questions, withheld).values()]
    .filter((question) => matchesFilter(question, filter, marks))
    .sort((a, b) => (rank.get(a.content.bank) ?? 0) - (rank.get(b.content.bank) ?? 0));

  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, wantedPage), pages);
  const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const [memories, settings] = await Promise.all([
    findMemories(
      actor.id,
      shown.map(({ content }) => content.id),
    ),
    getStudySettings(database(), actor.id),
  ]);
  const questions = shown.map((question) =>
    toBrowseQuestion(actor.id, question, memories.get(question.content.id), settings, now),
  );
  return { questions, total: found.length, page, pages };
}

const UNMARKED = {
  flagged: new Set<string>(),
  suspended: new Set<string>(),
  "set-aside": new Set<string>(),
  leech: new Set<string>(),
};

/** Read only when they are asked for. */
async function findMarks(userId: string, wanted: string | null, now: Date) {
  if (wanted === null) return UNMARKED;
  const [{ flagged, suspended, buried }, leeches] = await Promise.all([
    listMarked(database(), userId, now),
    listLeeches(userId),
  ]);
  return {
    flagged,
    suspended,
    "set-aside": buried,
    leech: new Set(leeches.map(({ questionId }) => questionId)),
  };
}
