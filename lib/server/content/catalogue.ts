/**
 * All live questions, kept in the memory of this process. Asking what changed costs one
 * small query every few seconds; the questions are read again only when another load has
 * changed them, by this process or by another one.
 */
import type { QuestionContent } from "@/lib/domain/questions/content";
import { domainsOf, examsOf, type Curriculum } from "@/lib/domain/questions/curriculum";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import type { Erratum, StudyNote } from "@/lib/domain/questions/study-notes";
import { ContentDocumentSchema } from "@/lib/server/content/content-document";
import { LeastRecentlyUsed } from "@/lib/server/content/least-recently-used";
import { database } from "@/lib/server/db/client";
import {
  findContentHash,
  findContentState,
  findVersionContent,
  listLiveBanks,
  listLiveQuestions,
  type BankRow,
} from "@/lib/server/db/content";

export type CatalogueQuestion = {
  version: number;
  content: QuestionContent;
  /** Such as "cka". */
  exams: string[];
  /** Such as "cka/troubleshooting". */
  domains: string[];
};

export type Catalogue = {
  /** Changes whenever anything in the catalogue does. */
  hash: string;
  /** In the order of lists. */
  banks: readonly BankRow[];
  /** By id, in the order of ids. */
  questions: ReadonlyMap<string, CatalogueQuestion>;
  curriculum: Curriculum;
  /** Percent of the exam by domain id. */
  domainWeights: ReadonlyMap<string, number>;
  noteTitles: ReadonlyMap<string, string>;
  /** The notes that questions cite, and what is wrong in them. */
  notes: readonly StudyNote[];
  errata: readonly Erratum[];
};

/** For so long a change may go unnoticed. */
const CHECK_EVERY_MS = 3_000;
const OLD_VERSIONS_KEPT = 500;

type Memory = {
  current: { catalogue: Catalogue; checkedAtMs: number } | null;
  loading: Promise<Catalogue> | null;
  versions: LeastRecentlyUsed<string, QuestionContent>;
};

const emptyMemory = (): Memory => ({
  current: null,
  loading: null,
  versions: new LeastRecentlyUsed(OLD_VERSIONS_KEPT),
});

// On globalThis, as bundled routes may each hold their own copy of this module.
const store = globalThis as typeof globalThis & { reconcileCatalogue?: Memory };
const memory = (): Memory => (store.reconcileCatalogue ??= emptyMemory());

/** Throws when no questions were ever loaded. */
export async function getCatalogue(): Promise<Catalogue> {
  const state = memory();
  if (state.current && performance.now() - state.current.checkedAtMs < CHECK_EVERY_MS) {
    return state.current.catalogue;
  }
  // Requests that come meanwhile wait for the same answer instead of asking again.
  state.loading ??= refresh(state).finally(() => {
    state.loading = null;
  });
  return state.loading;
}

/** Any version, of a retired question too; null when there is none. */
export async function findVersion(
  questionId: string,
  version: number,
): Promise<QuestionContent | null> {
  const live = (await getCatalogue()).questions.get(questionId);
  if (live?.version === version) return live.content;

  const { versions } = memory();
  const key = `${questionId}@${version}`;
  const known = versions.get(key);
  if (known) return known;
  const stored = await findVersionContent(database(), questionId, version);
  if (stored === null) return null;
  const content = parseStoredQuestion(stored);
  versions.set(key, content);
  return content;
}

/** Forgets everything, so that the next question is answered from the database. */
export function forgetCatalogue(): void {
  delete store.reconcileCatalogue;
}

async function refresh(state: Memory): Promise<Catalogue> {
  const known = state.current?.catalogue ?? null;
  const unchanged = known?.hash === (known && (await findContentHash(database())));
  const catalogue = known && unchanged ? known : await readCatalogue();
  state.current = { catalogue, checkedAtMs: performance.now() };
  return catalogue;
}

/** One snapshot: a load that commits between two of the reads must not be seen by half. */
async function readCatalogue(): Promise<Catalogue> {
  const [state, banks, rows] = await database().$transaction(
    async (tx) =>
      [await findContentState(tx), await listLiveBanks(tx), await listLiveQuestions(tx)] as const,
    { isolationLevel: "RepeatableRead" },
  );
  if (!state) throw new Error("No questions are loaded: run npm run content:load");
  const { curriculum, notes, errata } = ContentDocumentSchema.parse(state.document);
  const questions = rows.map(({ version, content }) => toQuestion(version, content));
  return {
    hash: state.hash,
    banks,
    questions: new Map(questions.map((question) => [question.content.id, question])),
    curriculum,
    domainWeights: new Map(
      curriculum.exams.flatMap((exam) => exam.domains.map(({ id, weight }) => [id, weight])),
    ),
    noteTitles: new Map(notes.map(({ id, title }) => [id, title])),
    notes,
    errata,
  };
}

function toQuestion(version: number, stored: unknown): CatalogueQuestion {
  const content = parseStoredQuestion(stored);
  const { competencies } = content;
  return { version, content, exams: examsOf(competencies), domains: domainsOf(competencies) };
}
