/**
 * From files to checked questions: every problem of every file is collected, so that an
 * author mends them in one go.
 *
 *   curriculum.yaml, notes.yaml, errata.yaml    what questions refer to
 *   <bank>/bank.yaml                            title, description, position
 *   <bank>/*.yaml                               questions
 */
import { z } from "zod";

import { bankProblems } from "@/lib/domain/questions/check-bank";
import { checkQuestion } from "@/lib/domain/questions/check-question";
import { checkReferences, type References } from "@/lib/domain/questions/check-references";
import { SlugSchema, type QuestionContent } from "@/lib/domain/questions/content";
import { nearDuplicates } from "@/lib/domain/questions/near-duplicates";
import { parseQuestion } from "@/lib/domain/questions/parse-question";
import { errorAt, TextSchema, type Problem } from "@/lib/domain/questions/question-kind";
import type { ContentDocument } from "@/lib/server/content/content-document";
import type { ContentProblem } from "@/lib/server/content/content-problem";
import type { ContentFile } from "@/lib/server/content/read-content-files";
import { readReferences } from "@/lib/server/content/read-references";
import { readYaml, type YamlFile } from "@/lib/server/content/yaml-file";
import type { BankRow } from "@/lib/server/db/content";

export type CheckedContent = {
  banks: BankRow[];
  questions: QuestionContent[];
  document: ContentDocument;
  references: References;
  problems: ContentProblem[];
};

type Located = { content: QuestionContent; file: YamlFile; index: number };

export const BankSchema = z.strictObject({
  title: TextSchema,
  description: TextSchema,
  /** Place in lists, counted from 1. */
  position: z.int().min(1),
});

const QuestionsSchema = z.strictObject({ questions: z.array(z.unknown()).min(1) });

export function checkContent(files: readonly ContentFile[]): CheckedContent {
  const problems: ContentProblem[] = [];
  const parsed = files.map(readYaml);
  for (const file of parsed) {
    problems.push(...file.problems.map((problem) => inFile(file, problem)));
  }
  const readable = parsed.filter((file) => file.problems.length === 0);

  const { references, document } = readReferences(readable, problems);
  const banks = readBanks(readable, problems);
  const located = readQuestions(readable, problems);
  for (const { content, file, index } of located) {
    const found = [...checkQuestion(content), ...checkReferences(content, references)];
    problems.push(...found.map((problem) => inQuestion(file, index, content.id, problem)));
  }
  problems.push(
    ...acrossQuestions(located),
    ...acrossReferences(readable, { located, banks, document }),
  );
  return {
    banks,
    questions: located.map(({ content }) => content),
    document,
    references,
    problems: sorted(problems),
  };
}

const inFile = (file: YamlFile, { line, message }: { line: number; message: string }) =>
  ({ file: file.path, line, question: null, message, severity: "error" }) as const;

const inQuestion = (
  file: YamlFile,
  index: number,
  question: string | null,
  { path, message, severity }: Problem,
): ContentProblem => ({
  file: file.path,
  line: file.lineOf(["questions", index, ...path]),
  question,
  message: path.length > 0 ? `${fieldName(path)}: ${message}` : message,
  severity,
});

/** `options[2].why`, counted from 0 as in YAML paths. */
const fieldName = (path: Problem["path"]): string =>
  path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index > 0 ? `.${step}` : step))
    .join("");

const isBankFile = (file: YamlFile): boolean => /^[^/]+\/bank\.ya?ml$/u.test(file.path);

const bankOf = (file: YamlFile): string => file.path.split("/")[0] ?? "";

function readBanks(files: readonly YamlFile[], problems: ContentProblem[]): BankRow[] {
  const bankFiles = files.filter(isBankFile);
  const known = new Set(bankFiles.map(bankOf));
  const withoutBank = new Map(
    files
      .filter((file) => file.path.includes("/") && !known.has(bankOf(file)))
      .map((file) => [bankOf(file), file]),
  );
  for (const [id, file] of withoutBank) {
    problems.push(inFile(file, { line: 1, message: `The bank ${id} has no bank.yaml` }));
  }
  return bankFiles.flatMap((file) => {
    const id = bankOf(file);
    const bank = BankSchema.safeParse(file.data);
    const slug = SlugSchema.safeParse(id);
    for (const { path, message } of [
      ...(bank.error?.issues ?? []),
      ...(slug.error?.issues ?? []),
    ]) {
      const place = path.map((step) => (typeof step === "number" ? step : String(step)));
      const named = place.length > 0 ? `${fieldName(place)}: ${message}` : message;
      problems.push(inFile(file, { line: file.lineOf(place), message: named }));
    }
    return bank.success && slug.success ? [{ id, ...bank.data }] : [];
  });
}

function readQuestions(files: readonly YamlFile[], problems: ContentProblem[]): Located[] {
  return files
    .filter((file) => file.path.includes("/") && !isBankFile(file))
    .flatMap((file) => {
      const list = QuestionsSchema.safeParse(file.data);
      if (!list.success) {
        const message = "The file must hold one field, `questions`, with a list of questions";
        problems.push(inFile(file, { line: 1, message }));
        return [];
      }
      return list.data.questions.flatMap((data, index): Located[] => {
        const question = parseQuestion(data, bankOf(file));
        if (question.ok) return [{ content: question.value, file, index }];
        const id = fullId(file, data);
        problems.push(...question.error.map((problem) => inQuestion(file, index, id, problem)));
        return [];
      });
    });
}

/** The id of a question that could not be parsed, as far as it has one. */
function fullId(file: YamlFile, data: unknown): string | null {
  const named = z.looseObject({ id: z.string() }).safeParse(data);
  return named.success ? `${bankOf(file)}/${named.data.id}` : null;
}

/** What only shows when all questions are seen together. */
function acrossQuestions(located: readonly Located[]): ContentProblem[] {
  const first = new Map<string, Located>();
  const problems: ContentProblem[] = [];
  const add = (id: string, problem: Problem): void => {
    const place = first.get(id);
    if (place) problems.push(inQuestion(place.file, place.index, id, problem));
  };
  for (const place of located) {
    const { id } = place.content;
    const twin = first.get(id);
    if (twin) {
      const message = `The id is already used in ${twin.file.path}`;
      problems.push(inQuestion(place.file, place.index, id, errorAt(["id"], message)));
    } else {
      first.set(id, place);
    }
  }
  const questions = [...first.values()].map(({ content }) => content);
  for (const { id, problem } of nearDuplicates(questions)) add(id, problem);
  for (const { id, problem } of bankProblems(questions)) add(id, problem);
  return problems;
}

/** What the notes and their errata promise of banks and questions that is not so. */
function acrossReferences(
  files: readonly YamlFile[],
  {
    located,
    banks,
    document,
  }: { located: readonly Located[]; banks: readonly BankRow[] } & Pick<CheckedContent, "document">,
): ContentProblem[] {
  const named = new Set(located.flatMap(({ content }) => content.errata ?? []));
  const untaught = document.errata.flatMap(({ id, stance }, index) =>
    stance === "taught" && !named.has(id)
      ? [problemIn(files, "errata.yaml", ["errata", index], `No question teaches ${id}`, "flaw")]
      : [],
  );
  const known = new Set(banks.map(({ id }) => id));
  const strange = document.notes.flatMap(({ sections }, note) =>
    sections.flatMap(({ questions }, section) =>
      Object.keys(questions)
        .filter((bank) => !known.has(bank))
        .map((bank) => {
          const path = ["notes", note, "sections", section, "questions", bank];
          return problemIn(files, "notes.yaml", path, `There is no bank ${bank}`, "error");
        }),
    ),
  );
  return [...untaught, ...strange];
}

const problemIn = (
  files: readonly YamlFile[],
  path: string,
  place: (string | number)[],
  message: string,
  severity: ContentProblem["severity"],
): ContentProblem => {
  const file = files.find((candidate) => candidate.path === path);
  return { file: path, line: file?.lineOf(place) ?? 1, question: null, message, severity };
};

const sorted = (problems: readonly ContentProblem[]): ContentProblem[] =>
  problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
