import { micromark } from "micromark";

import type { Actor } from "@/lib/domain/access/actor";
import { canStudyQuestion } from "@/lib/domain/access/question-access";
import { ankiHead, ankiLine } from "@/lib/domain/learner-data/anki-note";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { countTry, EXPORTS_PER_PERSON } from "@/lib/server/auth/throttle";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { database } from "@/lib/server/db/client";
import { findAnswered } from "@/lib/server/db/export-rows";
import { findWithheld } from "@/lib/server/db/withheld";

import { fileDate, type Download } from "@/lib/server/download";

/** So many notes are made before others get their turn. */
const AT_ONCE = 50;

export async function exportAnki(
  actor: Actor,
  banks: readonly string[],
  now: Date,
): Promise<Download> {
  await countTry(EXPORTS_PER_PERSON, actor.id);
  return { name: `reconcile-anki-${fileDate(now)}.txt`, pieces: notesOf(actor, banks, now) };
}

/**
 * Questions of some banks as notes for Anki, in pieces: those that the learner has
 * answered, as a note holds the key, which nobody gets before their answer.
 */
async function* notesOf(actor: Actor, banks: readonly string[], now: Date): AsyncGenerator<string> {
  const [{ questions }, answered, withheld] = await Promise.all([
    catalogueFor(actor.id),
    findAnswered(actor.id),
    findWithheld(database(), actor.id, now),
  ]);
  const wanted = [...questions.values()].filter(
    ({ content: { id, bank } }) =>
      banks.includes(bank) && answered.has(id) && canStudyQuestion(id, withheld),
  );
  yield ankiHead();
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    yield wanted
      .slice(start, start + AT_ONCE)
      .map(({ content }) => ankiLine(drawQuestion(content, `anki ${actor.id}`), micromark))
      .join("");
    await new Promise(setImmediate);
  }
}
