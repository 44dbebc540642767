import type { z } from "zod";

import type { Actor } from "@/lib/domain/access/actor";
import { changedFields } from "@/lib/domain/authoring/changed-fields";
import type {
  CommitImportSchema,
  Imported,
  ImportItem,
  ImportPreview,
  PreviewImportSchema,
} from "@/lib/domain/formats/transfer-contract";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { drawQuestion } from "@/lib/domain/questions/draw-question";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { toPublic } from "@/lib/domain/questions/to-public";
import { countTry, QUESTION_FILES_PER_PERSON } from "@/lib/server/auth/throttle";
import { planQuestionFile, type PlannedQuestion } from "@/lib/server/authoring/plan-question-file";
import { referencesOf } from "@/lib/server/authoring/question-problems";
import { readQuestionFile, type QuestionFile } from "@/lib/server/authoring/read-question-file";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { getCatalogue } from "@/lib/server/content/catalogue";
import { listAuthored } from "@/lib/server/db/authored-questions";
import { database } from "@/lib/server/db/client";
import { lockBank } from "@/lib/server/db/private-banks";
import { AppError } from "@/lib/server/errors";
import { saveInBank } from "@/lib/server/authoring/save-in-bank";

type GivenFile = { bankId: string; bytes: Uint8Array } & z.output<typeof PreviewImportSchema>;

const MOST_PROBLEMS = 500;
const TRANSACTION_MS = 60_000;

export type ImportView = {
  title: string;
  /** For questions that name none. */
  competencies: { id: string; label: string }[];
};

/** The bank that is imported into, and what can be chosen on the way. */
export async function viewImport(actor: Actor, bankId: string): Promise<ImportView> {
  const { title } = await requireBank(actor, bankId);
  const { curriculum } = await getCatalogue();
  const competencies = curriculum.exams.flatMap((exam) =>
    exam.domains.flatMap((domain) =>
      domain.competencies.map(({ id, title: name }) => ({
        id,
        label: `${exam.id.toUpperCase()} · ${domain.title} · ${name}`,
      })),
    ),
  );
  return { title, competencies };
}

/** What importing the file would do, and everything that is wrong with it. Saves nothing. */
export async function previewImport(actor: Actor, given: GivenFile): Promise<ImportPreview> {
  const file = await readFile(actor, given);
  const rows = await listAuthored(database(), given.bankId);
  const { planned, fingerprint } = planQuestionFile(file.questions, rows);
  return {
    format: file.format,
    encoding: file.encoding,
    questions: planned.map(itemOf),
    problems: file.problems.slice(0, MOST_PROBLEMS),
    problemCount: file.problems.length,
    fingerprint,
  };
}

/**
 * Does what the preview said, but for the questions to leave, in one transaction. When the
 * bank has changed since, it does nothing and says so, unless there is nothing left to do.
 */
export async function importQuestions(
  actor: Actor,
  given: GivenFile & Pick<z.output<typeof CommitImportSchema>, "fingerprint" | "leave">,
  now: Date,
): Promise<Imported> {
  const file = await readFile(actor, given);
  return database().$transaction(
    async (db) => {
      await lockBank(db, given.bankId);
      const { planned, fingerprint } = planQuestionFile(
        file.questions,
        await listAuthored(db, given.bankId),
      );
      const taken = planned.flatMap(({ content, state }, index) =>
        content && !given.leave.has(index) ? [{ content, state }] : [],
      );
      const isDone = taken.every(({ state }) => state === "unchanged");
      if (!isDone && fingerprint !== given.fingerprint) {
        throw new AppError(
          "conflict",
          "The bank has changed since this preview. Look at it again.",
        );
      }
      const contents = taken.map(({ content }) => content);
      const saved = await saveInBank(db, given.bankId, contents, now);
      return {
        added: saved.added.length,
        changed: saved.changed.length,
        back: saved.revived.length,
        unchanged: saved.unchanged.length,
      };
    },
    { timeout: TRANSACTION_MS, maxWait: TRANSACTION_MS },
  );
}

async function readFile(actor: Actor, given: GivenFile): Promise<QuestionFile> {
  await requireBank(actor, given.bankId);
  await countTry(QUESTION_FILES_PER_PERSON, actor.id);
  const catalogue = await getCatalogue();
  const rows = await listAuthored(database(), given.bankId);
  const { bytes, format, name } = given;
  return readQuestionFile(
    { bytes, format, name },
    {
      bank: given.bankId,
      references: referencesOf(catalogue),
      defaults: { competency: given.competency, difficulty: given.difficulty, docs: given.docs },
      existing: rows
        .filter(({ retired }) => !retired)
        .map(({ content }) => parseStoredQuestion(content)),
    },
  );
}

const itemOf = ({ name, line, state, content, before }: PlannedQuestion): ImportItem => ({
  name,
  line,
  state,
  shown: content && toPublic(drawQuestion(content, content.id), 1),
  changes: content && before ? changesOf(before, content) : [],
});

const changesOf = (before: QuestionContent, after: QuestionContent): ImportItem["changes"] =>
  changedFields(before, after).map((change) => ({
    field: change.field,
    before: written(change.before),
    after: written(change.after),
  }));

/** A text as it stands; anything else as its data. */
function written(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
