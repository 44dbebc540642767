/**
 * A file of questions, from text to checked questions. Every problem is told at once, with
 * its place: those of the format, of the fields, of what a question must hold, of what it
 * refers to, and of questions that stand twice.
 */
import { readCsv } from "@/lib/domain/formats/csv/read-csv";
import { found, type FileProblem, type Found } from "@/lib/domain/formats/file-problem";
import type { ImportFormat } from "@/lib/domain/formats/format-names";
import { readGift } from "@/lib/domain/formats/gift/read-gift";
import { lineIndex } from "@/lib/domain/formats/line-index";
import { readMoodle } from "@/lib/domain/formats/moodle/read-moodle";
import { findUnkeepable, isUnkeepable, limitFault } from "@/lib/domain/formats/question-limits";
import {
  MOST_FILE_QUESTIONS,
  type Defaults,
  type Reader,
  type ReadFile,
  type ReadQuestion,
} from "@/lib/domain/formats/read-file";
import { readYamlQuestions } from "@/lib/domain/formats/yaml/read-questions";
import { bankProblems } from "@/lib/domain/questions/check-bank";
import { checkQuestion } from "@/lib/domain/questions/check-question";
import { checkReferences, type References } from "@/lib/domain/questions/check-references";
import type { QuestionContent } from "@/lib/domain/questions/content";
import { nearDuplicates } from "@/lib/domain/questions/near-duplicates";
import { parseQuestion } from "@/lib/domain/questions/parse-question";
import type { Problem } from "@/lib/domain/questions/question-kind";

export type FileQuestion = {
  /** How the file calls it. */
  name: string;
  line: number;
  /** Null when it has an error. */
  content: QuestionContent | null;
};

export type CheckedFile = { questions: FileQuestion[]; problems: FileProblem[] };

export type CheckContext = {
  /** The bank that the questions go into. */
  bank: string;
  references: References;
  defaults: Defaults;
  /** What the bank holds already. */
  existing: readonly QuestionContent[];
};

const READERS: Record<ImportFormat, Reader> = {
  yaml: readYamlQuestions,
  csv: readCsv,
  gift: readGift,
  moodle: readMoodle,
};

/** Yields after each question, so that whoever drives it may give others their turn. */
export function* checkFile(
  format: ImportFormat,
  text: string,
  context: CheckContext,
): Generator<undefined, CheckedFile> {
  const file = readText(format, text, context.defaults);
  const placeOf = lineIndex(text);
  const questions: FileQuestion[] = [];
  const problems = [...file.found];
  const lineOfId = new Map<string, number>();
  const broken = new Set(file.found.filter(isError).map(({ question }) => question));
  for (const [index, read] of file.questions.entries()) {
    // One whose reader found an error is not looked at further: that would only confuse.
    const { content, found: own } = broken.has(index)
      ? { content: null, found: [] }
      : checkOne(read, index, context);
    const { line } = placeOf(read.placeOf([]));
    const before = content && lineOfId.get(content.id);
    if (before !== null && before !== undefined) own.push(usedTwice(read, index, before));
    if (content) lineOfId.set(content.id, before ?? line);
    problems.push(...own);
    const isSound = !own.some(isError);
    questions.push({ name: read.name, line, content: isSound ? content : null });
    yield;
  }
  problems.push(...likeOthers(file.questions, questions, context.existing));
  return {
    questions,
    problems: problems
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, ...problem }) => ({ ...problem, ...placeOf(at) })),
  };
}

function readText(format: ImportFormat, text: string, defaults: Defaults): ReadFile {
  if (text.trim() === "") return nothing(found("empty", 0, "The file is empty"));
  const unkeepable = findUnkeepable(text);
  if (unkeepable >= 0) {
    const code = text.charCodeAt(unkeepable).toString(16).toUpperCase().padStart(4, "0");
    return nothing(
      found("control-character", unkeepable, `The character U+${code} cannot be kept`),
    );
  }
  const file = READERS[format](text, defaults);
  const first = file.questions[MOST_FILE_QUESTIONS];
  if (first) {
    const message = `The file has more than ${MOST_FILE_QUESTIONS} questions`;
    return nothing(found("too-many", first.placeOf([]), message));
  }
  if (file.questions.length > 0 || file.found.some(isError)) {
    return file;
  }
  return {
    questions: [],
    found: [...file.found, found("no-questions", 0, "No question was found")],
  };
}

const isError = ({ severity }: Found): boolean => severity === "error";

const nothing = (problem: Found): ReadFile => ({ questions: [], found: [problem] });

/** Of one question: where there are more, something else is wrong with it. */
const MOST_FIELD_FAULTS = 20;

type Checked = { content: QuestionContent | null; found: Found[] };

function checkOne(
  read: ReadQuestion,
  question: number,
  { bank, references }: CheckContext,
): Checked {
  const tell = (code: Found["code"], message: string, problem?: Partial<Problem>): Found =>
    found(code, read.placeOf(problem?.path ?? []), message, {
      question,
      ...(problem?.severity ? { severity: problem.severity } : {}),
    });
  if (isUnkeepable(read.fields)) {
    return { content: null, found: [tell("control-character", "A character cannot be kept")] };
  }
  const parsed = parseQuestion(read.fields, bank);
  if (!parsed.ok) {
    const faults = parsed.error
      .slice(0, MOST_FIELD_FAULTS)
      .map((problem) => tell("field", named(problem), problem));
    return { content: null, found: faults };
  }
  const fault = limitFault(parsed.value);
  if (fault !== null) return { content: null, found: [tell("too-large", fault)] };
  const rules = [
    ...checkQuestion(parsed.value),
    ...checkReferences(parsed.value, references),
    ...bankProblems([parsed.value]).map(({ problem }) => problem),
  ];
  return {
    content: parsed.value,
    found: rules.map((problem) => tell("rule", named(problem), problem)),
  };
}

/** `options[2].why: …`, counted from 0 as in YAML paths. */
function named({ path, message }: Problem): string {
  const name = path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index > 0 ? `.${step}` : step))
    .join("");
  return name === "" ? message : `${name}: ${message}`;
}

const usedTwice = (read: ReadQuestion, question: number, line: number): Found =>
  found(
    "duplicate-id",
    read.placeOf(["id"]),
    `The id ${read.name} stands on line ${line} already`,
    {
      question,
    },
  );

/** Beyond so many, comparing all texts with one another would take too long. */
const MOST_COMPARED = 600;

function likeOthers(
  reads: readonly ReadQuestion[],
  questions: readonly FileQuestion[],
  existing: readonly QuestionContent[],
): Found[] {
  const indexOf = new Map(
    questions.flatMap(({ content }, index) => (content ? [[content.id, index]] : [])),
  );
  const others = existing.filter(({ id }) => !indexOf.has(id));
  const own = questions.flatMap(({ content }) => (content ? [content] : []));
  const compared =
    own.length + others.length <= MOST_COMPARED ? [...others, ...own] : own.slice(0, MOST_COMPARED);
  return nearDuplicates(compared).flatMap(({ id, problem }) => {
    const question = indexOf.get(id);
    const read = question === undefined ? undefined : reads[question];
    if (question === undefined || !read) return [];
    const details = { question, severity: "warning" } as const;
    return [found("near-duplicate", read.placeOf(problem.path), problem.message, details)];
  });
}
