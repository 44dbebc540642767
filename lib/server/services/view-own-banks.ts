import { z } from "zod";

import type { Actor } from "@/lib/domain/access/actor";
import { canAuthor } from "@/lib/domain/access/bank-access";
import { KIND_NAMES, type Kind } from "@/lib/domain/questions/registry";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import { readYaml } from "@/lib/server/content/yaml-file";
import { noSuchBank, requireBank } from "@/lib/server/authoring/require-bank";
import {
  listAuthored,
  listOwnBanks as listRows,
  listShares,
  type OwnBankRow,
  type ShareRow,
} from "@/lib/server/db/authored-questions";
import { database } from "@/lib/server/db/client";
import { listDraftsIn } from "@/lib/server/db/question-drafts";

/** The actor's own banks, by title. */
export async function listOwnBanks(actor: Actor): Promise<OwnBankRow[]> {
  if (!canAuthor(actor)) throw noSuchBank();
  return listRows(database(), actor.id);
}

export type AuthoredQuestion = {
  slug: string;
  /** Null when its draft is not one that can be read. */
  kind: Kind | null;
  prompt: string;
  difficulty: string;
  tags: string[];
  /** 0 before it was first published. */
  version: number;
  isRetired: boolean;
  hasDraft: boolean;
  /** Of the draft, else of the version. */
  changedAt: string;
};

export type OwnBankView = {
  id: string;
  title: string;
  description: string;
  isArchived: boolean;
  questions: AuthoredQuestion[];
  shares: ShareRow[];
};

/** One of the actor's own banks: what is in it, what is being written, who may study it. */
export async function viewOwnBank(actor: Actor, bankId: string): Promise<OwnBankView> {
  const bank = await requireBank(actor, bankId);
  const db = database();
  const [published, drafts, shares] = await Promise.all([
    listAuthored(db, bank.id),
    listDraftsIn(db, actor.id, bank.id),
    listShares(db, bank),
  ]);
  const draftOf = new Map(drafts.map((draft) => [draft.questionId, draft]));
  const known = new Set(published.map(({ id }) => id));
  const slugOf = (questionId: string): string => questionId.slice(bank.id.length + 1);
  return {
    id: bank.id,
    title: bank.title,
    description: bank.description,
    isArchived: bank.retiredAt !== null,
    shares,
    questions: [
      ...drafts
        .filter(({ questionId }) => !known.has(questionId))
        .map(({ questionId, source, updatedAt }) => ({
          slug: slugOf(questionId),
          ...glance(source),
          version: 0,
          isRetired: false,
          hasDraft: true,
          changedAt: updatedAt.toISOString(),
        })),
      ...published.map(({ id, version, retired, changedAt, content }) => {
        const { kind, prompt, difficulty, tags = [] } = parseStoredQuestion(content);
        const draft = draftOf.get(id);
        return {
          slug: slugOf(id),
          kind,
          prompt,
          difficulty,
          tags,
          version,
          isRetired: retired,
          hasDraft: draft !== undefined,
          changedAt: (draft?.updatedAt ?? changedAt).toISOString(),
        };
      }),
    ],
  };
}

const GlanceSchema = z.object({
  kind: z.enum(KIND_NAMES).nullable().catch(null),
  prompt: z.string().catch(""),
  difficulty: z.string().catch(""),
  tags: z.array(z.string()).catch([]),
});

/** What can be made out of a source that may be half written. */
function glance(source: string): Pick<AuthoredQuestion, "kind" | "prompt" | "difficulty" | "tags"> {
  const { data } = readYaml({ path: "draft.yaml", text: source });
  const fields = GlanceSchema.safeParse(data).data;
  return {
    kind: fields?.kind ?? null,
    prompt: fields?.prompt ?? "",
    difficulty: fields?.difficulty ?? "",
    tags: fields?.tags ?? [],
  };
}
