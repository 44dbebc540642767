/**
 * All live questions that are everybody's, kept in the memory of this process. Asking what
 * changed costs one small query every few seconds; the questions are read again only when
 * another load has changed them, by this process or by another one.
 */
import type { QuestionContent } from "@/lib/domain/questions/content";
import type { Curriculum } from "@/lib/domain/questions/curriculum";
import { parseStoredQuestion } from "@/lib/domain/questions/parse-question";
import type { Erratum, StudyNote } from "@/lib/domain/questions/study-notes";
import { ContentDocumentSchema } from "@/lib/server/content/content-document";
import { LeastRecentlyUsed } from "@/lib/domain/least-recently-used";
import {
  findKeptQuestion,
  forgetPrivateBanks,
  getPrivateBank,
} from "@/lib/server/content/private-bank-memory";
import {
  toCatalogueQuestion,
  type CatalogueQuestion,
} from "@/lib/server/content/catalogue-question";
import { database } from "@/lib/server/db/client";
import {
  findContentHash,
  findContentState,
  findVersionContent,
  listLiveQuestions,
  listPublicBanks,
  type BankRow,
} from "@/lib/server/db/content";
import { findOpenBanks, listBanksOfClass, type OpenBank } from "@/lib/server/db/private-banks";

export type Catalogue = {
  /** Changes whenever anything in the catalogue does. */
  hash: string;
  /** In the order of lists. */
  banks: readonly BankRow[];
  /** Ids of banks that are gone, of which a question may still be on somebody's screen. */
  retiredBanks: ReadonlySet<string>;
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

/** People with the same private banks, such as a class, share one. */
const EXTENDED_KEPT = 50;

type Memory = {
  current: { catalogue: Catalogue; checkedAtMs: number } | null;
  loading: Promise<Catalogue> | null;
  versions: LeastRecentlyUsed<string, QuestionContent>;
  /** With private banks, by the ids and revisions of these. */
  extended: LeastRecentlyUsed<string, { base: Catalogue; catalogue: Catalogue }>;
};

const emptyMemory = (): Memory => ({
  current: null,
  loading: null,
  versions: new LeastRecentlyUsed(OLD_VERSIONS_KEPT),
  extended: new LeastRecentlyUsed(EXTENDED_KEPT),
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

/** Everybody's questions and those of these private banks. */
export async function catalogueWith(open: readonly OpenBank[]): Promise<Catalogue> {
  const base = await getCatalogue();
  if (open.length === 0) return base;
  const key = open.map(({ id, revision }) => `${id}@${revision}`).join(" ");
  const { extended } = memory();
  const known = extended.get(key);
  if (known?.base === base) return known.catalogue;
  const catalogue = await extend(base, open, key);
  extended.set(key, { base, catalogue });
  return catalogue;
}

/** What a person may find: everybody's questions and those of the private banks open to them. */
export async function catalogueFor(userId: string): Promise<Catalogue> {
  return catalogueWith(await findOpenBanks(database(), userId));
}

/** What everybody in a class may find. */
export async function catalogueOfClass(classId: string): Promise<Catalogue> {
  return catalogueWith(await listBanksOfClass(database(), classId));
}

async function extend(base: Catalogue, open: readonly OpenBank[], key: string): Promise<Catalogue> {
  const found = await Promise.all(open.map(getPrivateBank));
  // A bank that was archived since it was found to be open is none any more.
  const added = found.flatMap((bank) => bank ?? []);
  const questions = new Map([...base.questions, ...added.flatMap((each) => [...each.questions])]);
  return {
    ...base,
    hash: `${base.hash} ${key}`,
    banks: [...base.banks, ...added.map(({ bank }) => bank)],
    questions: new Map([...questions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Any version, of a retired question or a private bank too; null when there is none. */
export async function findVersion(
  questionId: string,
  version: number,
): Promise<QuestionContent | null> {
  const { questions } = await getCatalogue();
  const live = questions.get(questionId) ?? (await findKeptQuestion(questionId));
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
  forgetPrivateBanks();
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
      [await findContentState(tx), await listPublicBanks(tx), await listLiveQuestions(tx)] as const,
    { isolationLevel: "RepeatableRead" },
  );
  if (!state) throw new Error("No questions are loaded: run npm run content:load");
  const { curriculum, notes, errata } = ContentDocumentSchema.parse(state.document);
  const questions = rows.map(toCatalogueQuestion);
  return {
    hash: state.hash,
    banks: banks
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ retiredAt: _, ...bank }) => bank),
    retiredBanks: new Set(banks.flatMap(({ id, retiredAt }) => (retiredAt ? [id] : []))),
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
