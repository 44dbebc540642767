import type { QuestionContent } from "@/lib/domain/questions/content";
import { withAlso } from "@/lib/domain/questions/gain-answer";
import { findVersion } from "@/lib/server/content/catalogue";
import type { Db } from "@/lib/server/db/client";
import { listNewestVersions } from "@/lib/server/db/content";
import { listAdditions, type AdditionsByQuestion } from "@/lib/server/db/key-additions";

export type Key = { version: number; content: QuestionContent; hasAdditions: boolean };

/** Keys of questions as they are used in a class. */
export type ClassKeys = {
  /** Of today; null for a question that there never was. */
  newest: (questionId: string) => Promise<Key | null>;
  /** Of a version, with what was added since. */
  at: (questionId: string, version: number) => Promise<Key | null>;
};

/** `more` is looked at as if it had been added already. */
export async function keysOfClass(
  db: Db,
  classId: string,
  questionIds: readonly string[],
  more: AdditionsByQuestion = new Map(),
): Promise<ClassKeys> {
  const versions = await listNewestVersions(db, questionIds);
  const additions = await listAdditions(db, questionIds, classId);
  const kept = new Map<string, Key | null>();
  const at = async (questionId: string, version: number): Promise<Key | null> => {
    const name = `${questionId}@${version}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const written = await findVersion(questionId, version);
    const own = [...(additions.get(questionId) ?? []), ...(more.get(questionId) ?? [])];
    const content = written && withAlso(written, own);
    const key = content && { version, content, hasAdditions: content !== written };
    kept.set(name, key);
    return key;
  };
  return {
    at,
    newest: async (questionId) => {
      const version = versions.get(questionId);
      return version === undefined ? null : at(questionId, version);
    },
  };
}
