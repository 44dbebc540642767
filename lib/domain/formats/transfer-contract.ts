/** What importing and exporting questions sends and gets. Browser code imports types from here. */
import { z } from "zod";

import { EXPORT_FORMATS, IMPORT_FORMATS } from "@/lib/domain/formats/format-names";
import { parsePositions } from "@/lib/domain/formats/positions";
import { SlugSchema } from "@/lib/domain/questions/content";
import { PublicQuestionSchema } from "@/lib/domain/study/question-shapes";

export const BankRefSchema = z.strictObject({ bankId: SlugSchema });

/** What to assume of questions that do not say it, as those of other programs. */
export const PreviewImportSchema = z.strictObject({
  /** Left out, it is told from the file's name and text. */
  format: z.enum(IMPORT_FORMATS).optional(),
  name: z.string().max(300).default(""),
  competency: z.string().max(200).default(""),
  difficulty: z.enum(["easy", "medium", "hard"]).default("medium"),
  docs: z.string().max(500).default(""),
});

export const CommitImportSchema = PreviewImportSchema.extend({
  /** Of the preview that is meant. */
  fingerprint: z.string().max(100),
  /** Positions of the preview's questions that are not to be taken, such as "0-3,7". */
  leave: z.string().max(12_000).default("").transform(parsePositions),
});

const FileProblemSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "flaw", "warning"]),
  line: z.int().describe("From 1"),
  column: z.int().describe("From 1, in UTF-16 code units"),
  question: z.int().nullable().describe("Position among the questions; null: of none"),
  message: z.string(),
  advice: z.string().describe("What to do about it"),
});

const STATES = ["new", "changed", "unchanged", "back", "error"] as const;
export type ImportState = (typeof STATES)[number];

const ImportItemSchema = z.object({
  name: z.string(),
  line: z.int(),
  /** "back": retired here, and as it was. "error": cannot be taken. */
  state: z.enum(STATES),
  shown: PublicQuestionSchema.nullable().describe("As a learner is asked; null with an error"),
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type ImportItem = z.output<typeof ImportItemSchema>;

export const ImportPreviewSchema = z.object({
  format: z.enum(IMPORT_FORMATS),
  encoding: z.string(),
  questions: z.array(ImportItemSchema),
  problems: z.array(FileProblemSchema),
  /** More than are listed, where there are very many. */
  problemCount: z.int(),
  /** Names exactly what would be done. */
  fingerprint: z.string(),
});
export type ImportPreview = z.output<typeof ImportPreviewSchema>;

export const ImportedSchema = z.object({
  added: z.int(),
  changed: z.int(),
  back: z.int(),
  unchanged: z.int(),
});
export type Imported = z.output<typeof ImportedSchema>;

const MOST_NAMED = 1_000;

export const ExportRequestSchema = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  /** Of plain text; the other formats always hold the key. */
  withKey: z.boolean().default(false),
  /** Only these, or all but these. Neither: the whole bank. */
  only: z.array(SlugSchema).min(1).max(MOST_NAMED).optional(),
  without: z.array(SlugSchema).max(MOST_NAMED).optional(),
});
export type ExportRequest = z.output<typeof ExportRequestSchema>;
