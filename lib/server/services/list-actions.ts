import type { Actor } from "@/lib/domain/access/actor";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { toPublic } from "@/lib/domain/questions/to-public";
import {
  type ActionsResponse,
  type EntryKind,
  type HistoryEntry,
} from "@/lib/domain/study/action-contract";
import { OutcomeSchema } from "@/lib/domain/study/question-shapes";
import { catalogueFor, findVersion } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { listActionEntries, type ActionEntry } from "@/lib/server/db/study-actions";
import { publicVariant } from "@/lib/server/study/browse-question";

/** What the learner did last, newest first: each of it can be taken back, from the newest on. */
export async function listActions(actor: Actor): Promise<ActionsResponse> {
  const entries = await listActionEntries(database(), actor.id);
  return { entries: await Promise.all(entries.map((entry) => toEntry(actor.id, entry))) };
}

async function toEntry(userId: string, entry: ActionEntry): Promise<HistoryEntry> {
  return {
    id: entry.id,
    kind: entry.kind === "study" ? "answer" : (entry.kind as EntryKind),
    questionId: entry.questionId,
    prompt: await promptOf(userId, entry),
    at: entry.at.toISOString(),
    undoneAt: entry.undoneAt?.toISOString() ?? null,
    outcome: entry.outcome === null ? null : OutcomeSchema.parse(entry.outcome),
    rating: entry.rating,
    fromRating: entry.fromRating,
    cards: entry.cards,
  };
}

async function promptOf(userId: string, { questionId, version, seed }: ActionEntry) {
  if (questionId === null) return null;
  if (version !== null && seed !== null) {
    const content = await findVersion(questionId, version);
    return content && toPublic(drawQuestion(content, seed), version).prompt;
  }
  const published = (await catalogueFor(userId)).questions.get(questionId);
  return published ? publicVariant(userId, published, 0).prompt : null;
}
