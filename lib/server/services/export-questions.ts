import type { Actor } from "@/lib/domain/access/actor";
import { canAuthor, canEditBank } from "@/lib/domain/access/bank-access";
import { FORMAT_ENDINGS } from "@/lib/domain/formats/format-names";
import { writeText } from "@/lib/domain/formats/text/write-text";
import type { ExportRequest } from "@/lib/domain/formats/transfer-contract";
import { WRITERS } from "@/lib/domain/formats/write-file";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { samplePrompt } from "@/lib/domain/questions/sample-prompt";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { noSuchBank } from "@/lib/server/authoring/require-bank";
import { getCatalogue } from "@/lib/server/content/catalogue";
import { listAuthored } from "@/lib/server/db/authored-questions";
import { database } from "@/lib/server/db/client";
import { findPrivateBank } from "@/lib/server/db/private-banks";
import { fileDate, type Download } from "@/lib/server/download";

export type ExportableBank = {
  id: string;
  title: string;
  /** The actor's own: it can be imported into. */
  isOwn: boolean;
  questions: { slug: string; kind: QuestionContent["kind"]; prompt: string }[];
};

/** Of a bank that the actor sees: whether they may take its questions out. */
export async function mayExport(actor: Actor, bankId: string): Promise<boolean> {
  if (!canAuthor(actor)) return false;
  const own = await findPrivateBank(database(), bankId);
  return own === null || canEditBank(actor, own);
}

/** A bank whose questions the actor may take out, keys included. */
export async function viewExportableBank(actor: Actor, bankId: string): Promise<ExportableBank> {
  const { title, isOwn, questions } = await requireExportable(actor, bankId);
  return {
    id: bankId,
    title,
    isOwn,
    questions: questions.map((content) => ({
      slug: content.id.slice(content.bank.length + 1),
      kind: content.kind,
      prompt: samplePrompt(content),
    })),
  };
}

export async function exportQuestions(
  actor: Actor,
  { bankId, format, withKey, only, without }: ExportRequest & { bankId: string },
  now: Date,
): Promise<Download> {
  const { title, questions } = await requireExportable(actor, bankId);
  const chosen = questions.filter(({ id, bank }) => {
    const slug = id.slice(bank.length + 1);
    return (only?.includes(slug) ?? true) && !(without?.includes(slug) ?? false);
  });
  const text = format === "text" ? writeText(chosen, { title, withKey }) : WRITERS[format](chosen);
  // Spreadsheets take a file for UTF-8 by its first character only.
  const mark = format === "csv" ? "\u{FEFF}" : "";
  return {
    name: `${bankId}-${fileDate(now)}.${FORMAT_ENDINGS[format]}`,
    pieces: (async function* () {
      yield await Promise.resolve(mark + text);
    })(),
  };
}

/** An instructor's own bank, or one that comes with the service: its keys they may print, too. */
async function requireExportable(
  actor: Actor,
  bankId: string,
): Promise<{ title: string; isOwn: boolean; questions: QuestionContent[] }> {
  if (!canAuthor(actor)) throw noSuchBank();
  const own = await findPrivateBank(database(), bankId);
  if (own) {
    if (!canEditBank(actor, own)) throw noSuchBank();
    const rows = await listAuthored(database(), bankId);
    const live = rows.filter(({ retired }) => !retired);
    return {
      title: own.title,
      isOwn: true,
      questions: live.map(({ content }) => parseStoredQuestion(content)),
    };
  }
  const { banks, questions } = await getCatalogue();
  const bank = banks.find(({ id }) => id === bankId);
  if (!bank) throw noSuchBank();
  return {
    title: bank.title,
    isOwn: false,
    questions: [...questions.values()]
      .map(({ content }) => content)
      .filter((content) => content.bank === bankId),
  };
}
