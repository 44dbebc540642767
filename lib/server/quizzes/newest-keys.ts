import type { QuestionContent } from "@/lib/domain/questions/content";
import { NO_KEY_CHANGE, withKeyChange } from "@/lib/domain/questions/gain-answer";
import { findVersion } from "@/lib/server/content/catalogue";
import type { Db } from "@/lib/server/db/client";
import { listNewestVersions } from "@/lib/server/db/content";
import { listKeyChanges, type KeyChangesByQuestion } from "@/lib/server/db/key-additions";

export type Key = { version: number; content: QuestionContent; isAsWritten: boolean };

/** Keys of questions as they are used in a class. */
export type ClassKeys = {
  /** Of today; null for a question that there never was. */
  newest: (questionId: string) => Promise<Key | null>;
  /** Of a version, with what was added since. */
  at: (questionId: string, version: number) => Promise<Key | null>;
};

/** `trial` is looked at as if it had come to pass already. */
export async function keysOfClass(
  db: Db,
  classId: string,
  questionIds: readonly string[],
  trial: KeyChangesByQuestion = new Map(),
): Promise<ClassKeys> {
  const versions = await listNewestVersions(db, questionIds);
  const changes = await listKeyChanges(db, questionIds, classId);
  const kept = new Map<string, Key | null>();
  const at = async (questionId: string, version: number): Promise<Key | null> => {
    const name = `${questionId}@${version}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const written = await findVersion(questionId, version);
    const today = written && withKeyChange(written, changes.get(questionId) ?? NO_KEY_CHANGE);
    const content = today && withKeyChange(today, trial.get(questionId) ?? NO_KEY_CHANGE);
    const key = content && { version, content, isAsWritten: content === written };
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
