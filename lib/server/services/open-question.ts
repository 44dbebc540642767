import type { Actor } from "@/lib/domain/access/actor";
import type { QuestionRef, StoredDraft } from "@/lib/domain/authoring/editor-contract";
import { requireBank } from "@/lib/server/authoring/require-bank";
import { catalogueFor } from "@/lib/server/content/catalogue";
import { findAuthored } from "@/lib/server/db/authored-questions";
import { database } from "@/lib/server/db/client";
import { noSuchQuestion, questionIdOf, viewDraft } from "@/lib/server/services/write-question";

/** What an author chooses from while writing. */
export type EditorChoices = {
  /** By exam and domain. */
  competencies: { domain: string; competencies: { id: string; title: string }[] }[];
  notes: { id: string; title: string; sections: string[] }[];
  errata: string[];
  /** Of the questions there are. */
  concepts: string[];
  tags: string[];
};

export type OpenedQuestion = StoredDraft & {
  bankId: string;
  bankTitle: string;
  slug: string;
  isRetired: boolean;
  choices: EditorChoices;
};

/** A question in its editor: its draft, or else what is published of it. */
export async function openQuestion(actor: Actor, ref: QuestionRef): Promise<OpenedQuestion> {
  const bank = await requireBank(actor, ref.bankId);
  const [stored, row, choices] = await Promise.all([
    viewDraft(actor, ref),
    findAuthored(database(), questionIdOf(ref)),
    choicesFor(actor),
  ]);
  if (!stored.draft && !row) throw noSuchQuestion();
  return {
    ...stored,
    ...ref,
    bankTitle: bank.title,
    isRetired: row?.retired ?? false,
    choices,
  };
}

async function choicesFor(actor: Actor): Promise<EditorChoices> {
  const { curriculum, notes, errata, questions } = await catalogueFor(actor.id);
  const contents = [...questions.values()].map(({ content }) => content);
  return {
    competencies: curriculum.exams.flatMap((exam) =>
      exam.domains.map(({ title, competencies }) => ({
        domain: `${exam.id.toUpperCase()}: ${title}`,
        competencies: competencies.map(({ id, title: name }) => ({ id, title: name })),
      })),
    ),
    notes: notes.map(({ id, title, sections }) => ({
      id,
      title,
      sections: sections.map((section) => section.title),
    })),
    errata: errata.map(({ id }) => id),
    concepts: [...new Set(contents.map(({ concept }) => concept))].sort(),
    tags: [...new Set(contents.flatMap(({ tags = [] }) => tags))].sort(),
  };
}
